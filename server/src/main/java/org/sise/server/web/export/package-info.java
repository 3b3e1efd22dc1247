/** Tables written as CSV and XLSX. */
@NullMarked
package org.sise.server.web.export;

import org.jspecify.annotations.NullMarked;
