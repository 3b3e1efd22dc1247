package org.sise.ledger.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.CopyLine;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The way between records and rows of the table {@code ledger.record}. */
final class RecordRows implements RowMapper<StoredRecord> {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.shared();

    void write(RecordEntry entry, int seq, CopyLine line) {
        CreditRecord record = entry.record();
        RecordHeader header = record.header();
        RecordShape shape = RecordShape.of(record.kind());
        line.add(seq)
                .add(record.kind().number())
                .add(header.subject())
                .add(entry.key())
                .add(header.date())
                .add(header.document())
                .add(header.department())
                .add(header.state().token())
                .add(header.severity() == null ? null : header.severity().token())
                .add(header.amount())
                .add(header.publishedFrom())
                .add(header.publishedUntil())
                .add(json.writeValueAsString(shape.writeOwn(record)))
                .add("\\x" + HexFormat.of().formatHex(digest(shape.write(record))))
                .add(entry.line())
                .add(entry.original());
    }

    @Override
    public StoredRecord mapRow(ResultSet row, int n) throws SQLException {
        RecordKind kind = RecordKind.ofNumber(row.getInt("kind"));
        Map<String, String> texts = new HashMap<>(json.readValue(row.getString("fields"), TEXTS));
        put(texts, "subject", row.getString("subject"));
        put(texts, "date", row.getString("event_date"));
        put(texts, "document", row.getString("document"));
        put(texts, "department", row.getString("department"));
        put(texts, "state", row.getString("state"));
        put(texts, "severity", row.getString("severity"));
        put(texts, "amount", row.getString("amount"));
        put(texts, "publishedFrom", row.getString("published_from"));
        put(texts, "publishedUntil", row.getString("published_until"));
        return new StoredRecord(
                row.getLong("id"),
                Long.parseLong(row.getString("xact")),
                RecordShape.of(kind).read(texts),
                row.getString("record_key"),
                row.getInt("version"),
                row.getTimestamp("known_at").toInstant(),
                row.getString("feed"),
                row.getLong("batch"),
                row.getInt("line"));
    }

    private static void put(Map<String, String> texts, String field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }

    private static byte[] digest(Map<String, String> texts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> text : texts.entrySet()) {
                sha256.update(text.getKey().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
                sha256.update(text.getValue().getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 1);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
