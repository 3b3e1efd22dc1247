package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.Originals;

/** The rows of one file that came back, told apart: changed ones are kept for the job, the others counted. */
final class MendedRows {

    private static final int NAMED = 50;

    private final long mending;
    private final MendingRows rows;
    private final Replay replay;
    private final Quarantine quarantine;
    private final Map<String, Set<String>> columns = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long highest;

    MendedRows(long mending, MendingRows rows, Replay replay, Quarantine quarantine) {
        this.mending = mending;
        this.rows = rows;
        this.replay = replay;
        this.quarantine = quarantine;
    }

    void add(List<Map<String, String>> page) {
        Map<Long, Map<String, String>> came = new LinkedHashMap<>();
        for (Map<String, String> cells : page) {
            count("rows");
            String text = cells.getOrDefault(SentBack.NUMBER, "").strip();
            Long number = number(text);
            if (number == null) {
                count("unknown", text);
            } else if (!seen.add(number)) {
                count("repeated", text);
            } else {
                came.put(number, cells);
            }
        }
        Map<Long, QuarantinedRow> known = new HashMap<>();
        rows.of(came.keySet().toArray(Long[]::new)).forEach(row -> known.put(row.id(), row));
        List<Long> ids = new ArrayList<>();
        List<String> corrected = new ArrayList<>();
        came.forEach((number, cells) -> {
            QuarantinedRow row = known.get(number);
            String change = row == null ? null : change(row, cells);
            if (row == null) {
                count("unknown", Long.toString(number));
            } else if (change != null) {
                ids.add(number);
                corrected.add(change);
                highest = Math.max(highest, number);
                count("changed");
            }
        });
        if (!ids.isEmpty()) {
            rows.change(mending, ids.toArray(Long[]::new), corrected.toArray(String[]::new));
        }
    }

    /** Writes down what the file held. */
    void end() {
        Map<String, String> summary = new LinkedHashMap<>();
        counts.forEach((word, count) -> summary.put(word, Long.toString(count)));
        named.forEach((word, numbers) -> summary.put(word + "-numbers", String.join(", ", numbers)));
        rows.summary(mending, counts.getOrDefault("changed", 0L), highest, Originals.write(summary));
    }

    /** The whole corrected row, personal numbers replaced, or null where nothing is to be done. */
    private @Nullable String change(QuarantinedRow row, Map<String, String> cells) {
        FeedDescriptor feed = replay.feed(row.feed());
        if (feed == null || row.index() < 0) {
            count(feed == null ? "unknown" : "whole-files", Long.toString(row.id()));
            return null;
        }
        boolean settled = switch (row.state()) {
            case OPEN, WAITING -> false;
            case REPLAYED, DISCARDED -> true;
        };
        Map<String, String> kept = Replay.content(row);
        Map<String, String> corrected = new LinkedHashMap<>(kept);
        boolean changed = false;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String column = cell.getKey();
            if (kept.containsKey(column) || isColumn(feed, column)) {
                String to = SentBack.changed(kept.getOrDefault(column, ""), cell.getValue());
                if (to != null) {
                    changed = true;
                    put(corrected, column, to);
                }
            }
        }
        if (!changed) {
            count("same");
            return null;
        }
        if (settled) {
            count("settled", Long.toString(row.id()));
            return null;
        }
        corrected.remove(Originals.TEXT);
        return replay.keyed(row, corrected);
    }

    private static void put(Map<String, String> row, String column, String to) {
        if (to.isEmpty()) {
            row.remove(column);
        } else {
            row.put(column, to);
        }
    }

    private boolean isColumn(FeedDescriptor feed, String column) {
        return columns.computeIfAbsent(feed.feed(), name -> {
                    Set<String> all = new HashSet<>(feed.columns().all());
                    all.addAll(quarantine.columns(QuarantineQuery.of(name, null, null)));
                    SentBack.COLUMNS.forEach(all::remove);
                    return all;
                })
                .contains(column);
    }

    private static @Nullable Long number(String text) {
        String digits = text.startsWith("'") ? text.substring(1) : text;
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    private void count(String word) {
        counts.merge(word, 1L, Long::sum);
    }

    private void count(String word, String number) {
        count(word);
        List<String> numbers = named.computeIfAbsent(word, _ -> new ArrayList<>());
        if (numbers.size() < NAMED) {
            numbers.add(number.isEmpty() ? "—" : number);
        }
    }
}
