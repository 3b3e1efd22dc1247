/** The draw of a small committee from a numbered list by RFC 3797. */
@NullMarked
package org.sise.supervision.draw.committee;

import org.jspecify.annotations.NullMarked;
