/** Records of departments, appended version by version and read as of any day, as known at any time. */
@NullMarked
package org.sise.ledger.record;

import org.jspecify.annotations.NullMarked;
