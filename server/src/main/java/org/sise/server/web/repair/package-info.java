/** Credit repair: the business's own desk, its cases, and the officials' pages. */
@NullMarked
package org.sise.server.web.repair;

import org.jspecify.annotations.NullMarked;
