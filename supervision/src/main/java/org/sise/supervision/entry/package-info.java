/** Codes at the door: who may come in, for what, and why not. */
@NullMarked
package org.sise.supervision.entry;

import org.jspecify.annotations.NullMarked;
