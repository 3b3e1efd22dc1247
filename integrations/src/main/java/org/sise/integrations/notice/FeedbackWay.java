package org.sise.integrations.notice;

import java.util.Locale;

/** How feedback came. */
public enum FeedbackWay {
    /** In the answer to the notice itself. */
    ANSWER,
    /** By the API. */
    API,
    /** In a file. */
    FILE,
    /** By a Kafka topic. */
    TOPIC;

    /** The word for it in the database and the API. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
