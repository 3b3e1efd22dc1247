/** The numbers of official documents. */
@NullMarked
package org.sise.core.document;

import org.jspecify.annotations.NullMarked;
