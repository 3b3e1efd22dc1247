/** Working days by the State Council's yearly notices. */
@NullMarked
package org.sise.core.calendar;

import org.jspecify.annotations.NullMarked;
