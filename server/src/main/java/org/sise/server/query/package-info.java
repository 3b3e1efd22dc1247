/** What a list is asked for: parameters read and checked, alike for pages and for the REST interface. */
@NullMarked
package org.sise.server.query;

import org.jspecify.annotations.NullMarked;
