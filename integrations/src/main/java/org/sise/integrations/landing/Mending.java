package org.sise.integrations.landing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mending.MendingFault;
import org.sise.integrations.mending.MendingRule;
import org.sise.integrations.mending.RuleWords;
import org.sise.ledger.audit.AuditLog;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Jobs over many quarantined rows: replayed, mended by a rule, set aside, or landed as a department sent them back. A job
 * is done by {@link #doNext()} in transactions of 500 rows, each of which keeps how far it is; a crash loses none and does
 * none twice. A job takes only rows that stood in the quarantine when it was asked for. Its beginning and its end, with
 * counts, are lines of the audit log; what it did with each row is the row's history.
 */
public final class Mending {

    private static final int AT_ONCE = 500;
    private static final int TRIED = 20_000;
    private static final int LONGEST_REASON = 500;

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final MendingRows rows;
    private final Replay replay;
    private final QuarantineHistory history;
    private final AuditLog audit;

    /** On a database that is up to date, with the replay that lands the rows. */
    Mending(DataSource dataSource, Replay replay, QuarantineHistory history) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.rows = new MendingRows(dataSource);
        this.replay = replay;
        this.history = history;
        this.audit = new AuditLog(dataSource, Clock.systemUTC());
    }

    /**
     * Tries what a job would do, in one snapshot of the database, on up to 20,000 rows.
     *
     * @param rule the rule, or null to replay rows as they are
     * @param shown how many rows are shown before and after
     * @throws MendingFault when the rows or the rule cannot be taken
     */
    public MendingPreview preview(QuarantineQuery query, @Nullable MendingRule rule, int shown) {
        RowRule rowRule = checked(query, rule);
        return Objects.requireNonNull(snapshot.execute(_ -> {
            Preview preview = new Preview(rowRule, shown);
            long until = rows.highest();
            long last = 0;
            List<QuarantinedRow> found;
            do {
                found = rows.next(filter(query, true), last, until, AT_ONCE, false);
                for (List<QuarantinedRow> feed : MendingRows.byFeed(found)) {
                    preview.add(feed);
                }
                last = found.isEmpty() ? last : found.getLast().id();
            } while (found.size() == AT_ONCE && preview.tried < TRIED);
            return preview.of(rows.count(filter(query, true), until));
        }));
    }

    /** Counts while rows are tried. */
    private final class Preview {
        private final @Nullable RowRule rule;
        private final int shown;
        private final List<MendingPreview.Sample> samples = new ArrayList<>();
        private final Map<QuarantinedRow.State, Long> outcomes = new EnumMap<>(QuarantinedRow.State.class);
        private long tried;
        private long unchanged;

        Preview(@Nullable RowRule rule, int shown) {
            this.rule = rule;
            this.shown = shown;
        }

        void add(List<QuarantinedRow> feed) {
            tried += feed.size();
            List<Replay.Attempt> attempts = attempts(feed, rule);
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
    }

    /** Asks for a job that maps rows once more as they are, for instance after a descriptor was mended. */
    public MendingJob replay(QuarantineQuery query, String actor) {
        checked(query, null);
        return ask(MendingJob.Action.REPLAY, query, null, null, actor);
    }

    /**
     * Asks for a job that mends rows by a rule.
     *
     * @throws MendingFault when the query names no feed, or the rule cannot be taken
     */
    public MendingJob mend(QuarantineQuery query, MendingRule rule, String actor) {
        checked(query, rule);
        return ask(MendingJob.Action.MEND, query, Originals.write(RuleWords.write(rule)), null, actor);
    }

    /**
     * Asks for a job that sets rows aside for good.
     *
     * @throws MendingFault when no reason is given, or too long a one
     */
    public MendingJob discard(QuarantineQuery query, String reason, String actor) {
        checked(query, null);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new MendingFault(
                    "reason",
                    "请写明作废原因，最多%d个字符".formatted(LONGEST_REASON),
                    "say why, in %d characters at most".formatted(LONGEST_REASON));
        }
        return ask(MendingJob.Action.DISCARD, query, null, reason.strip(), actor);
    }

    private MendingJob ask(
            MendingJob.Action action,
            QuarantineQuery query,
            @Nullable String rule,
            @Nullable String reason,
            String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            long until = rows.highest();
            long total = rows.count(filter(query, action != MendingJob.Action.DISCARD), until);
            return asked(rows.insert(action, query, rule, reason, actor, total, until));
        }));
    }

    /** Writes down that a job was asked for; in the caller's transaction. */
    MendingJob asked(long id) {
        MendingJob job = rows.find(id).orElseThrow();
        audit.append(job.actor(), "mending-asked", "mending " + id, "%s; %s".formatted(words(job), job.total()));
        return job;
    }

    /** The job of a number. */
    public Optional<MendingJob> find(long id) {
        return rows.find(id);
    }

    /**
     * Jobs, the latest first.
     *
     * @param before those before this number, or null from the latest
     */
    public List<MendingJob> latest(@Nullable Long before, int limit) {
        return rows.latest(before, limit);
    }

    /** Rows that a job could not land, as they stand now, the first first; those after a number, or 0. */
    public List<QuarantinedRow> refused(long job, long afterId, int limit) {
        return rows.refused(job, afterId, limit);
    }

    /**
     * Stops a job; what it did stays.
     *
     * @throws IllegalStateException when it has ended already
     */
    public MendingJob cancel(long id, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!rows.end(id, MendingJob.State.CANCELLED, actor, null)) {
                throw new IllegalStateException("作业%d已结束 / job %d has ended".formatted(id, id));
            }
            return ended(id, actor, "mending-cancelled");
        }));
    }

    /**
     * Does the next rows of the oldest open job; false where there is none. A job that cannot go on is marked as failed.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away; nothing was done then
     */
    public boolean doNext() {
        AtomicLong taken = new AtomicLong();
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                Optional<MendingJob> job = rows.take();
                job.ifPresent(found -> {
                    taken.set(found.id());
                    step(found);
                });
                return job.isPresent();
            }));
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (taken.get() == 0) {
                throw e;
            }
            transaction.executeWithoutResult(_ -> {
                if (rows.end(taken.get(), MendingJob.State.FAILED, null, String.valueOf(e.getMessage()))) {
                    ended(taken.get(), "system", "mending-failed");
                }
            });
            return true;
        }
    }

    private void step(MendingJob job) {
        List<Replay.Attempt> found = job.action() == MendingJob.Action.IMPORT
                ? rows.changes(job.id(), job.last(), AT_ONCE)
                : rows
                        .next(
                                filter(job.query(), job.action() != MendingJob.Action.DISCARD),
                                job.last(),
                                job.until(),
                                AT_ONCE,
                                true)
                        .stream()
                        .map(row -> new Replay.Attempt(row, null))
                        .toList();
        if (found.isEmpty()) {
            if (rows.end(job.id(), MendingJob.State.FINISHED, null, null)) {
                ended(job.id(), job.actor(), "mending-finished");
            }
            return;
        }
        String feed = found.getFirst().row().feed();
        List<Replay.Attempt> same = found.stream()
                .takeWhile(attempt -> attempt.row().feed().equals(feed))
                .toList();
        QuarantineHistory.Doing doing =
                new QuarantineHistory.Doing(job.actor(), job.action().token(), job.id());
        MendingJob.Counts counts = switch (job.action()) {
            case DISCARD -> discarded(same, doing, Objects.requireNonNullElse(job.reason(), ""));
            case REPLAY, IMPORT -> landed(same, same.size(), doing);
            case MEND -> {
                RowRule rule = Objects.requireNonNull(rule(job, feed));
                List<QuarantinedRow> plain =
                        same.stream().map(Replay.Attempt::row).toList();
                yield landed(attempts(plain, rule), same.size(), doing);
            }
        };
        rows.progress(job.id(), same.getLast().row().id(), counts);
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
    private static List<Replay.Attempt> attempts(List<QuarantinedRow> rows, @Nullable RowRule rule) {
        List<Replay.Attempt> attempts = new ArrayList<>();
        for (QuarantinedRow row : rows) {
            Map<String, String> corrected = rule == null ? null : rule.mended(Replay.content(row));
            if (rule == null || corrected != null) {
                attempts.add(new Replay.Attempt(row, corrected));
            }
        }
        return attempts;
    }

    private @Nullable RowRule checked(QuarantineQuery query, @Nullable MendingRule rule) {
        QuarantinedRow.State state = query.state();
        if (state == QuarantinedRow.State.REPLAYED || state == QuarantinedRow.State.DISCARDED) {
            throw new MendingFault("state", "已入库或已作废的行不能再处理", "rows that have landed or were discarded are settled");
        }
        if (rule == null) {
            return null;
        }
        FeedDescriptor feed = query.feed() == null ? null : replay.feed(query.feed());
        if (feed == null) {
            throw new MendingFault("feed", "请先选定一个来源", "choose a feed first");
        }
        return RowRule.of(rule, feed);
    }

    private @Nullable RowRule rule(MendingJob job, String feed) {
        FeedDescriptor descriptor = replay.feed(feed);
        return job.rule() == null || descriptor == null ? null : RowRule.of(RuleWords.read(job.rule()), descriptor);
    }

    private QuarantineFilter filter(QuarantineQuery query, boolean mapped) {
        QuarantineFilter filter = QuarantineFilter.of(query).unsettled();
        return mapped ? filter.and("q.row_index >= 0 and q.feed = any(:mapped)", "mapped", replay.feeds()) : filter;
    }

    private MendingJob ended(long id, String actor, String action) {
        MendingJob job = rows.find(id).orElseThrow();
        MendingJob.Counts counts = job.counts();
        audit.append(
                actor,
                action,
                "mending " + id,
                "%s; seen %d, landed %d, waiting %d, refused %d, discarded %d, unchanged %d, settled %d"
                        .formatted(
                                words(job),
                                counts.seen(),
                                counts.landed(),
                                counts.waiting(),
                                counts.refused(),
                                counts.discarded(),
                                counts.unchanged(),
                                counts.settled()));
        return job;
    }

    private static String words(MendingJob job) {
        return job.action().token() + " " + job.query().words() + (job.rule() == null ? "" : " " + job.rule())
                + (job.reason() == null ? "" : " " + job.reason());
    }
}
