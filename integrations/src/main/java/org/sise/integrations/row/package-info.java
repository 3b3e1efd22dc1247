/**
 * Rows of files, streamed: CSV, XLSX, JSON and XML, packed or not, with everything that can be wrong with a file or a row
 * of it.
 */
@NullMarked
package org.sise.integrations.row;

import org.jspecify.annotations.NullMarked;
