/** The four colours. */
@NullMarked
package org.sise.core.grade;

import org.jspecify.annotations.NullMarked;
