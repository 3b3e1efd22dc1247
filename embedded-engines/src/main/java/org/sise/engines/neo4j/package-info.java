/** A real Neo4j Community server in a process of its own, which ends with this one. */
@NullMarked
package org.sise.engines.neo4j;

import org.jspecify.annotations.NullMarked;
