/** The reference interpreter: grades one party by one policy as of one date, and says why. */
@NullMarked
package org.sise.scoring.grade;

import org.jspecify.annotations.NullMarked;
