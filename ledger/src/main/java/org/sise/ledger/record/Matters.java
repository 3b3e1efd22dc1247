package org.sise.ledger.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger knows of the matters of some entries, and with each entry that is judged what it will know: the latest
 * version's number and digest.
 */
final class Matters {

    /** In the order of the unique index, whatever the planner thinks of the number of keys. */
    private static final String LATEST = """
            select distinct on (record_key) record_key, version, digest, state = 'repaired' from ledger.record
            where kind = cast(:kind as smallint) and record_key = any(:keys)
            order by record_key desc, version desc""";

    /** Whether the last word of this house on a matter is its repair. */
    private static final String REPAIRED_HERE = """
            select exists (select from ledger.record
                where kind = cast(:kind as smallint) and record_key = :key and feed = :feed)""";

    private record Latest(int version, ContentDigest content, boolean repaired) {}

    private final JdbcClient jdbc;
    private final Map<RecordKind, Map<String, Latest>> latest = new EnumMap<>(RecordKind.class);

    /** Reads what the ledger knows of the entries' matters. */
    Matters(JdbcClient jdbc, List<RecordEntry> entries) {
        this.jdbc = jdbc;
        Map<RecordKind, TreeSet<String>> keys = new EnumMap<>(RecordKind.class);
        for (RecordEntry entry : entries) {
            keys.computeIfAbsent(entry.record().kind(), _ -> new TreeSet<>()).add(entry.key());
        }
        keys.forEach((kind, of) -> {
            Map<String, Latest> known = new HashMap<>(2 * of.size());
            jdbc.sql(LATEST)
                    .param("kind", kind.number())
                    .param("keys", of.toArray(String[]::new))
                    .query(row -> {
                        known.put(
                                row.getString(1),
                                new Latest(row.getInt(2), ContentDigest.stored(row.getBytes(3)), row.getBoolean(4)));
                    });
            latest.put(kind, known);
        });
    }

    /** Of the entries those whose content is not their matter's latest, in their order, with their versions. */
    List<NewVersion> news(List<RecordEntry> entries) {
        List<NewVersion> news = new ArrayList<>(entries.size());
        for (RecordEntry entry : entries) {
            boolean repaired = isRepaired(entry);
            int known = known(entry, repaired);
            if (known >= 0) {
                news.add(new NewVersion(repaired ? asRepaired(entry) : entry, known + 1));
            }
        }
        return news;
    }

    /** The version after which this content is new, 0 when its matter is; -1 when it is the latest. */
    private int known(RecordEntry entry, boolean repaired) {
        Map<String, Latest> matters = latest.computeIfAbsent(entry.record().kind(), _ -> new HashMap<>());
        @Nullable Latest last = matters.get(entry.key());
        if (last != null && last.content().equals(entry.content())) {
            return -1;
        }
        int version = last == null ? 0 : last.version();
        matters.put(entry.key(), new Latest(version + 1, entry.content(), repaired));
        return version;
    }

    /** Whether a row in effect is of a matter that this house has repaired: what it corrects stays repaired. */
    private boolean isRepaired(RecordEntry entry) {
        Map<String, Latest> matters = latest.get(entry.record().kind());
        Latest last = matters == null ? null : matters.get(entry.key());
        RecordState state = entry.record().header().state();
        return last != null
                && last.repaired()
                && (state == RecordState.EFFECTIVE || state == RecordState.CORRECTED)
                && jdbc.sql(REPAIRED_HERE)
                        .param("kind", entry.record().kind().number())
                        .param("key", entry.key())
                        .param("feed", Decisions.REPAIR)
                        .query(Boolean.class)
                        .single();
    }

    private static RecordEntry asRepaired(RecordEntry entry) {
        RecordShape shape = RecordShape.of(entry.record().kind());
        Map<String, String> texts = new HashMap<>(shape.write(entry.record()));
        texts.put("state", RecordState.REPAIRED.token());
        return new RecordEntry(shape.read(texts), entry.key(), entry.line(), entry.original(), entry.content());
    }
}
