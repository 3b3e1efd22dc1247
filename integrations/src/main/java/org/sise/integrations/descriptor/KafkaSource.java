package org.sise.integrations.descriptor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka topic, each record's value a JSON object. Where it is read on stands in our database.
 *
 * @param access how the brokers are reached
 * @param topic the topic
 * @param group the consumer group whose offsets are moved along, for the department to see; null for none. They are
 *     never asked.
 * @param fromEnd whether the first pull begins behind what is there, else with the oldest record
 * @param atMost rows a file, at most
 * @param schedule when to look for something new
 * @param timeout how long the brokers may take for an answer
 * @param retry how often to try again within one pull
 */
public record KafkaSource(
        KafkaAccess access,
        String topic,
        @Nullable String group,
        boolean fromEnd,
        int atMost,
        Schedule schedule,
        Duration timeout,
        RetryRule retry)
        implements FeedSource.Pulled {}
