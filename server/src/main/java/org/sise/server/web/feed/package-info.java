/** The pages of deliveries and of the quarantine. */
@NullMarked
package org.sise.server.web.feed;

import org.jspecify.annotations.NullMarked;
