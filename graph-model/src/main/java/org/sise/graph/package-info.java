/** Who is related to whom: settings and faults of the graph in Neo4j. */
@NullMarked
package org.sise.graph;

import org.jspecify.annotations.NullMarked;
