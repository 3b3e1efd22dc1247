/** The benchmark of discretion (裁量基准): which fine the law allows for a violation, and penalties that lie outside it. */
@NullMarked
package org.sise.supervision.discretion;

import org.jspecify.annotations.NullMarked;
