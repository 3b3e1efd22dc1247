/** Who controls a business: shares along all chains, and majorities along chains; docs/decisions/0014-control.md. */
@NullMarked
package org.sise.graph.control;

import org.jspecify.annotations.NullMarked;
