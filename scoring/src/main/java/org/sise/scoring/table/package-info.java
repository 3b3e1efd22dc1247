/** Tables of records and parties in CSV, read into parties that can be graded: packed in memory, faults by line and column. */
@NullMarked
package org.sise.scoring.table;

import org.jspecify.annotations.NullMarked;
