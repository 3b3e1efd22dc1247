/** Identifiers of businesses: the unified social credit code and what stands in its place. */
@NullMarked
package org.sise.core.code;

import org.jspecify.annotations.NullMarked;
