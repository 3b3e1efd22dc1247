package org.sise.integrations.descriptor;

import java.time.Duration;

/** Where a feed's files come from, before they stand in its folder below the inbox. */
public sealed interface FeedSource {

    /** They are put into the folder by whoever sends them. */
    record Folder() implements FeedSource {}

    /** They are fetched at set times. */
    sealed interface Pulled extends FeedSource permits SftpSource, HttpSource, DatabaseSource, KafkaSource {

        /** When to look for something new. */
        Schedule schedule();

        /** How long to wait for an answer. */
        Duration timeout();

        /** How often to try again within one pull. */
        RetryRule retry();
    }
}
