/** Approval of policies: draft, what-if on record, two people's approval, in force from a day, never edited afterwards. */
@NullMarked
package org.sise.grading.approval;

import org.jspecify.annotations.NullMarked;
