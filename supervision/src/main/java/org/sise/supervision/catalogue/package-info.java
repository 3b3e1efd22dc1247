/** What inspectors may check, each item with its legal basis. */
@NullMarked
package org.sise.supervision.catalogue;

import org.jspecify.annotations.NullMarked;
