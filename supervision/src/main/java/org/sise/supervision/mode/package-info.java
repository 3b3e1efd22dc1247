/** Modes of supervision that keep own initiative away for a time: trigger-only, dormant, sandbox. */
@NullMarked
package org.sise.supervision.mode;

import org.jspecify.annotations.NullMarked;
