package org.sise.supervision.repair.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Material;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What a business does about its own records: begin a case, hand it in, take it back. What the rules or the case's state do
 * not allow throws {@link RepairRefusedException}; another's case, {@link NoSuchElementException}.
 */
public final class Applications {

    private final RepairCases cases;
    private final Steps steps;
    private final Records records;
    private final Admission admission;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Applications(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RepairCases cases,
            Clock clock) {
        this.cases = cases;
        this.steps = new Steps(dataSource, transactions, audit, cases, clock);
        this.records = new Records(dataSource);
        this.admission = new Admission(cases.packs());
        this.clock = clock;
    }

    /**
     * Begins a case on a business's own record; materials and promise follow.
     *
     * @param business the credit code that the applicant speaks for
     * @param record the record's number in the ledger
     */
    public RepairCase begin(CaseKind kind, String business, long record, String statement, String actor) {
        return steps.inTransaction(() -> {
            StoredRecord asked = records.original(record)
                    .map(original -> original.stored())
                    .filter(stored -> stored.record().header().subject().value().equals(business))
                    .orElseThrow(() -> RepairRefusedException.of(
                            "record",
                            "不是本单位的记录，只能为本单位的记录申请",
                            "not a record of this business; apply for its own records"));
            RecordKind recordKind = asked.record().kind();
            steps.rows.lockMatter(recordKind, asked.key());
            StoredRecord latest =
                    steps.decisions.latest(recordKind, asked.key()).orElseThrow();
            List<RepairCase> before = steps.rows.ofMatter(recordKind, asked.key());
            for (RepairCase other : before) {
                if (!other.state().isEnd() && other.kind().isObjection() == kind.isObjection()) {
                    throw RepairRefusedException.conflict(
                            "record",
                            "该记录已有办理中的申请（第%d号）".formatted(other.id()),
                            "a case on this record is open already (number %d)".formatted(other.id()));
                }
            }
            boolean temporary = before.stream()
                    .anyMatch(other -> other.kind() == CaseKind.BANKRUPTCY_TEMPORARY
                            && other.state().isGranted());
            Admission.Admitted admitted = admission.admit(
                    kind,
                    latest,
                    steps.today(),
                    steps.rows.bannedUntil(business, steps.today()).orElse(null),
                    temporary);
            long id = steps.rows.insert(
                    kind,
                    latest,
                    admitted.pack(),
                    admitted.reasons(),
                    Steps.text(statement),
                    steps.today(),
                    clock.instant(),
                    actor);
            steps.add(id, 1, Step.BEGUN, actor, "", "");
            steps.audit.append(
                    actor,
                    "repair-begun",
                    business,
                    "case=%d; kind=%s; record=%d; pack=%s"
                            .formatted(
                                    id,
                                    kind.token(),
                                    latest.id(),
                                    admitted.pack().id()));
            return cases.find(id);
        });
    }

    /**
     * The case of a business that may hand in files now.
     *
     * @throws NoSuchElementException where it is another's
     */
    public RepairCase open(long id, String business) {
        RepairCase one = cases.own(id, business);
        if (one.state() != Step.BEGUN && one.state() != Step.RETURNED && one.state() != Step.SUSPENDED) {
            throw RepairRefusedException.conflict(
                    "case",
                    "申请%s，不能再补充材料".formatted(one.state().zh()),
                    "the case is %s and takes no more files"
                            .formatted(one.state().en()));
        }
        return one;
    }

    /**
     * Signs the promise and hands the case in. It is checked at once; each missing piece is named.
     *
     * @param signer who signs for the business; an objection needs none
     */
    public RepairCase submit(long id, String business, @Nullable String signer, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            RepairCase one = cases.own(id, business);
            Steps.require(one, Step.SUBMITTED);
            List<String> zh = new ArrayList<>();
            List<String> en = new ArrayList<>();
            for (Material missing : cases.missing(one)) {
                zh.add(missing.label().zh());
                en.add(missing.label().en());
            }
            boolean signs = !one.kind().isObjection();
            if (signs && (signer == null || signer.isBlank())) {
                zh.add("信用承诺书签字");
                en.add("the signed promise");
            }
            if (!zh.isEmpty()) {
                throw RepairRefusedException.of(
                        "materials",
                        "材料不齐，缺：" + String.join("；", zh),
                        "not complete, missing: " + String.join("; ", en));
            }
            if (one.kind() != CaseKind.BANKRUPTCY_FINAL) {
                steps.requireStanding(one);
            }
            return steps.take(one, Step.SUBMITTED, actor, signs ? Steps.text(signer) : "", "");
        });
    }

    /** Takes a case back. */
    public RepairCase withdraw(long id, String business, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            return steps.take(cases.own(id, business), Step.WITHDRAWN, actor, "", "");
        });
    }
}
