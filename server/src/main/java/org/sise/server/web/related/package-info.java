/** What related parties do to businesses, province-wide: exposures, and signs of a business under another name. */
@NullMarked
package org.sise.server.web.related;

import org.jspecify.annotations.NullMarked;
