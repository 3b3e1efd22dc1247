/** A real PostgreSQL server in a data folder that survives a restart. */
@NullMarked
package org.sise.engines.postgres;

import org.jspecify.annotations.NullMarked;
