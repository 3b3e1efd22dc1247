/** What follows a visit: exemptions, corrections, publication; modes of supervision; whether it works. */
@NullMarked
package org.sise.server.web.after;

import org.jspecify.annotations.NullMarked;
