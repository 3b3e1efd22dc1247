/** Events for the floors above, in the order of their transactions. */
@NullMarked
package org.sise.ledger.outbox;

import org.jspecify.annotations.NullMarked;
