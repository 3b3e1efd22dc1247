package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.Originals;

/** Counts what a job would do, while rows are tried. */
final class MendingTrial {

    private final Replay replay;
    private final @Nullable RowRule rule;
    private final int shown;
    private final List<MendingPreview.Sample> samples = new ArrayList<>();
    private final Map<QuarantinedRow.State, Long> outcomes = new EnumMap<>(QuarantinedRow.State.class);
    private long tried;
    private long unchanged;

    MendingTrial(Replay replay, @Nullable RowRule rule, int shown) {
        this.replay = replay;
        this.rule = rule;
        this.shown = shown;
    }

    void add(List<QuarantinedRow> feed) {
        tried += feed.size();
        List<Replay.Attempt> attempts = MendingWork.attempts(feed, rule);
        unchanged += feed.size() - attempts.size();
        for (Replay.Outcome outcome : replay.look(attempts)) {
            outcomes.merge(outcome.state(), 1L, Long::sum);
            if (samples.size() < shown) {
                samples.add(sample(outcome));
            }
        }
    }

    private MendingPreview.Sample sample(Replay.Outcome outcome) {
        QuarantineHistory.Line line = outcome.line();
        String column = rule == null ? "" : rule.column();
        Map<String, String> after = Originals.read(outcome.mapped().original());
        return new MendingPreview.Sample(
                line.row(),
                outcome.row().line(),
                Replay.content(outcome.row()).getOrDefault(column, ""),
                after.getOrDefault(column, ""),
                line.outcome(),
                line.note());
    }

    MendingPreview of(long total) {
        return new MendingPreview(
                total,
                tried,
                outcomes.getOrDefault(QuarantinedRow.State.REPLAYED, 0L),
                outcomes.getOrDefault(QuarantinedRow.State.WAITING, 0L),
                outcomes.getOrDefault(QuarantinedRow.State.OPEN, 0L),
                unchanged,
                samples);
    }

    long tried() {
        return tried;
    }
}
