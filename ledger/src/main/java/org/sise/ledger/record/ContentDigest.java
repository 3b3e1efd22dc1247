package org.sise.ledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.sise.core.digest.Sha256;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordShape;

/** SHA-256 over a record's fields and their texts: equal digests, equal content. Immutable. */
public final class ContentDigest {

    private final byte[] bytes;

    private ContentDigest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of a record. */
    static ContentDigest of(CreditRecord record) {
        MessageDigest sha256 = Sha256.digest();
        RecordShape.of(record.kind()).forEach(record, (field, text) -> {
            sha256.update(field.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 1);
        });
        return new ContentDigest(sha256.digest());
    }

    /** As the ledger holds it. */
    static ContentDigest stored(byte[] bytes) {
        return new ContentDigest(bytes);
    }

    /** The digest's bytes, which nobody changes. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentDigest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
