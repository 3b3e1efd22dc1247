package org.sise.integrations.landing;

import java.time.Clock;
import java.util.List;
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
    private final MendingWork work;
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
        this.work = new MendingWork(rows, replay, history);
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
            MendingTrial trial = new MendingTrial(replay, rowRule, shown);
            long until = rows.highest();
            long last = 0;
            List<QuarantinedRow> found;
            do {
                found = rows.next(filter(query, true), last, until, AT_ONCE, false);
                for (List<QuarantinedRow> feed : MendingRows.byFeed(found)) {
                    trial.add(feed);
                }
                last = found.isEmpty() ? last : found.getLast().id();
            } while (found.size() == AT_ONCE && trial.tried() < TRIED);
            return trial.of(rows.count(filter(query, true), until));
        }));
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
        MendingJob.Counts counts = work.of(job, rule(job, feed), same);
        rows.progress(job.id(), same.getLast().row().id(), counts);
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
