package org.sise.supervision.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.sise.core.grade.Grade;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.draw.ObjectPool;

/**
 * The pool of a plan with its file.
 *
 * @param objects the pool
 * @param csv {@code objects.csv}: strata in the order of their bytes, codes in theirs
 */
record FrozenPool(ObjectPool objects, byte[] csv) {

    private static final String HEADER = "stratum,code\n";

    /** Takes the pool from the ledger as it stands. */
    static FrozenPool take(Businesses businesses, PlanDraft draft) {
        var builder = ObjectPool.of(Strata.NAMES);
        Map<Grade, ByteArrayOutputStream> rows = new EnumMap<>(Grade.class);
        businesses.forEachGraded(PoolFilter.of(draft, null), (code, grade) -> {
            builder.add(grade.name(), code);
            rows.computeIfAbsent(grade, _ -> new ByteArrayOutputStream())
                    .writeBytes((grade.name() + "," + code + "\n").getBytes(StandardCharsets.UTF_8));
        });
        Map<String, ByteArrayOutputStream> byName = new TreeMap<>();
        rows.forEach((grade, lines) -> byName.put(grade.name(), lines));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
        byName.values().forEach(lines -> csv.writeBytes(lines.toByteArray()));
        return new FrozenPool(builder.build(), csv.toByteArray());
    }

    /** Reads a file that {@link #take} has written. */
    static ObjectPool read(byte[] csv) {
        var builder = ObjectPool.of(Strata.NAMES);
        String stratum = "";
        int lineStart = HEADER.length();
        for (int at = lineStart; at < csv.length; at++) {
            if (csv[at] == ',') {
                stratum = new String(csv, lineStart, at - lineStart, StandardCharsets.UTF_8);
                lineStart = at + 1;
            } else if (csv[at] == '\n') {
                builder.add(stratum, new String(csv, lineStart, at - lineStart, StandardCharsets.UTF_8));
                lineStart = at + 1;
            }
        }
        return builder.build();
    }
}
