/** The desk's heavy hours beside plain programs: scans at the door, long lists as workbooks. */
@NullMarked
package org.sise.bench.desk;

import org.jspecify.annotations.NullMarked;
