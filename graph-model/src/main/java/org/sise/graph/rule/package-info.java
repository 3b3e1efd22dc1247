/** Rule files of this module: YAML with source and confidence, every fault with its line and column. */
@NullMarked
package org.sise.graph.rule;

import org.jspecify.annotations.NullMarked;
