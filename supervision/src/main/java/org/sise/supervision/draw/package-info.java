/** The public draw: who is inspected, by whom and for what, so that anyone can recompute it. */
@NullMarked
package org.sise.supervision.draw;

import org.jspecify.annotations.NullMarked;
