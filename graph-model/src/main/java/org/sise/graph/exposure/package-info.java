/** What others' own conduct does to a business through its relations, within bounds; docs/decisions/0015-exposure.md. */
@NullMarked
package org.sise.graph.exposure;

import org.jspecify.annotations.NullMarked;
