package org.sise.supervision.door;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.core.record.Inspection;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.entry.Presence;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What officers do between scanning in and out. Only who is in can write; the last who leaves ends the visit, and in the same
 * transaction each task's result becomes a record of the ledger. Methods with a visit throw {@link
 * java.util.NoSuchElementException} where there is none.
 */
public final class Doors {

    /** The feed under which results stand in the ledger. */
    public static final String FEED = "door";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Records records;
    private final Visits visits;
    private final Presence presence;
    private final DoorRows rows;
    private final EntryRules rules;
    private final BiFunction<LocalDate, Integer, LocalDate> workingDays;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param workingDays the last day of a period of so many working days from a day
     */
    public Doors(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            EntryRules rules,
            BiFunction<LocalDate, Integer, LocalDate> workingDays,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.records = new Records(dataSource);
        this.visits = visits;
        this.presence = new Presence(dataSource);
        this.rows = new DoorRows(dataSource);
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Keeps a photograph and gives its SHA-256 in lower-case hexadecimal; the same picture is kept once. */
    public String photograph(long visit, String certificate, String type, byte[] content) {
        byte[] digest = Sha256.of(content);
        return inTransaction(() -> {
            requireInside(visit, certificate, 1);
            rows.photograph(digest, type, content, certificate, now());
            return HexFormat.of().formatHex(digest);
        });
    }

    /** The photograph of a digest, if it was kept. */
    public Optional<byte[]> photograph(String sha256) {
        return rows.photograph(HexFormat.of().parseHex(sha256));
    }

    /**
     * Writes down what was found for an item; a later finding for the same item replaces it and both stay.
     *
     * @throws IllegalArgumentException when the item is not one of the visit's or a photograph was not kept
     * @throws IllegalStateException when the officer is not in, or fewer are than have to be
     */
    public void find(long visit, String certificate, Finding finding) {
        transaction.executeWithoutResult(_ -> {
            Visit of = requireInside(visit, certificate, rules.officersLeast());
            if (!of.items().contains(finding.item())) {
                throw new IllegalArgumentException("item: 事项 %s 不在本次检查范围内 / item %s is not one of this visit"
                        .formatted(finding.item(), finding.item()));
            }
            for (String photograph : finding.photographs()) {
                if (photograph(photograph).isEmpty()) {
                    throw new IllegalArgumentException(
                            "photographs: 没有照片 %s / there is no photograph %s".formatted(photograph, photograph));
                }
            }
            rows.finding(visit, finding, certificate, now());
        });
    }

    /** Of each item of a visit the finding that stands. */
    public Map<String, Finding> findings(long visit) {
        return rows.findings(visit);
    }

    /**
     * The business signs the findings, or does not.
     *
     * @param signer who was there for the business
     * @param picture the digest of a kept picture of the signature, or null
     * @param refused why there is no signature; empty exactly when there is one
     */
    public void sign(long visit, String certificate, String signer, @Nullable String picture, String refused) {
        if ((picture == null) == refused.isBlank()) {
            throw new IllegalArgumentException("refused: 未签字须说明原因 / without a signature a reason is needed");
        }
        transaction.executeWithoutResult(_ -> {
            requireInside(visit, certificate, 1);
            byte[] digest = picture == null ? null : HexFormat.of().parseHex(picture);
            if (!rows.signature(visit, signer, digest, refused.strip(), now())) {
                throw new IllegalStateException("已签字 / signed already");
            }
        });
    }

    /**
     * An officer leaves. The last one ends the visit, which needs a finding for each item and a signature or the reason why
     * there is none.
     *
     * @return whether the visit is over
     * @throws IllegalStateException when the officer is not in, or something is missing
     */
    public boolean leave(long visit, String certificate) {
        return inTransaction(() -> {
            Visit of = requireInside(visit, certificate, 1);
            List<String> inside = presence.inside(visit);
            if (inside.size() == 1) {
                requireComplete(of);
            }
            presence.leave(visit, of.business(), certificate, now());
            if (inside.size() > 1) {
                return false;
            }
            visits.end(visit, now());
            record(of, certificate);
            return true;
        });
    }

    /**
     * The business rates a visit that has begun, once.
     *
     * @param score 1 to 5
     */
    public void rate(long visit, int score, String note) {
        if (score < 1 || score > 5) {
            throw new IllegalArgumentException("score: 评分为 1 至 5 / a score is 1 to 5");
        }
        VisitState state = visits.visit(visit).state();
        boolean begun = state != VisitState.PLANNED && state != VisitState.CANCELLED;
        if (!begun || !rows.rating(visit, score, note, now())) {
            throw new IllegalStateException("检查尚未开始，或已评价 / the visit has not begun, or is rated already");
        }
    }

    /** The results that wait for their publication, the most urgent first. */
    public List<DuePublication> duePublications() {
        return rows.due();
    }

    /** Says that a visit's result is published; false when it was already, or there is none. */
    public boolean publish(long visit, String actor) {
        return inTransaction(() -> {
            boolean published = rows.publish(visit, actor, now());
            if (published) {
                audit.append(actor, "result-published", "visit-" + visit, "");
            }
            return published;
        });
    }

    /** Each task's result as a record of the ledger, under the key that a department's feed would give it. */
    private void record(Visit visit, String certificate) {
        Map<String, Finding> findings = rows.findings(visit.id());
        LocalDate day = LocalDate.ofInstant(now(), ZONE);
        LocalDate due = workingDays.apply(day, rules.resultPublicationDays());
        List<RecordEntry> entries = new ArrayList<>();
        for (VisitTask task : visits.tasksOf(visit.id())) {
            if (task.state() == TaskState.DONE) {
                entries.add(entry(
                        task,
                        OverallResult.of(task.draft().items().stream()
                                .map(item -> Objects.requireNonNull(findings.get(item))
                                        .result())
                                .toList()),
                        day,
                        entries.size() + 1));
            }
        }
        records.append(FEED, visit.id(), entries);
        InspectionResult worst =
                OverallResult.of(findings.values().stream().map(Finding::result).toList());
        rows.result(visit.id(), worst, day, due, now());
        audit.append(
                certificate,
                "visit-recorded",
                visit.business().value(),
                "visit=%d; result=%s; due=%s".formatted(visit.id(), worst, due));
    }

    static RecordEntry entry(VisitTask task, InspectionResult result, LocalDate day, int line) {
        String plan = task.draft().plan() == null
                ? task.draft().kind().name()
                : task.draft().plan();
        String number = "T" + task.id();
        RecordHeader header = new RecordHeader(
                task.draft().business(),
                day,
                null,
                task.draft().department(),
                RecordState.EFFECTIVE,
                null,
                null,
                null,
                null);
        Inspection record = new Inspection(
                header, plan, null, number, null, task.draft().kind().rule().zh(), result);
        String key = String.join("|", task.draft().business().value(), plan, number);
        return new RecordEntry(record, key, line, "{\"任务\": \"%s\", \"结果\": \"%s\"}".formatted(number, result.zh()));
    }

    private void requireComplete(Visit visit) {
        Map<String, Finding> findings = rows.findings(visit.id());
        List<String> missing = visit.items().stream()
                .filter(item -> !findings.containsKey(item))
                .toList();
        if (!missing.isEmpty()) {
            String which = String.join(", ", missing);
            throw new IllegalStateException("还有事项未填写结果：%s / items without a finding: %s".formatted(which, which));
        }
        if (!rows.isSigned(visit.id())) {
            throw new IllegalStateException("企业尚未签字，也未说明原因 / neither a signature nor a reason why there is none");
        }
    }

    private Visit requireInside(long visit, String certificate, int least) {
        Visit of = visits.locked(visit);
        List<String> inside = presence.inside(visit);
        if (of.state() != VisitState.OPEN || !inside.contains(certificate)) {
            throw new IllegalStateException(
                    "未扫码入企，不得记录检查结果 / nothing is recorded by who has not scanned in: " + certificate);
        }
        if (presence.entered(visit) < least) {
            throw new IllegalStateException(
                    "在场执法人员不足 %d 人 / fewer than %d officers have scanned in".formatted(least, least));
        }
        return of;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
