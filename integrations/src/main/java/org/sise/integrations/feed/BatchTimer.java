package org.sise.integrations.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures how long batches take to land: {@value #NAME}, by feed. */
final class BatchTimer {

    static final String NAME = "sise.feed.batch";

    private final MeterRegistry meters;

    BatchTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(String feed, Runnable landing) {
        Timer.builder(NAME)
                .description("How long a batch of rows takes to land, from mapped rows to the end of its transaction")
                .tag("feed", feed)
                .register(meters)
                .record(landing);
    }
}
