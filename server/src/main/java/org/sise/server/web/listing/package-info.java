/** Pages of listings: the list, the grounds, proposals, and one listing with its steps. */
@NullMarked
package org.sise.server.web.listing;

import org.jspecify.annotations.NullMarked;
