/** Natural persons as keyed hashes, never as numbers. */
@NullMarked
package org.sise.core.person;

import org.jspecify.annotations.NullMarked;
