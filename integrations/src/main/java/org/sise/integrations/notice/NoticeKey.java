package org.sise.integrations.notice;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.sise.core.digest.Sha256;
import org.sise.ledger.record.Position;

/** The idempotency key of a notice: made from its subscriber and its event, so that it is the same whenever it is made. */
final class NoticeKey {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private NoticeKey() {}

    /** A name-based UUID of version 8 over SHA-256, see RFC 9562 sections 5.8 and B.2. */
    static UUID of(String subscriber, Position event) {
        String name = "sise:notice:%s:%d:%d".formatted(subscriber, event.xact(), event.id());
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(name));
        long high = (hash.getLong() & ~0xF000L) | VERSION_8;
        long low = (hash.getLong() & ~0xC000_0000_0000_0000L) | VARIANT;
        return new UUID(high, low);
    }
}
