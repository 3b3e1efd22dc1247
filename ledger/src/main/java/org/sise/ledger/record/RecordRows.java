package org.sise.ledger.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.ledger.BinaryCopy;
import org.sise.ledger.JsonTexts;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The way between records and rows of the table {@code ledger.record}. */
final class RecordRows implements RowMapper<StoredRecord> {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.shared();

    /** The columns that {@link #write} writes. */
    static final List<String> COLUMNS = List.of(
            "kind",
            "subject",
            "record_key",
            "version",
            "event_date",
            "document",
            "department",
            "state",
            "severity",
            "amount",
            "published_from",
            "published_until",
            "fields",
            "digest",
            "feed",
            "batch",
            "line",
            "original");

    void write(NewVersion row, String feed, long batch, JsonTexts fields, BinaryCopy into) {
        RecordEntry entry = row.entry();
        CreditRecord record = entry.record();
        RecordHeader header = record.header();
        into.addShort(record.kind().number())
                .addText(header.subject().value())
                .addText(entry.key())
                .addInt(row.version())
                .addDay(header.date())
                .addText(header.document())
                .addText(header.department())
                .addText(header.state().token())
                .addText(header.severity() == null ? null : header.severity().token())
                .addHundredths(header.amount() == null ? null : header.amount().amount())
                .addDay(header.publishedFrom())
                .addDay(header.publishedUntil())
                .addJson(own(record, fields))
                .addBytes(entry.content().bytes())
                .addText(feed)
                .addLong(batch)
                .addInt(entry.line())
                .addText(entry.original());
    }

    private static String own(CreditRecord record, JsonTexts fields) {
        fields.begin();
        RecordShape.of(record.kind()).forEachOwn(record, fields::add);
        return fields.end();
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
}
