/** The Neo4j process: one main class that runs Neo4j Community as long as its parent lives. */
@NullMarked
package org.sise.engines.neo4j.process;

import org.jspecify.annotations.NullMarked;
