/** Rows of files, streamed: CSV and XLSX, with everything that can be wrong with a file or a row of it. */
@NullMarked
package org.sise.integrations.row;

import org.jspecify.annotations.NullMarked;
