/** First and minor violations that are not punished (首违不罚、轻微免罚): what the lists offer, and who decided. */
@NullMarked
package org.sise.supervision.exemption;

import org.jspecify.annotations.NullMarked;
