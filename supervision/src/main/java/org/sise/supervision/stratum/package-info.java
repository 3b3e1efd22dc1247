/** How a pool of businesses falls into strata: by colour, by the risk of the industry, and those taken by their order. */
@NullMarked
package org.sise.supervision.stratum;

import org.jspecify.annotations.NullMarked;
