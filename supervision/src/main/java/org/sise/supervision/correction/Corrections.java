package org.sise.supervision.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.ledger.Page;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.door.LaterResults;
import org.sise.supervision.visit.Visits;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrections with their deadlines. Each step stands in the audit log and the outbox in the same transaction; a reminder is
 * in the outbox exactly once for each deadline, whenever the house went down. Methods with a number throw {@link
 * NoSuchElementException} where there is none of it.
 */
public final class Corrections {

    /** The topics of the outbox. */
    public static final String ORDERED = "correction-ordered";

    /** The deadline is near. */
    public static final String NEAR = "correction-near";

    /** The deadline is over. */
    public static final String OVERDUE = "correction-overdue";

    /** The business says that it is done. */
    public static final String REPORTED = "correction-reported";

    /** The authority has looked at it. */
    public static final String LOOKED_AT = "correction-verified";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CLOCK = "clock";
    private static final int AT_ONCE = 200;
    private static final int MOST = 10_000;

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final CorrectionRows rows;
    private final CorrectionRules rules;
    private final CheckItems items;
    private final Supplier<WorkingCalendar> calendar;
    private final LaterResults results;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Corrections(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            CorrectionRules rules,
            CheckItems items,
            Supplier<WorkingCalendar> calendar,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.outbox = new Outbox(dataSource);
        this.rows = new CorrectionRows(dataSource);
        this.rules = rules;
        this.items = items;
        this.calendar = calendar;
        this.results = new LaterResults(dataSource, visits);
        this.clock = clock;
    }

    /**
     * Orders a correction for a finding, before the visit's end or after it; the one that stands where there is one.
     *
     * @param matter what has to be put right
     * @param due the last day, or null for the one by the rules
     * @param exempted whether no penalty follows if it is put right in time
     * @throws IllegalArgumentException without a matter, or when the last day is over
     */
    public Correction order(
            String business,
            long visit,
            String item,
            String matter,
            @Nullable LocalDate due,
            boolean exempted,
            String actor) {
        if (matter.isBlank()) {
            throw new IllegalArgumentException("matter: 请写明须改正的事项 / say what has to be put right");
        }
        LocalDate today = today();
        if (due != null && due.isBefore(today)) {
            throw new IllegalArgumentException("due: 期限不能早于今天 / the deadline must not be over: " + due);
        }
        return inTransaction(() -> {
            LocalDate last = due == null ? calendar.get().plus(today, rules.days(item, items)) : due;
            Optional<Correction> standing = rows.find(visit, item);
            if (standing.isPresent()) {
                if (exempted && !standing.get().exempted()) {
                    rows.exempt(standing.get().id());
                }
                return get(standing.get().id());
            }
            keep(business, visit, item, matter.strip(), today, last, exempted, actor);
            return rows.find(visit, item).orElseThrow();
        });
    }

    /** Orders what the findings of ended visits order and is not kept yet, with the deadline by the rules; each once. */
    public int orderFromFindings() {
        int ordered = 0;
        List<CorrectionRows.Ordered> some;
        do {
            some = rows.notKept(AT_ONCE);
            for (CorrectionRows.Ordered one : some) {
                ordered += inTransaction(() -> keep(
                                one.business(),
                                one.visit(),
                                one.item(),
                                one.note(),
                                one.on(),
                                calendar.get().plus(one.on(), rules.days(one.item(), items)),
                                false,
                                one.certificate()))
                        ? 1
                        : 0;
            }
        } while (some.size() == AT_ONCE);
        return ordered;
    }

    /**
     * The business says that it is done.
     *
     * @throws IllegalArgumentException when it says nothing
     * @throws CorrectionStateException when it is not to be reported any more
     */
    public Correction report(long id, String note, String actor) {
        required("note", note, "请说明改正情况", "say what was done");
        return step(id, CorrectionState.REPORTED, null, note, actor, REPORTED);
    }

    /**
     * The authority has looked at it. What is not put right makes the visit's result in the ledger one that is to be
     * handled further (发现问题待后续处理), a new version of it; what is put right after that takes this back.
     *
     * @param corrected whether it is put right
     * @throws IllegalArgumentException without a note
     * @throws CorrectionStateException when it is verified already
     */
    public Correction verify(long id, boolean corrected, String note, String actor) {
        required("note", note, "请填写核查情况", "say what was seen");
        return inTransaction(() -> {
            CorrectionState next = corrected ? CorrectionState.VERIFIED : CorrectionState.UNCORRECTED;
            Correction after = step(id, next, null, note, actor, LOOKED_AT);
            results.restate(
                    after.visit(),
                    rows.ofVisit(after.visit()).stream()
                            .filter(one -> one.state() == CorrectionState.UNCORRECTED)
                            .map(Correction::item)
                            .collect(Collectors.toSet()));
            return after;
        });
    }

    /**
     * Gives it a later deadline.
     *
     * @throws IllegalArgumentException without a reason, or when the day is not later or too late by the rules
     * @throws IllegalStateException when it was extended as often as the rules allow, or is verified
     */
    public Correction extend(long id, LocalDate due, String reason, String actor) {
        required("reason", reason, "请填写延期理由", "a reason is needed");
        return inTransaction(() -> {
            Correction correction = locked(id);
            LocalDate latest = calendar.get().plus(correction.due(), rules.extension());
            if (!due.isAfter(correction.due()) || due.isBefore(today()) || due.isAfter(latest)) {
                throw new IllegalArgumentException(
                        "due: 应晚于 %s、不早于今天且不晚于 %s / must be after %s, not over, and no later than %s"
                                .formatted(correction.due(), latest, correction.due(), latest));
            }
            if (rows.extensions(id) >= rules.extensions()) {
                throw new IllegalStateException("已延期 %d 次，不能再延 / has been extended %d times, which is the most"
                        .formatted(rules.extensions(), rules.extensions()));
            }
            return step(id, CorrectionState.EXTENDED, due, reason, actor, ORDERED);
        });
    }

    /** Reminds of deadlines that are near and says which are over; each once. */
    public int remind() {
        LocalDate today = today();
        LocalDate near = calendar.get().plus(today, rules.remind());
        int told = 0;
        for (Correction correction : rows.notReminded(OVERDUE, today.minusDays(1), MOST)) {
            told += inTransaction(() -> overdue(correction.id())) ? 1 : 0;
        }
        for (Correction correction : rows.notReminded(NEAR, near, MOST)) {
            told += inTransaction(() -> near(correction.id())) ? 1 : 0;
        }
        return told;
    }

    /** The correction of a number. */
    public Correction get(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** What happened to a correction, in order. */
    public List<CorrectionEvent> history(long id) {
        return rows.events(get(id).id());
    }

    /** The corrections of a visit, by item. */
    public List<Correction> ofVisit(long visit) {
        return rows.ofVisit(visit);
    }

    /**
     * A part of the corrections.
     *
     * @param business the one business whose corrections may be seen, or null for all
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<Correction> list(
            CorrectionFilter filter, @Nullable String business, @Nullable String cursor, int limit) {
        CorrectionRows.Place after = null;
        if (cursor != null) {
            try {
                String[] parts = cursor.split("~", -1);
                after = new CorrectionRows.Place(
                        parts[2].equals(CorrectionState.VERIFIED.token()),
                        LocalDate.parse(parts[0]),
                        Long.parseLong(parts[1]));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
            }
        }
        List<Correction> found = rows.list(filter, business, after, limit + 1);
        boolean more = found.size() > limit;
        List<Correction> page = more ? found.subList(0, limit) : found;
        Correction last = more ? page.getLast() : null;
        String next = last == null
                ? null
                : last.due() + "~" + last.id() + "~" + last.state().token();
        return new Page<>(page, next, rows.count(filter, business));
    }

    /**
     * The departments whose findings were ordered to be corrected.
     *
     * @param business the one business whose corrections may be seen, or null for all
     */
    public List<String> departments(@Nullable String business) {
        return rows.departments(business);
    }

    private boolean keep(
            String business,
            long visit,
            String item,
            String matter,
            LocalDate on,
            LocalDate due,
            boolean exempted,
            String actor) {
        Optional<Long> id = rows.insert(business, visit, item, matter, on, due, exempted, now());
        id.ifPresent(number ->
                told(number, business, CorrectionState.ORDERED, due, matter, actor, ORDERED, "correction-ordered"));
        return id.isPresent();
    }

    private boolean near(long id) {
        Correction correction = locked(id);
        if (!correction.state().isRunning() || !rows.reminded(id, NEAR, correction.due(), now())) {
            return false;
        }
        outbox.add(NEAR, correction.business(), payload(id, correction.due()));
        return true;
    }

    private boolean overdue(long id) {
        Correction correction = locked(id);
        if (!correction.state().isRunning() || !correction.due().isBefore(today())) {
            return false;
        }
        rows.reminded(id, OVERDUE, correction.due(), now());
        rows.change(id, CorrectionState.OVERDUE, correction.due(), now());
        told(
                id,
                correction.business(),
                CorrectionState.OVERDUE,
                correction.due(),
                "",
                CLOCK,
                OVERDUE,
                "correction-overdue");
        return true;
    }

    private Correction step(
            long id, CorrectionState next, @Nullable LocalDate due, String note, String actor, String topic) {
        return inTransaction(() -> {
            Correction correction = locked(id);
            if (!correction.state().canTransitionTo(next)) {
                throw new CorrectionStateException(id, correction.state(), next);
            }
            LocalDate last = due == null ? correction.due() : due;
            rows.change(id, next, last, now());
            told(id, correction.business(), next, last, note.strip(), actor, topic, "correction-" + next.token());
            return get(id);
        });
    }

    private void told(
            long id,
            String business,
            CorrectionState state,
            LocalDate due,
            String note,
            String actor,
            String topic,
            String action) {
        rows.event(id, new CorrectionEvent(now(), actor, state, due, note));
        audit.append(actor, action, business, "correction=%d; due=%s; %s".formatted(id, due, note));
        outbox.add(topic, business, payload(id, due));
    }

    private static String payload(long id, LocalDate due) {
        return "{\"correction\": %d, \"due\": \"%s\"}".formatted(id, due);
    }

    private static void required(String field, String text, String zh, String en) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s: %s / %s".formatted(field, zh, en));
        }
    }

    private Correction locked(long id) {
        return rows.find(id, true).orElseThrow(() -> missing(id));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有整改 %d / there is no correction %d".formatted(id, id));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
