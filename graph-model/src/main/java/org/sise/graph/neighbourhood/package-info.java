/** The businesses around a business, and why they are related. */
@NullMarked
package org.sise.graph.neighbourhood;

import org.jspecify.annotations.NullMarked;
