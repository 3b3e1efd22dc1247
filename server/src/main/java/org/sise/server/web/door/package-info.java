/** An officer's pages: today's visits, the scan, what is written down inside, the code that is shown. */
@NullMarked
package org.sise.server.web.door;

import org.jspecify.annotations.NullMarked;
