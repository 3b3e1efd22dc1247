/** The dated rules of credit repair as data: which rules govern, how long a record is public, when it can be repaired. */
@NullMarked
package org.sise.supervision.repair.pack;

import org.jspecify.annotations.NullMarked;
