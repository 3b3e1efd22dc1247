/** The one source of truth: records, grades, decisions and the work they make necessary, in PostgreSQL. */
@NullMarked
package org.sise.ledger;

import org.jspecify.annotations.NullMarked;
