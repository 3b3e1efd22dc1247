/** Yearly plans. */
@NullMarked
package org.sise.server.web.yearly;

import org.jspecify.annotations.NullMarked;
