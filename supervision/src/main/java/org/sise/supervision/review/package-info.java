/** The seven-step review of a case of penalty (七步审查), a checklist kept with the case. */
@NullMarked
package org.sise.supervision.review;

import org.jspecify.annotations.NullMarked;
