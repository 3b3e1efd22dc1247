/** Pages of reminder slips. */
@NullMarked
package org.sise.server.web.reminder;

import org.jspecify.annotations.NullMarked;
