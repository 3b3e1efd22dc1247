/** Relations as arrays: all of them from the ledger, or what lies around some parties from Neo4j. */
@NullMarked
package org.sise.graph.load;

import org.jspecify.annotations.NullMarked;
