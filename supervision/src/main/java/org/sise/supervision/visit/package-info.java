/** Checks of one business by several departments as one visit, and how many a year. */
@NullMarked
package org.sise.supervision.visit;

import org.jspecify.annotations.NullMarked;
