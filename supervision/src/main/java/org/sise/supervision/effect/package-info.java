/** Whether supervision works: what checks find, what they cost businesses, and whether it is fair. */
@NullMarked
package org.sise.supervision.effect;

import org.jspecify.annotations.NullMarked;
