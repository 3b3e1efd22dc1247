/** Signs that a business goes on under another name: alerts with evidence for a person to judge, never points. */
@NullMarked
package org.sise.graph.phoenix;

import org.jspecify.annotations.NullMarked;
