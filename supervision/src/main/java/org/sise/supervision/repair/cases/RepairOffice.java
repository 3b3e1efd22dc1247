package org.sise.supervision.repair.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.sise.core.record.Inspection;
import org.sise.core.record.RecordState;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Limit;
import org.sise.supervision.repair.pack.Refusal;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.WorkingDays;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What officials do with cases. A grant is in one transaction the event, the record's new version in the ledger, what others
 * are told, and the line of the audit log. What the rules or the case's state do not allow throws {@link
 * RepairRefusedException}; a number of which there is no case, {@link NoSuchElementException}.
 */
public final class RepairOffice {

    private final RepairCases cases;
    private final Steps steps;
    private final Effects effects;
    private final Records records;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public RepairOffice(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RepairCases cases,
            Clock clock) {
        this.cases = cases;
        this.steps = new Steps(dataSource, transactions, audit, cases, clock);
        this.effects = new Effects(dataSource);
        this.records = new Records(dataSource);
    }

    /** Accepts a case; the clock of the decision begins. */
    public RepairCase accept(long id, String actor) {
        return official(id, Step.ACCEPTED, actor, "", "");
    }

    /** Does not accept a case, with reasons. */
    public RepairCase notAccept(long id, String reasons, String actor) {
        return official(id, Step.NOT_ACCEPTED, actor, Steps.reasons(reasons), "");
    }

    /** Gives a case back to be completed. */
    public RepairCase giveBack(long id, String reasons, String actor) {
        return official(id, Step.RETURNED, actor, Steps.reasons(reasons), "");
    }

    /** Stops the clock of the decision, saying what is waited for. */
    public RepairCase suspend(long id, String reasons, String actor) {
        return official(id, Step.SUSPENDED, actor, Steps.reasons(reasons), "");
    }

    /** Lets the clock go on. */
    public RepairCase resume(long id, String actor) {
        return official(id, Step.RESUMED, actor, "", "");
    }

    /** Extends the days for deciding, once, before they are over; the reasons are what the applicant is told. */
    public RepairCase extend(long id, int days, String reasons, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            RepairCase one = cases.find(id);
            Steps.require(one, Step.EXTENDED);
            RepairPack pack = cases.packOf(one);
            WorkingDays most = pack.daysOrNone(Limit.EXTEND);
            if (most == null) {
                throw RepairRefusedException.of("days", "适用的规则不允许延长", "the rules that govern know no extension");
            }
            if (days < 1 || days > most.days()) {
                throw RepairRefusedException.of(
                        "days",
                        "延长应为1至%d个工作日".formatted(most.days()),
                        "an extension is 1 to %d working days".formatted(most.days()));
            }
            if (one.last(Step.EXTENDED) != null) {
                throw RepairRefusedException.conflict("case", "已延长过一次", "it has been extended already");
            }
            for (Clocks.Clock running : cases.clocks().of(one, pack)) {
                if (running.limit() == Limit.DECIDE && running.isOverdue(steps.today())) {
                    throw RepairRefusedException.conflict(
                            "case",
                            "期限已于%s届满，延长须事先告知".formatted(running.due()),
                            "the days were over on %s; an extension is told beforehand".formatted(running.due()));
                }
            }
            return steps.take(one, Step.EXTENDED, actor, Steps.reasons(reasons), Integer.toString(days));
        });
    }

    /**
     * Grants a case: publicity of the record ends, whatever weighs it sees it repaired, departments are told.
     *
     * @param elsewhere whether the business is registered in another province, whose authority then has to be told
     * @param linked inspection results that led to the record and stop with it; numbers in the ledger
     */
    public RepairCase grant(long id, String note, boolean elsewhere, List<Long> linked, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            RepairCase one = cases.find(id);
            requireDecider(one, Step.GRANTED, actor);
            LocalDate day = steps.today();
            StoredRecord latest = steps.latest(one);
            StoredRecord now = latest;
            if (one.kind().isObjection()) {
                steps.requireStanding(one);
                now = effects.withdraw(one, latest, day);
            } else if (one.kind() != CaseKind.BANKRUPTCY_FINAL
                    || latest.record().header().state() != RecordState.REPAIRED) {
                steps.requireStanding(one);
                now = effects.repair(one, latest, day);
            }
            for (Long result : linked) {
                effects.repair(one, inspection(one, result), day);
            }
            RepairCase granted = steps.take(
                    one,
                    Step.GRANTED,
                    actor,
                    Steps.text(note),
                    "record=%d%s".formatted(now.id(), elsewhere ? "; " + Effects.ELSEWHERE : ""));
            effects.decided(granted, Step.GRANTED, day);
            return granted;
        });
    }

    /**
     * Refuses a case.
     *
     * @param ground a word of the rules' list of grounds
     */
    public RepairCase refuse(long id, String ground, String reasons, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            RepairCase one = cases.find(id);
            requireDecider(one, Step.REFUSED, actor);
            Refusal refusal = cases.packOf(one).refusal(ground);
            if (refusal == null) {
                throw RepairRefusedException.of("ground", "请选择不予修复的理由", "choose a ground of refusal");
            }
            RepairCase refused = steps.take(one, Step.REFUSED, actor, Steps.reasons(reasons), refusal.id());
            effects.decided(refused, Step.REFUSED, steps.today());
            return refused;
        });
    }

    /** Notes that the authority of the place of registration has been told. */
    public RepairCase pushed(long id, String note, String actor) {
        return official(id, Step.PUSHED, actor, Steps.text(note), "");
    }

    /**
     * Undoes a granted case: the promise was false or the plan failed. The record says again what it said, and after a false
     * promise no further repair may be applied for while the ban lasts.
     */
    public RepairCase reverse(long id, String reasons, boolean falsePromise, String actor) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            RepairCase one = cases.find(id);
            Steps.require(one, Step.REVERSED);
            if (one.kind().isObjection()) {
                throw RepairRefusedException.of("case", "异议不适用撤销修复", "an objection is not reversed");
            }
            StoredRecord latest = steps.latest(one);
            if (latest.record().header().state() != RecordState.REPAIRED) {
                throw RepairRefusedException.conflict("record", "该记录已非已修复状态", "the record is no longer repaired");
            }
            StoredRecord restored = effects.restore(one, latest, steps.today());
            RepairCase reversed =
                    steps.take(one, Step.REVERSED, actor, Steps.reasons(reasons), "record=" + restored.id());
            if (falsePromise) {
                LocalDate until = steps.today().plusYears(cases.packOf(one).banYears());
                steps.rows.insertBan(one, steps.today(), until);
                steps.audit.append(actor, "repair-banned", one.business(), "case=%d; until=%s".formatted(id, until));
            }
            effects.decided(reversed, Step.REVERSED, steps.today());
            return reversed;
        });
    }

    private RepairCase official(long id, Step step, String actor, String note, String detail) {
        return steps.inTransaction(() -> {
            steps.rows.lock(id);
            return steps.take(cases.find(id), step, actor, note, detail);
        });
    }

    private void requireDecider(RepairCase one, Step step, String actor) {
        Steps.require(one, step);
        if (cases.packOf(one).secondPerson() && actor.equals(one.acceptedBy())) {
            throw RepairRefusedException.conflict(
                    "actor", "须由受理人以外的人员决定", "another person than who accepted has to decide");
        }
    }

    private StoredRecord inspection(RepairCase one, long number) {
        StoredRecord asked = records.original(number)
                .map(original -> original.stored())
                .filter(stored -> stored.record() instanceof Inspection
                        && stored.record().header().subject().value().equals(one.business())
                        && stored.record().header().department().equals(one.department()))
                .orElseThrow(() -> RepairRefusedException.of(
                        "linked", "不是该单位对该企业的检查结果", "not an inspection of the business by the same department"));
        StoredRecord latest =
                steps.decisions.latest(asked.record().kind(), asked.key()).orElseThrow();
        RecordState state = latest.record().header().state();
        if (state != RecordState.EFFECTIVE && state != RecordState.CORRECTED) {
            throw RepairRefusedException.conflict(
                    "linked", "检查结果%s".formatted(state.zh()), "the inspection is %s".formatted(state.en()));
        }
        return latest;
    }
}
