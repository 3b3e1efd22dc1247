/** Parties and the dated relations between them as arrays: what the ledger or a table says, on a given day. */
@NullMarked
package org.sise.graph.relation;

import org.jspecify.annotations.NullMarked;
