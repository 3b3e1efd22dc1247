/** Remote sources: what a department offers elsewhere is fetched into the feed's folder, each piece exactly once. */
@NullMarked
package org.sise.integrations.fetch;

import org.jspecify.annotations.NullMarked;
