package org.sise.ledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordShape;

/** SHA-256 over a record's fields and their texts: equal digests, equal content. For one thread. */
final class RecordDigest {

    private final MessageDigest sha256;

    RecordDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] of(CreditRecord record) {
        RecordShape.of(record.kind()).forEach(record, (field, text) -> {
            sha256.update(field.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 1);
        });
        return sha256.digest();
    }
}
