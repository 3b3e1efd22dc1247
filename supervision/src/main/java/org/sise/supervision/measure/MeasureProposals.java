package org.sise.supervision.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.record.Records;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.StepRefusedException;
import org.sise.supervision.step.Steps;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which measures a business's records allow, and their proposal. Nothing is proposed that no record is the ground of. */
public final class MeasureProposals {

    private final TransactionTemplate transaction;
    private final MeasureCatalogue catalogue;
    private final MeasureRows rows;
    private final Grounds grounds;
    private final Records records;
    private final Steps steps;
    private final MeasureNotices notices;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public MeasureProposals(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            MeasureCatalogue catalogue,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.catalogue = catalogue;
        this.rows = new MeasureRows(dataSource);
        this.grounds = new Grounds(dataSource);
        this.records = new Records(dataSource);
        this.steps = new Steps(dataSource, audit, clock, "measure");
        this.notices = new MeasureNotices(new Outbox(dataSource));
        this.clock = clock;
    }

    /** The entries whose condition a business meets today and that it has no open measure of. */
    public List<Candidate> candidates(CreditCode business) {
        List<String> open = rows.openOf(List.of(business.value())).stream()
                .map(id -> rows.find(id, false).orElseThrow().entry())
                .toList();
        return grounds.candidates(catalogue, business, today()).stream()
                .filter(candidate -> !open.contains(candidate.entry().id()))
                .toList();
    }

    /**
     * Proposes an entry for a business.
     *
     * @return the measure's number
     * @throws StepRefusedException when there is no such entry, no record is its ground, the record that was is repaired or
     *     over, or an open measure of the entry is there
     */
    public long propose(String entryId, CreditCode business, String actor) {
        MeasureEntry entry = catalogue.byId(entryId);
        if (entry == null) {
            throw StepRefusedException.of("entry", "措施清单中没有 %s / the catalogue has no %s".formatted(entryId, entryId));
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Candidate candidate = grounds.candidate(entry, business, today());
            if (candidate == null) {
                throw refusal(entry, business);
            }
            return insert(candidate, business, actor)
                    .orElseThrow(() -> StepRefusedException.of(
                            "entry",
                            "该企业已有进行中的同一措施 %s / the business has an open measure %s already"
                                    .formatted(entry.id(), entry.id())));
        }));
    }

    /** Proposes every measure of dishonesty, or every incentive, that the business's records allow; their numbers. */
    public List<Long> proposeAll(CreditCode business, MeasureKind kind, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Long> proposed = new ArrayList<>();
            for (Candidate candidate : candidates(business)) {
                if (candidate.entry().kind() == kind) {
                    insert(candidate, business, actor).ifPresent(proposed::add);
                }
            }
            return proposed;
        }));
    }

    private Optional<Long> insert(Candidate candidate, CreditCode business, String actor) {
        Optional<Long> id = rows.insert(candidate, business, clock.instant().truncatedTo(ChronoUnit.MILLIS), actor);
        id.ifPresent(measure -> {
            steps.append(
                    measure,
                    business.value(),
                    MeasureState.PROPOSED,
                    actor,
                    candidate.entry().id() + "; " + candidate.words());
            notices.proposed(rows.find(measure, false).orElseThrow(), candidate.entry());
        });
        return id;
    }

    private StepRefusedException refusal(MeasureEntry entry, CreditCode business) {
        if (!entry.isKnownToTheLedger()) {
            return StepRefusedException.of(
                    "entry",
                    "措施 %s 须由明确适用该措施的决定作出，不能由本系统提出 / measure %s needs a decision that names it and cannot be proposed here"
                            .formatted(entry.id(), entry.id()));
        }
        LocalDate today = today();
        @Nullable
        GroundEnd end = grounds.ended(
                entry,
                records.of(List.of(business.value()), today, records.now()).getOrDefault(business.value(), List.of()),
                today);
        if (end != null) {
            return StepRefusedException.of(
                    "business",
                    "%s，不得提出措施 %s / %s: measure %s may not be proposed"
                            .formatted(end.zh(), entry.id(), end.en(), entry.id()));
        }
        return StepRefusedException.of(
                "business",
                "该企业没有符合条件的有效记录；颜色本身不是采取措施的依据（%s） / no record in effect meets the condition of %s, and a colour is no ground"
                        .formatted(entry.id(), entry.id()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
