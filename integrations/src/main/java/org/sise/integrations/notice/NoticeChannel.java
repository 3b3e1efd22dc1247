package org.sise.integrations.notice;

import java.util.List;

/** A way to a department. Used by one thread at a time. */
sealed interface NoticeChannel extends AutoCloseable permits HttpChannel, FolderChannel, KafkaChannel {

    /** The notices to be handed over together next, of those that are pending, in their order; none when it is better to wait. */
    List<Outgoing> parcel(List<Outgoing> pending);

    /** Sends a parcel, and tells for each of its notices how it went. Does not throw because of the receiver. */
    List<Outcome> send(List<Outgoing> parcel);

    /** Reads feedback that waits on this way, if this way brings any. */
    default void readFeedback() {}

    @Override
    default void close() {}
}
