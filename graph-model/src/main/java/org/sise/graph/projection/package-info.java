/** The ledger's relations as a graph, always to be had again from the ledger. */
@NullMarked
package org.sise.graph.projection;

import org.jspecify.annotations.NullMarked;
