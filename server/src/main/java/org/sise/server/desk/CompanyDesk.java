package org.sise.server.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.grading.Grading;
import org.sise.grading.Simulation;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.StoredGrade;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.supervision.repair.back.Chance;
import org.sise.supervision.repair.back.Chances;
import org.sise.supervision.repair.back.PlanBack;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.springframework.stereotype.Component;

/** What a business finds at its own desk. */
@Component
public final class CompanyDesk {

    private static final int READS = 50;

    private final Businesses businesses;
    private final Grades grades;
    private final Grading grading;
    private final RepairCases cases;
    private final AuditLog audit;
    private final ColourAccess colours;

    CompanyDesk(
            Businesses businesses,
            Grades grades,
            Grading grading,
            RepairCases cases,
            AuditLog audit,
            ColourAccess colours) {
        this.businesses = businesses;
        this.grades = grades;
        this.grading = grading;
        this.cases = cases;
        this.audit = audit;
        this.colours = colours;
    }

    /**
     * The desk of a business.
     *
     * @param grade its grade, or null where it has none or may not see it
     * @param chances its public records against it with what the rules say of each
     * @param back the plan back, or null where the colour is not shown to it
     * @param marks objections under way, by the kind's token, a space and the matter's key
     * @param reads who read its data as departments sent it, the latest first
     */
    public record Desk(
            Business business,
            @Nullable StoredGrade grade,
            List<Chance> chances,
            @Nullable PlanBack back,
            List<RepairCase> cases,
            Map<String, RepairCase> marks,
            @Nullable String bannedUntil,
            List<AuditEntry> reads) {
        /** The open case on a record, or null. */
        public @Nullable RepairCase open(Chance chance, boolean objection) {
            for (RepairCase one : cases) {
                if (!one.state().isEnd()
                        && one.kind().isObjection() == objection
                        && one.recordKind() == chance.record().record().kind()
                        && one.recordKey().equals(chance.record().key())) {
                    return one;
                }
            }
            return null;
        }
    }

    /** The credit code that an account speaks for. */
    public static String code(Account account) {
        String code = account.creditCode();
        if (code == null) {
            throw new NotFoundException("business");
        }
        return code;
    }

    /** The desk of the business that an account speaks for. */
    public Desk of(Account account) {
        String code = code(account);
        Business business = businesses.find(code).orElseThrow(() -> new NotFoundException(code));
        Simulation now = grading.simulation(code);
        var banned = cases.bannedUntil(code).orElse(null);
        List<Chance> chances = new Chances(cases.packs(), cases.calendar()).of(now.records(), now.asOf(), banned);
        boolean colour = colours.seesColourOf(account, code);
        return new Desk(
                business,
                colour ? grades.present(code).orElse(null) : null,
                chances,
                colour ? PlanBack.of(now.grader(), now.party(), now.asOf(), chances) : null,
                cases.ofBusiness(code),
                cases.marks(code),
                banned == null ? null : banned.toString(),
                audit.latest(code, "personal-data-read", READS));
    }
}
