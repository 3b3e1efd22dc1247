/** At the door: findings, photographs, signature, leaving, the result and its publication. */
@NullMarked
package org.sise.supervision.door;

import org.jspecify.annotations.NullMarked;
