/** Both engines of the first run, started and stopped together. */
@NullMarked
package org.sise.engines;

import org.jspecify.annotations.NullMarked;
