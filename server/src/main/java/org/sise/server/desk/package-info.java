/** What people do beside reading, with its line in the audit log; alike for pages and for the REST interface. */
@NullMarked
package org.sise.server.desk;

import org.jspecify.annotations.NullMarked;
