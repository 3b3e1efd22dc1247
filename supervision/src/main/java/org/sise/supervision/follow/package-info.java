/** Following the ledger: what is no longer in effect, and what happened. */
@NullMarked
package org.sise.supervision.follow;

import org.jspecify.annotations.NullMarked;
