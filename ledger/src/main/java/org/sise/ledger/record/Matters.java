package org.sise.ledger.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger knows of the matters of some entries, and with each entry that is judged what it will know: the latest
 * version's number and digest.
 */
final class Matters {

    /** In the order of the unique index, whatever the planner thinks of the number of keys. */
    private static final String LATEST = """
            select distinct on (record_key) record_key, version, digest from ledger.record
            where kind = cast(:kind as smallint) and record_key = any(:keys)
            order by record_key desc, version desc""";

    private record Latest(int version, ContentDigest content) {}

    private final Map<RecordKind, Map<String, Latest>> latest = new EnumMap<>(RecordKind.class);

    /** Reads what the ledger knows of the entries' matters. */
    Matters(JdbcClient jdbc, List<RecordEntry> entries) {
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
                        known.put(row.getString(1), new Latest(row.getInt(2), ContentDigest.stored(row.getBytes(3))));
                    });
            latest.put(kind, known);
        });
    }

    /** Of the entries those whose content is not their matter's latest, in their order, with their versions. */
    List<NewVersion> news(List<RecordEntry> entries) {
        List<NewVersion> news = new ArrayList<>(entries.size());
        for (RecordEntry entry : entries) {
            int known = known(entry);
            if (known >= 0) {
                news.add(new NewVersion(entry, known + 1));
            }
        }
        return news;
    }

    /** The version after which this content is new, 0 when its matter is; -1 when it is the latest. */
    private int known(RecordEntry entry) {
        Map<String, Latest> matters = latest.computeIfAbsent(entry.record().kind(), _ -> new HashMap<>());
        @Nullable Latest last = matters.get(entry.key());
        if (last != null && last.content().equals(entry.content())) {
            return -1;
        }
        int version = last == null ? 0 : last.version();
        matters.put(entry.key(), new Latest(version + 1, entry.content()));
        return version;
    }
}
