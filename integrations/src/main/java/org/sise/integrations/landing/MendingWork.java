package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a job does with rows of one feed, in the caller's transaction, which has locked them. */
final class MendingWork {

    private final MendingRows rows;
    private final Replay replay;
    private final QuarantineHistory history;

    MendingWork(MendingRows rows, Replay replay, QuarantineHistory history) {
        this.rows = rows;
        this.replay = replay;
        this.history = history;
    }

    /**
     * Does a job's rows.
     *
     * @param rule the job's rule, or null where it has none
     */
    MendingJob.Counts of(MendingJob job, @Nullable RowRule rule, List<Replay.Attempt> found) {
        QuarantineHistory.Doing doing =
                new QuarantineHistory.Doing(job.actor(), job.action().token(), job.id());
        return switch (job.action()) {
            case DISCARD -> discarded(found, doing, Objects.requireNonNullElse(job.reason(), ""));
            case REPLAY, IMPORT -> landed(found, found.size(), doing);
            case MEND -> {
                List<QuarantinedRow> plain =
                        found.stream().map(Replay.Attempt::row).toList();
                yield landed(attempts(plain, Objects.requireNonNull(rule)), found.size(), doing);
            }
        };
    }

    private MendingJob.Counts landed(List<Replay.Attempt> attempts, int seen, QuarantineHistory.Doing doing) {
        List<Replay.Attempt> open = attempts.stream()
                .filter(attempt -> switch (attempt.row().state()) {
                    case OPEN, WAITING -> true;
                    case REPLAYED, DISCARDED -> false;
                })
                .toList();
        List<Replay.Outcome> outcomes = new ArrayList<>();
        if (!open.isEmpty()) {
            replay.land(open, outcomes);
        }
        Map<QuarantinedRow.State, Long> states = new EnumMap<>(QuarantinedRow.State.class);
        List<QuarantineHistory.Line> lines = new ArrayList<>();
        for (Replay.Outcome outcome : outcomes) {
            states.merge(outcome.state(), 1L, Long::sum);
            // a row that stands as it stood has no new history
            if (outcome.attempt().corrected() != null
                    || outcome.state() != outcome.row().state()) {
                lines.add(outcome.line());
            }
        }
        history.write(doing, lines);
        return new MendingJob.Counts(
                seen,
                states.getOrDefault(QuarantinedRow.State.REPLAYED, 0L),
                states.getOrDefault(QuarantinedRow.State.WAITING, 0L),
                states.getOrDefault(QuarantinedRow.State.OPEN, 0L),
                0,
                seen - attempts.size(),
                attempts.size() - open.size());
    }

    private MendingJob.Counts discarded(List<Replay.Attempt> attempts, QuarantineHistory.Doing doing, String reason) {
        List<QuarantinedRow> found = attempts.stream().map(Replay.Attempt::row).toList();
        found.stream().map(QuarantinedRow::delivery).distinct().sorted().forEach(replay::lock);
        rows.discard(found.stream().map(QuarantinedRow::id).toArray(Long[]::new));
        replay.move(
                found, found.stream().map(_ -> QuarantinedRow.State.DISCARDED).toList());
        history.write(
                doing,
                found.stream()
                        .map(row -> new QuarantineHistory.Line(row.id(), "discarded", List.of(), reason))
                        .toList());
        return new MendingJob.Counts(found.size(), 0, 0, 0, found.size(), 0, 0);
    }

    /** Rows as the rule mends them, without those that it leaves as they are; all rows where there is no rule. */
    static List<Replay.Attempt> attempts(List<QuarantinedRow> rows, @Nullable RowRule rule) {
        List<Replay.Attempt> attempts = new ArrayList<>();
        for (QuarantinedRow row : rows) {
            Map<String, String> corrected = rule == null ? null : rule.mended(Replay.content(row));
            if (rule == null || corrected != null) {
                attempts.add(new Replay.Attempt(row, corrected));
            }
        }
        return attempts;
    }
}
