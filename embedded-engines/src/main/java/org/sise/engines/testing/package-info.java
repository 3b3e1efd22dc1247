/** Real engines for tests: a named server, a container, or an embedded one. */
@NullMarked
package org.sise.engines.testing;

import org.jspecify.annotations.NullMarked;
