/** The inspection list of a drawn plan, as CSV and XLSX. */
@NullMarked
package org.sise.supervision.list;

import org.jspecify.annotations.NullMarked;
