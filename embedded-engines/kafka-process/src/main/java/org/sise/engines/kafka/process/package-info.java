/** The process of the Kafka broker of tests. */
@NullMarked
package org.sise.engines.kafka.process;

import org.jspecify.annotations.NullMarked;
