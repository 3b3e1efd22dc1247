/** Notices to departments: how their queues stand, each notice, what was tried and answered. */
@NullMarked
package org.sise.server.web.notice;

import org.jspecify.annotations.NullMarked;
