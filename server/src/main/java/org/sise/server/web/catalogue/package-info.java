/** The catalogue of check items. */
@NullMarked
package org.sise.server.web.catalogue;

import org.jspecify.annotations.NullMarked;
