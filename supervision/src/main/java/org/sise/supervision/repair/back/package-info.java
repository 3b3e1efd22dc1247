/** The plan back: what a business can do, and from when, to come to a better colour. */
@NullMarked
package org.sise.supervision.repair.back;

import org.jspecify.annotations.NullMarked;
