package org.sise.grading.whatif;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PoliciesInForce;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.ledger.Page;
import org.sise.ledger.Snapshot;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Scale;
import org.sise.scoring.whatif.Side;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What-ifs over the ledger: asked for, done by a worker while their progress can be seen, their results kept. A what-if
 * that a crash cut short is open again.
 */
public final class WhatIfs {
    private static final int EXPLAINED_AT_ONCE = 500;

    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final DataSource dataSource;
    private final WhatIfRows rows;
    private final Records records;
    private final Businesses businesses;
    private final PoliciesInForce policies;
    private final AuditLog audit;
    private final PolicyReader reader = new PolicyReader(BuiltIn.ledgerVocabulary());

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and grading. */
    public WhatIfs(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit) {
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.dataSource = dataSource;
        this.rows = new WhatIfRows(dataSource);
        this.records = new Records(dataSource);
        this.businesses = new Businesses(dataSource);
        this.policies = new PoliciesInForce(dataSource);
        this.audit = audit;
    }

    /**
     * Asks for a what-if.
     *
     * @param file the draft's file
     * @param against the digest of the policy to compare with; null: the one in force on its day
     * @param asOf the draft's day
     * @param againstAsOf the other's day
     * @throws PolicyFaultsException when the file is no sound policy
     * @throws WhatIfRefusedException when a percentile needs the whole population first
     * @throws NoSuchElementException when the store has no such policy
     */
    public WhatIfRun ask(byte[] file, @Nullable String against, LocalDate asOf, LocalDate againstAsOf, String actor) {
        Policy draft = read(file);
        Policy other = against == null ? policies.on(againstAsOf) : policies.ofDigest(against);
        for (Policy policy : List.of(draft, other)) {
            for (Figure figure : policy.figures()) {
                if (figure.formula() instanceof Formula.Percentile) {
                    throw new WhatIfRefusedException(
                            "policy",
                            "“%s”是百分位，需要全体主体，推演尚不支持 / “%s” is a percentile, which a what-if over the ledger cannot give"
                                    .formatted(figure.id(), figure.id()));
                }
            }
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            long id = rows.insert(draft, file, other, asOf, againstAsOf, actor);
            audit.append(
                    actor,
                    "what-if-asked",
                    "what-if " + id,
                    "%s@%s %s as of %s; against %s@%s %s as of %s"
                            .formatted(
                                    draft.id(),
                                    draft.version(),
                                    draft.digest(),
                                    asOf,
                                    other.id(),
                                    other.version(),
                                    other.digest(),
                                    againstAsOf));
            return get(id);
        }));
    }

    /** Does the oldest open what-if; false where there was none. A failure is kept with it. */
    public boolean doNext() {
        Boolean done = transaction.execute(_ -> {
            Optional<WhatIfRun> run = rows.take();
            run.ifPresent(this::work);
            return run.isPresent();
        });
        return Boolean.TRUE.equals(done);
    }

    public Optional<WhatIfRun> find(long id) {
        return rows.find(id);
    }

    /**
     * What-ifs, the latest first.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<WhatIfRun> list(@Nullable String cursor, int limit) {
        List<WhatIfRun> found = rows.latest(cursor == null ? Long.MAX_VALUE : number(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<WhatIfRun> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? Long.toString(items.getLast().id()) : null, rows.count());
    }

    /** The result of a finished what-if; empty while it is not finished, or was recorded without one. */
    public Optional<WhatIfReport> report(long id) {
        WhatIfRun run = get(id);
        Optional<byte[]> file = rows.file(id);
        if (run.state() != WhatIfState.FINISHED || file.isEmpty()) {
            return Optional.empty();
        }
        Policy draft = read(file.get());
        Policy against = policies.ofDigest(run.againstDigest());
        Scale scale = Scale.of(against, draft);
        Map<String, Map<String, Moves>> parts = new TreeMap<>();
        for (WhatIfRows.Cell cell : rows.cells(id)) {
            parts.computeIfAbsent(cell.part(), _ -> new TreeMap<>())
                    .computeIfAbsent(cell.code(), _ -> Moves.none(scale))
                    .add(cell.from(), cell.to(), cell.parties());
        }
        Moves all = parts.getOrDefault("all", Map.of()).getOrDefault("", Moves.none(scale));
        return Optional.of(new WhatIfReport(
                run,
                against,
                draft,
                all,
                groups(parts.get("section"), Group::ofIndustry),
                groups(parts.get("division"), Group::ofIndustry),
                groups(parts.get("region"), Group::ofRegion)));
    }

    /**
     * A part of the movers of a finished what-if, in the order of the credit codes, each with the reason.
     *
     * @param cursor null for the first part, else {@link Page#next} of the part before
     * @throws WhatIfRefusedException when a grade is not one of its policy
     * @throws IllegalArgumentException when the cursor is not one of this list's
     */
    public Page<MovedBusiness> movers(WhatIfReport report, MoverQuery query, @Nullable String cursor, int limit) {
        WhatIfRows.Filter filter = filter(report, query);
        long id = report.run().id();
        int after = cursor == null ? -1 : Math.toIntExact(Math.min(number(cursor), Integer.MAX_VALUE));
        List<WhatIfRows.Row> found = rows.movers(id, filter, after, limit + 1);
        boolean more = found.size() > limit;
        List<WhatIfRows.Row> page = more ? found.subList(0, limit) : found;
        return new Page<>(
                explained(report, page), more ? Integer.toString(page.getLast().seq()) : null, rows.count(id, filter));
    }

    /** Hands over every mover that the query takes, each with the reason. */
    public void forEachMover(WhatIfReport report, MoverQuery query, Consumer<MovedBusiness> each) {
        WhatIfRows.Filter filter = filter(report, query);
        int after = -1;
        for (List<WhatIfRows.Row> page = rows.movers(report.run().id(), filter, after, EXPLAINED_AT_ONCE);
                !page.isEmpty();
                page = rows.movers(report.run().id(), filter, after, EXPLAINED_AT_ONCE)) {
            explained(report, page).forEach(each);
            after = page.getLast().seq();
        }
    }

    /** One business of a finished what-if, if it moves. */
    public Optional<MovedBusiness> mover(WhatIfReport report, String code) {
        return rows.mover(report.run().id(), code)
                .map(row -> explained(report, List.of(row)).getFirst());
    }

    private void work(WhatIfRun run) {
        try {
            Policy draft = read(rows.file(run.id()).orElseThrow());
            Policy against = policies.ofDigest(run.againstDigest());
            long total = businesses.count(BusinessFilter.ALL);
            apart.executeWithoutResult(_ -> rows.started(run.id(), total));
            PopulationPass pass = new PopulationPass(against, run.againstAsOf(), draft, run.asOf());
            LongConsumer progress = done -> apart.executeWithoutResult(_ -> rows.progress(run.id(), done));
            if (pass.isForKernel()) {
                try (Snapshot snapshot = new Snapshot(dataSource)) {
                    Knowledge known = new Knowledge(records.now().at(), snapshot.name());
                    keep(run, pass, pass.run(snapshot, progress), known);
                }
            } else {
                Knowledge known = records.now();
                keep(run, pass, pass.run(records, known, progress), known);
            }
        } catch (SQLException | RuntimeException e) {
            apart.executeWithoutResult(_ -> rows.failed(run.id(), String.valueOf(e.getMessage())));
        }
    }

    private void keep(WhatIfRun run, PopulationPass pass, Comparison comparison, Knowledge known) {
        apart.executeWithoutResult(_ -> {
            Result.keep(rows, run.id(), comparison, pass.subjects());
            rows.finished(run.id(), pass.subjects().size(), known);
        });
    }

    private List<MovedBusiness> explained(WhatIfReport report, List<WhatIfRows.Row> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        WhatIfRun run = report.run();
        LocalDate last = run.asOf().isAfter(run.againstAsOf()) ? run.asOf() : run.againstAsOf();
        Map<String, List<StoredRecord>> known =
                records.of(page.stream().map(WhatIfRows.Row::subject).toList(), last, rows.knowledge(run.id()));
        PopulationPass pass = new PopulationPass(report.against(), run.againstAsOf(), report.draft(), run.asOf());
        Scale scale = report.moves().scale();
        List<MovedBusiness> explained = new ArrayList<>(page.size());
        for (WhatIfRows.Row row : page) {
            explained.add(new MovedBusiness(
                    row.subject(),
                    row.name(),
                    scale.direction(row.from(), row.to()),
                    grade(report.against(), row.from()),
                    grade(report.draft(), row.to()),
                    row.scoreFrom(),
                    row.scoreTo(),
                    row.industry(),
                    row.region(),
                    pass.why(row.subject(), known.getOrDefault(row.subject(), List.of()))));
        }
        return explained;
    }

    private static WhatIfRows.Filter filter(WhatIfReport report, MoverQuery query) {
        return new WhatIfRows.Filter(
                rank(report.against(), "from", query.from()),
                rank(report.draft(), "to", query.to()),
                query.industries(),
                query.regions());
    }

    private static @Nullable Integer rank(Policy policy, String field, @Nullable String grade) {
        if (grade == null) {
            return null;
        }
        if (grade.equals(MoverQuery.NOT_APPLICABLE)) {
            return (int) Side.NOT_APPLICABLE;
        }
        GradeLevel level = policy.grade(grade);
        if (level == null) {
            String grades = String.join(
                    ", ", policy.grades().stream().map(GradeLevel::id).toList());
            throw new WhatIfRefusedException(
                    field, "应为 %s 或 not-applicable / must be %s or not-applicable".formatted(grades, grades));
        }
        return level.rank();
    }

    private static @Nullable GradeLevel grade(Policy policy, int rank) {
        return rank == Side.NOT_APPLICABLE ? null : policy.grades().get(rank);
    }

    private static List<Group> groups(@Nullable Map<String, Moves> part, BiFunction<String, Moves, Group> named) {
        List<Group> groups = new ArrayList<>();
        if (part != null) {
            part.forEach((code, moves) -> groups.add(named.apply(code, moves)));
        }
        return groups;
    }

    private Policy read(byte[] file) {
        return switch (reader.read(file)) {
            case PolicyReading.Sound sound -> sound.policy();
            case PolicyReading.Faulty faulty -> throw new PolicyFaultsException(faulty.faults());
        };
    }

    private WhatIfRun get(long id) {
        return rows.find(id).orElseThrow(() -> new NoSuchElementException("没有该推演 / there is no what-if " + id));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("cursor: 无效 / is not one of this list's cursors", e);
        }
    }
}
