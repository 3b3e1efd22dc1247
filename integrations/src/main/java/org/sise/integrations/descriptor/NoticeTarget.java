package org.sise.integrations.descriptor;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a department's notices go. */
public sealed interface NoticeTarget {

    /** The word for it in descriptors. */
    String type();

    /** Where, for people; never with a secret. */
    String place();

    /**
     * To an address, one request a notice.
     *
     * @param url the address
     * @param key the key of the signature
     * @param timeout how long the whole answer may take
     * @param trust a file with the certificates to trust, PEM, or null for those of the platform
     */
    record Http(
            URI url, Secret key, Duration timeout, @Nullable String trust) implements NoticeTarget {
        @Override
        public String type() {
            return "http";
        }

        @Override
        public String place() {
            return url.toString();
        }
    }

    /** The form of files. */
    enum Form {
        /** One JSON object a line. */
        JSONL,
        /** A table with a head line. */
        CSV
    }

    /**
     * Into a folder, many a file.
     *
     * @param folder absolute, or below the house's folder for notices
     * @param form what the files look like
     * @param atMost notices a file, at most
     * @param every how long a notice waits for others to share its file
     */
    record Folder(String folder, Form form, int atMost, Duration every) implements NoticeTarget {
        @Override
        public String type() {
            return "folder";
        }

        @Override
        public String place() {
            return folder;
        }
    }

    /**
     * To a Kafka topic, one record a notice.
     *
     * @param access the brokers
     * @param topic the topic
     * @param feedback the topic from which feedback is read, or null
     * @param timeout how long the brokers may take for a record
     */
    record Kafka(KafkaAccess access, String topic, @Nullable String feedback, Duration timeout)
            implements NoticeTarget {
        @Override
        public String type() {
            return "kafka";
        }

        @Override
        public String place() {
            return access.brokers() + " " + topic;
        }
    }
}
