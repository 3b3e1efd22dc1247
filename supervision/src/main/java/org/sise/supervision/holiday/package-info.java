/** Notices of holidays that come after the calendar was shipped. */
@NullMarked
package org.sise.supervision.holiday;

import org.jspecify.annotations.NullMarked;
