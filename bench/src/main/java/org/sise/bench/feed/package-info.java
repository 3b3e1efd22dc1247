/** Departments' files on their way into the ledger, beside bare COPY of the same rows, and from landing to colour. */
@NullMarked
package org.sise.bench.feed;

import org.jspecify.annotations.NullMarked;
