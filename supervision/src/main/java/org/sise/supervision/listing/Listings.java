package org.sise.supervision.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.step.Step;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The course of listings: proposed on evidence, served, heard, decided by another person, in the ledger from then on, and
 * removed on condition. Methods with a number throw {@link NoSuchElementException} where there is none of it and {@link
 * StepRefusedException} where the step is not allowed.
 */
public final class Listings {

    private final TransactionTemplate transaction;
    private final ListingGrounds grounds;
    private final ListingRows rows;
    private final ListingRecords records;
    private final GroundRecords evidence;
    private final Steps steps;
    private final RuleFigures figures;
    private final BiFunction<LocalDate, Integer, LocalDate> workingDays;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param workingDays the last day of a period of so many working days from a day
     */
    public Listings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            ListingGrounds grounds,
            RuleFigures figures,
            BiFunction<LocalDate, Integer, LocalDate> workingDays,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.grounds = grounds;
        this.rows = new ListingRows(dataSource);
        this.records = new ListingRecords(dataSource);
        this.evidence = new GroundRecords(dataSource);
        this.steps = new Steps(dataSource, audit, clock, "listing");
        this.figures = figures;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Proposes a listing; gives its number. */
    public long propose(ListingDraft draft, String actor) {
        ListingGround ground = grounds.find(draft.code(), draft.ground())
                .filter(one -> one.isOpenOn(today()))
                .orElseThrow(() -> StepRefusedException.of(
                        "ground",
                        "没有该列入事由，或今日不适用 / there is no such ground today: %s %s"
                                .formatted(draft.code(), draft.ground())));
        requireText("department", draft.department());
        requireText("facts", draft.facts());
        return Objects.requireNonNull(transaction.execute(_ -> {
            requireEvidence(draft, ground);
            requireNotListed(draft, ground);
            long id = rows.insert(draft, ground.kind(), clock.instant().truncatedTo(ChronoUnit.MILLIS), actor)
                    .orElseThrow(() -> StepRefusedException.of(
                            "business", "该企业已有进行中的同一事由 / the business has an open listing on this ground"));
            steps.append(
                    id,
                    draft.business().value(),
                    ListingState.PROPOSED,
                    actor,
                    "%s %s: %s".formatted(ground.list(), ground.number(), ground.ground()));
            return id;
        }));
    }

    /** Records that the business was told; from that day it may be heard. */
    public Listing serve(long id, LocalDate on, String actor) {
        if (on.isAfter(today())) {
            throw StepRefusedException.of("on", "送达日不能晚于今天 / the day of service is in the future");
        }
        return step(id, listing -> {
            move(listing, ListingState.NOTIFIED, actor, on.toString());
            String rule =
                    listing.kind() == ListingGround.Kind.DISHONESTY ? "listing_hearing_days" : "abnormal_hearing_days";
            rows.served(id, on, workingDays.apply(on, figures.number(rule)));
        });
    }

    /**
     * Records what the business said, or that it waived its right.
     *
     * @param upheld whether the proposal stays; if not it is dropped
     */
    public Listing hear(long id, String statement, boolean upheld, String actor) {
        requireText("statement", statement);
        return step(id, listing -> {
            if (listing.state() != ListingState.NOTIFIED) {
                throw StepRefusedException.state(listing.state(), ListingState.LISTED);
            }
            rows.heard(id);
            if (upheld) {
                steps.append(id, listing.business().value(), ListingState.NOTIFIED, actor, statement.strip());
            } else {
                move(listing, ListingState.DROPPED, actor, statement.strip());
            }
        });
    }

    /**
     * Enters the business on the list: the listing becomes a record of the ledger.
     *
     * @param document the decision's number
     */
    public Listing decide(long id, String document, String actor) {
        requireText("document", document);
        return step(id, listing -> {
            requireAnother(listing.proposedBy(), actor);
            LocalDate due = listing.hearingDue();
            if (!listing.heard() && due != null && due.isAfter(listing.servedOn()) && !today().isAfter(due)) {
                throw StepRefusedException.because(
                        "陈述申辩期至 %s，期满或听取意见后方可决定 / the business may be heard until %s: not before that or before it was heard"
                                .formatted(due, due));
            }
            requireStillProved(listing);
            ListingGround ground = ground(listing);
            move(listing, ListingState.LISTED, actor, document.strip());
            LocalDate on = today();
            LocalDate until = ground.months() == null
                    ? null
                    : on.plusMonths(ground.months()).minusDays(1);
            rows.decided(
                    id, document.strip(), actor, on, until, ListingRecords.key(listing, ground, document.strip(), on));
            records.append(find(id), ground, RecordState.EFFECTIVE, null);
        });
    }

    /** Refuses a proposal. */
    public Listing refuse(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, listing -> {
            requireAnother(listing.proposedBy(), actor);
            move(listing, ListingState.REFUSED, actor, reason.strip());
        });
    }

    /** Asks for the removal of a listed business, not before the earliest day. */
    public Listing askRemoval(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, listing -> {
            LocalDate earliest = earliestRemoval(listing);
            if (earliest == null) {
                throw StepRefusedException.because("该事由不可提前移出 / on this ground there is no early removal");
            }
            if (today().isBefore(earliest)) {
                throw StepRefusedException.because(
                        "%s 起方可申请移出 / removal may be asked for from %s on".formatted(earliest, earliest));
            }
            move(listing, ListingState.REMOVAL_ASKED, actor, reason.strip());
            String rule =
                    listing.kind() == ListingGround.Kind.DISHONESTY ? "listing_removal_days" : "abnormal_removal_days";
            rows.removalAsked(id, actor, reason.strip(), workingDays.apply(today(), figures.number(rule)));
        });
    }

    /** Removes the business from the list, or keeps it there. */
    public Listing decideRemoval(long id, boolean granted, String reason, String actor) {
        requireText("reason", reason);
        return step(id, listing -> {
            if (listing.state() != ListingState.REMOVAL_ASKED) {
                throw StepRefusedException.state(listing.state(), ListingState.REMOVED);
            }
            requireAnother(Objects.requireNonNull(listing.removalAskedBy()), actor);
            if (granted) {
                remove(listing, RecordState.REPAIRED, reason.strip(), actor);
            } else {
                move(listing, ListingState.LISTED, actor, reason.strip());
            }
        });
    }

    /** Takes back a listing that should not have been: its record is withdrawn. */
    public Listing annul(long id, String reason, String actor) {
        requireText("reason", reason);
        return step(id, listing -> {
            requireAnother(listing.proposedBy(), actor);
            remove(listing, RecordState.WITHDRAWN, reason.strip(), actor);
        });
    }

    /**
     * Removes those whose last day is over.
     *
     * @return how many
     */
    public int expire() {
        List<Long> over = rows.overSince(today());
        for (long id : over) {
            step(id, listing -> {
                if (listing.state().canTransitionTo(ListingState.REMOVED)) {
                    remove(listing, RecordState.EXPIRED, "期限届满 / its period is over", "sise");
                }
            });
        }
        return over.size();
    }

    /** The first day on which removal may be asked for, or null: never. */
    public @Nullable LocalDate earliestRemoval(Listing listing) {
        Integer months = ground(listing).earlyMonths();
        LocalDate on = listing.listedOn();
        return months == null || on == null ? null : on.plusMonths(months);
    }

    /** The day that a listing waits for, or null: none. */
    public @Nullable ListingDue due(Listing listing) {
        return switch (listing.state()) {
            case NOTIFIED -> ListingDue.of(ListingDue.What.HEARING, listing.hearingDue());
            case REMOVAL_ASKED -> ListingDue.of(ListingDue.What.REMOVAL_DECISION, listing.removalDue());
            case LISTED -> {
                LocalDate earliest = earliestRemoval(listing);
                boolean open = earliest == null || !today().isBefore(earliest);
                yield open && listing.until() != null
                        ? ListingDue.of(ListingDue.What.END, listing.until())
                        : ListingDue.of(ListingDue.What.REMOVAL, earliest);
            }
            case PROPOSED, REMOVED, REFUSED, DROPPED -> null;
        };
    }

    /** The records of a business that prove a ground of some list today. */
    public List<StoredRecord> evidence(CreditCode business) {
        List<ListingGround> open = grounds.openOn(today());
        return Stream.of(RecordKind.PENALTY, RecordKind.INSPECTION)
                .flatMap(kind -> evidence.standing(business, kind, today()).stream())
                .filter(stored -> open.stream().anyMatch(ground -> ground.isProvedBy(stored.record())))
                .toList();
    }

    /** The ground of a listing. */
    public ListingGround ground(Listing listing) {
        return grounds.find(listing.code(), listing.ground()).orElseThrow();
    }

    /** The listing of a number. */
    public Listing find(long id) {
        return rows.find(id, false).orElseThrow(() -> missing(id));
    }

    /** The steps of a listing, the first first. */
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /** Listings, the latest first, with numbers below {@code before} where it is given. */
    public List<Listing> page(ListingFilter filter, @Nullable Long before, int limit) {
        return rows.page(filter, before, limit);
    }

    /** How many there are. */
    public long count(ListingFilter filter) {
        return rows.count(filter);
    }

    /** Says that the ledger no longer has a listing in effect, in the caller's transaction. */
    void endedInTheLedger(long id, String reason) {
        Listing listing = find(id);
        if (listing.state().canTransitionTo(ListingState.REMOVED)) {
            move(listing, ListingState.REMOVED, "sise", reason);
            rows.removed(id, today());
        }
    }

    private void remove(Listing listing, RecordState state, String reason, String actor) {
        move(listing, ListingState.REMOVED, actor, reason);
        rows.removed(listing.id(), today());
        records.append(listing, ground(listing), state, today());
    }

    private void move(Listing listing, ListingState next, String actor, String note) {
        if (!listing.state().canTransitionTo(next)) {
            throw StepRefusedException.state(listing.state(), next);
        }
        rows.state(listing.id(), next);
        steps.append(listing.id(), listing.business().value(), next, actor, note);
    }

    private void requireEvidence(ListingDraft draft, ListingGround ground) {
        if (draft.evidence() != null) {
            requireProof(draft.evidence(), draft, ground);
        } else if (!ground.isProvedByDocument()) {
            throw StepRefusedException.of("evidence", takes("该事由须以有效记录为依据：", ground, "this ground takes"));
        } else {
            requireText("document", draft.document() == null ? "" : draft.document());
        }
    }

    private void requireProof(long record, ListingDraft draft, ListingGround ground) {
        StoredRecord stored = evidence.record(record)
                .flatMap(one -> evidence.latest(one.record().kind(), one.key()))
                .filter(one -> one.record().header().subject().equals(draft.business()))
                .orElseThrow(() -> StepRefusedException.of(
                        "evidence", "该企业没有记录 %d / the business has no record %d".formatted(record, record)));
        if (GroundRecords.end(stored.record(), today()) != null || !ground.isProvedBy(stored.record())) {
            throw StepRefusedException.of(
                    "evidence",
                    takes(
                            "记录 %d 已失效或不符合，须有：".formatted(record),
                            ground,
                            "record %d is not in effect or is another than".formatted(record)));
        }
    }

    private static String takes(String zh, ListingGround ground, String en) {
        String[] halves = ground.takes().split(" / ", 2);
        return zh + halves[0] + " / " + en + ' ' + halves[1];
    }

    private void requireStillProved(Listing listing) {
        Long record = listing.evidence();
        if (record == null) {
            return;
        }
        StoredRecord stored = evidence.record(record)
                .flatMap(one -> evidence.latest(one.record().kind(), one.key()))
                .orElseThrow();
        if (GroundRecords.end(stored.record(), today()) != null) {
            throw StepRefusedException.because("依据的记录已失效 / the record that it rests on is no longer in effect");
        }
    }

    private void requireNotListed(ListingDraft draft, ListingGround ground) {
        boolean listed = ground.kind() == ListingGround.Kind.DISHONESTY
                && evidence.standing(draft.business(), RecordKind.DISHONESTY_LISTING, today()).stream()
                        .anyMatch(stored -> stored.record() instanceof DishonestyListing listing
                                && listing.list().equals(ground.list()));
        if (listed) {
            throw StepRefusedException.of(
                    "business", "该企业已在%s / the business is on the list already".formatted(ground.list()));
        }
    }

    private static void requireAnother(String first, String actor) {
        if (first.equals(actor)) {
            throw StepRefusedException.because("须由他人决定 / another person has to decide");
        }
    }

    private static void requireText(String field, String text) {
        if (text.isBlank()) {
            throw StepRefusedException.of(field, "请填写 / a text is needed");
        }
    }

    private Listing step(long id, Consumer<Listing> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            work.accept(rows.find(id, true).orElseThrow(() -> missing(id)));
            return find(id);
        }));
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("没有名单事项 %d / there is no listing %d".formatted(id, id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
