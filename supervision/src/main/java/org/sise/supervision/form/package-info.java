/** Tables that people fill in with a spreadsheet and hand in as files. */
@NullMarked
package org.sise.supervision.form;

import org.jspecify.annotations.NullMarked;
