/** From the totals of the indicators to figures, dimensions and the grade by the score; shared by both engines. */
@NullMarked
package org.sise.scoring.figure;

import org.jspecify.annotations.NullMarked;
