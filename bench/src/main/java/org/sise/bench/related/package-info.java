/** Who is related to whom over a province: arrays beside recursive queries. */
@NullMarked
package org.sise.bench.related;

import org.jspecify.annotations.NullMarked;
