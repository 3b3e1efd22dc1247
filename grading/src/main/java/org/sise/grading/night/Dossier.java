package org.sise.grading.night;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.RecordStream;

/** The records of one business after another as they come from the stream; of each matter the latest version counts. */
final class Dossier {

    /** A record; the objects are used again for the next business. */
    static final class Row {
        RecordKind kind = RecordKind.REGISTRATION;
        RecordState state = RecordState.EFFECTIVE;
        byte[] key = new byte[0];
        int version;
        int epochDay;

        @Nullable
        String[] fields = new String[0];

        boolean isLatest;
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<RecordKind, List<String>> fields;
    private int size;
    private boolean corrected;

    Dossier(Map<RecordKind, List<String>> fields) {
        this.fields = fields;
    }

    void clear() {
        size = 0;
        corrected = false;
    }

    /** Takes the stream's present record. */
    void add(RecordStream stream) throws SQLException {
        if (size == rows.size()) {
            rows.add(new Row());
        }
        Row row = rows.get(size++);
        row.kind = stream.kind();
        row.state = stream.state();
        row.key = stream.key();
        row.version = stream.version();
        row.epochDay = stream.epochDay();
        row.isLatest = true;
        corrected |= row.version > 1;
        int wanted = fields.getOrDefault(row.kind, List.of()).size();
        if (row.fields.length != wanted) {
            row.fields = new String[wanted];
        }
        for (int f = 0; f < wanted; f++) {
            row.fields[f] = stream.field(f);
        }
    }

    /** The records, outdated versions marked. To be read before the next {@link #clear}. */
    List<Row> rows() {
        if (corrected) {
            Map<List<Object>, Row> latest = new HashMap<>();
            for (int i = 0; i < size; i++) {
                Row row = rows.get(i);
                Row other = latest.get(matter(row));
                if (other == null || other.version < row.version) {
                    if (other != null) {
                        other.isLatest = false;
                    }
                    latest.put(matter(row), row);
                } else {
                    row.isLatest = false;
                }
            }
        }
        return rows.subList(0, size);
    }

    private static List<Object> matter(Row row) {
        return List.of(row.kind, ByteBuffer.wrap(row.key));
    }
}
