/** The page of the audit log. */
@NullMarked
package org.sise.server.web.audit;

import org.jspecify.annotations.NullMarked;
