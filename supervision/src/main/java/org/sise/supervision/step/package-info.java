/** What matters with states have in common: their steps, the figures of their rules, the records that they rest on. */
@NullMarked
package org.sise.supervision.step;

import org.jspecify.annotations.NullMarked;
