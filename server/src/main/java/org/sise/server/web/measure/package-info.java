/** Pages of measures: the list, who enforces what, the catalogue, proposals, and one measure with its steps. */
@NullMarked
package org.sise.server.web.measure;

import org.jspecify.annotations.NullMarked;
