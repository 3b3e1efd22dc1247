/** What the supervisor of those who inspect reads: scans at doors and emergencies. */
@NullMarked
package org.sise.server.web.attempt;

import org.jspecify.annotations.NullMarked;
