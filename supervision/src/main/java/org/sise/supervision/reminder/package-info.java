/** Reminder slips (风险提示) before a threshold is crossed or a day is over: which record, which day, what to do. */
@NullMarked
package org.sise.supervision.reminder;

import org.jspecify.annotations.NullMarked;
