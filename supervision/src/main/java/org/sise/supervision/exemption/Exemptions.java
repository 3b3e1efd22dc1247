package org.sise.supervision.exemption;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.Penalty;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.correction.CorrectionState;
import org.sise.supervision.correction.Corrections;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exemptions of first and minor violations (行政处罚法 第33条). The lists offer, the records answer what they can, a person
 * decides; nothing is exempted by itself.
 */
public final class Exemptions {

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Records records;
    private final ExemptionRows rows;
    private final ExemptionList list;
    private final Corrections corrections;
    private final Set<InspectionResult> problems;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param problems the results that are a problem found
     */
    public Exemptions(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            ExemptionList list,
            Corrections corrections,
            Set<InspectionResult> problems,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.records = new Records(dataSource);
        this.rows = new ExemptionRows(dataSource);
        this.list = list;
        this.corrections = corrections;
        this.problems = Set.copyOf(problems);
        this.clock = clock;
    }

    /** The lists. */
    public ExemptionList list() {
        return list;
    }

    /**
     * A finding with what the lists say of it.
     *
     * @param item the check item
     * @param result what was found
     * @param note in words
     * @param offers the entries that speak of it; the open ones first
     */
    public record Finding(String item, InspectionResult result, String note, List<ExemptionOffer> offers) {

        /** Copies its list. */
        public Finding {
            offers = List.copyOf(offers);
        }

        /** Whether the item is one that is left out of exemptions. */
        public boolean isExcluded() {
            return offers.stream().anyMatch(offer -> offer.entry().standing() == ExemptionEntry.Standing.EXCLUDED);
        }
    }

    /** The problems found in a visit, each with the entries that speak of it; by item. */
    public List<Finding> of(long visit) {
        return rows.findings(visit).stream()
                .filter(found -> problems.contains(found.result()))
                .map(found -> new Finding(found.item(), found.result(), found.note(), offers(found)))
                .toList();
    }

    /** The decisions on a visit's findings, in the order in which they were taken; of an item the last one stands. */
    public List<ExemptionDecision> decisions(long visit) {
        return rows.decisions(visit);
    }

    /**
     * Decides on a finding. An exemption whose condition is a correction in time orders that correction.
     *
     * @param entryId the entry
     * @param exempt whether the finding is not punished
     * @param confirmed the words of the conditions that the deciding person confirms
     * @param reason why
     * @throws NoSuchElementException when there is no such finding, or the entry does not speak of it
     * @throws IllegalArgumentException without a reason, or when a condition that only a person can confirm is not confirmed
     * @throws IllegalStateException when it is to be exempted and a condition does not hold
     */
    public ExemptionDecision decide(
            long visit,
            String item,
            String entryId,
            boolean exempt,
            Set<String> confirmed,
            String reason,
            String actor) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: 请填写理由 / a reason is needed");
        }
        return inTransaction(() -> {
            ExemptionRows.Found found = rows.findings(visit).stream()
                    .filter(one -> one.item().equals(item) && problems.contains(one.result()))
                    .findFirst()
                    .orElseThrow(() ->
                            new NoSuchElementException("检查 %d 的事项 %s 没有发现问题 / visit %d found no problem for item %s"
                                    .formatted(visit, item, visit, item)));
            List<ExemptionOffer> offers = offers(found);
            ExemptionOffer offer = offers.stream()
                    .filter(one -> one.entry().id().equals(entryId))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("事项 %s 不适用条目 %s / entry %s does not speak of item %s"
                            .formatted(item, entryId, entryId, item)));
            if (exempt) {
                require(offer, offers, confirmed);
            }
            List<String> checks =
                    offer.checks().stream().map(check -> line(check, confirmed)).toList();
            long id = rows.insert(visit, item, entryId, exempt, checks, reason.strip(), now(), actor);
            audit.append(
                    actor,
                    exempt ? "exemption-granted" : "exemption-denied",
                    found.business(),
                    "visit=%d; item=%s; entry=%s; decision=%d; %s".formatted(visit, item, entryId, id, reason.strip()));
            if (exempt && offer.needsCorrection()) {
                corrections.order(found.business(), visit, item, found.note(), null, true, actor);
            }
            return rows.decision(id).orElseThrow();
        });
    }

    private static void require(ExemptionOffer offer, List<ExemptionOffer> offers, Set<String> confirmed) {
        for (ExemptionOffer other : offers) {
            if (other.entry().standing() == ExemptionEntry.Standing.EXCLUDED) {
                throw new IllegalStateException("该事项不适用免罚：%s / exemptions leave this item out: %s"
                        .formatted(other.entry().wording(), other.entry().wording()));
            }
        }
        for (ConditionCheck check : offer.checks()) {
            if (check.answer() == ConditionCheck.Answer.FAILS) {
                throw new IllegalStateException("不符合条件“%s” / this condition does not hold: %s"
                        .formatted(check.condition().zh(), check.condition().en()));
            }
        }
        List<ExemptionCondition> missing = offer.checks().stream()
                .filter(check -> check.answer() == ConditionCheck.Answer.TO_CONFIRM)
                .map(ConditionCheck::condition)
                .filter(condition -> !confirmed.contains(condition.id()))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("confirmed: 须由本人确认：%s / to be confirmed by you: %s"
                    .formatted(
                            String.join(
                                    "；",
                                    missing.stream().map(ExemptionCondition::zh).toList()),
                            String.join(
                                    "; ",
                                    missing.stream().map(ExemptionCondition::en).toList())));
        }
    }

    private List<ExemptionOffer> offers(ExemptionRows.Found found) {
        List<ExemptionEntry> entries = list.of(found.item());
        if (entries.isEmpty()) {
            return List.of();
        }
        LocalDate from = found.on().minusYears(list.years());
        List<Penalty> penalties = records
                .of(Set.of(found.business()), found.on(), records.now())
                .getOrDefault(found.business(), List.of())
                .stream()
                .map(StoredRecord::record)
                .filter(Penalty.class::isInstance)
                .map(Penalty.class::cast)
                .toList();
        List<ExemptionOffer> offers = new ArrayList<>();
        for (ExemptionEntry entry : entries) {
            List<ConditionCheck> checks = new ArrayList<>();
            for (ExemptionCondition condition : entry.conditions()) {
                checks.add(check(condition, entry, found, penalties, from));
            }
            offers.add(new ExemptionOffer(entry, checks));
        }
        offers.sort((one, other) -> Boolean.compare(other.isOpen(), one.isOpen()));
        return offers;
    }

    private ConditionCheck check(
            ExemptionCondition condition,
            ExemptionEntry entry,
            ExemptionRows.Found found,
            List<Penalty> penalties,
            LocalDate from) {
        return switch (condition.id()) {
            case "first" ->
                EarlierViolations.check(
                        condition,
                        entry,
                        penalties,
                        rows.earlier(
                                found.business(),
                                found.visit(),
                                entry.items(),
                                from,
                                found.on(),
                                problems.stream().map(Enum::name).toArray(String[]::new)),
                        from);
            case "corrected" -> corrected(condition, found);
            default -> new ConditionCheck(condition, ConditionCheck.Answer.TO_CONFIRM, List.of());
        };
    }

    private ConditionCheck corrected(ExemptionCondition condition, ExemptionRows.Found found) {
        Optional<Correction> ordered = corrections.ofVisit(found.visit()).stream()
                .filter(correction -> correction.item().equals(found.item()))
                .findFirst();
        if (ordered.isEmpty()) {
            return new ConditionCheck(condition, ConditionCheck.Answer.BY_DEADLINE, List.of());
        }
        Correction correction = ordered.get();
        ConditionCheck.Answer answer = switch (correction.state()) {
            case VERIFIED -> wasLate(correction) ? ConditionCheck.Answer.FAILS : ConditionCheck.Answer.HOLDS;
            case ORDERED, EXTENDED, REPORTED -> ConditionCheck.Answer.BY_DEADLINE;
            case OVERDUE, UNCORRECTED -> ConditionCheck.Answer.FAILS;
        };
        return new ConditionCheck(
                condition,
                answer,
                List.of("整改 %d：%s，期限 %s / correction %d: %s, due %s"
                        .formatted(
                                correction.id(),
                                correction.state().zh(),
                                correction.due(),
                                correction.id(),
                                correction.state().en(),
                                correction.due())));
    }

    private boolean wasLate(Correction correction) {
        return corrections.history(correction.id()).stream()
                .anyMatch(event ->
                        event.state() == CorrectionState.OVERDUE || event.state() == CorrectionState.UNCORRECTED);
    }

    private static String line(ConditionCheck check, Set<String> confirmed) {
        boolean byPerson = check.answer() == ConditionCheck.Answer.TO_CONFIRM;
        String answer = byPerson && confirmed.contains(check.condition().id())
                ? "CONFIRMED"
                : check.answer().name();
        return check.condition().id() + ": " + answer
                + (check.evidence().isEmpty() ? "" : ": " + String.join("; ", check.evidence()));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
