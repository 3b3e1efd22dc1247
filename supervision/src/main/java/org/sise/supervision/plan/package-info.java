/** Inspection plans from their draft by freeze, commitment and draw to the published folder. */
@NullMarked
package org.sise.supervision.plan;

import org.jspecify.annotations.NullMarked;
