/** Digests of bytes and texts. */
@NullMarked
package org.sise.core.digest;

import org.jspecify.annotations.NullMarked;
