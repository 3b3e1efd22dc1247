package org.sise.grading.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.grade.RegradeQueue;

/** The days from which approved versions are in force, in Shanghai. Writing methods take part in the caller's transaction. */
final class PolicyCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PolicyRows rows;
    private final AuditLog audit;
    private final RegradeQueue queue;
    private final Clock clock;

    PolicyCalendar(PolicyRows rows, AuditLog audit, RegradeQueue queue, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.queue = queue;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The version in force today. */
    PolicyTerm present() {
        return PoliciesInForce.pick(rows.terms(), today(), null);
    }

    boolean isAnyDue(LocalDate day) {
        return rows.terms().stream().anyMatch(term -> isDue(term, day));
    }

    /**
     * Puts in force whatever is due on the day, in the order of its days, and every business into the regrade queue.
     *
     * @return whether anything was due
     */
    boolean begin(LocalDate day) {
        boolean any = false;
        PolicyTerm before = null;
        for (PolicyTerm term : rows.terms()) {
            boolean due = isDue(term, day);
            if (due) {
                if (before != null) {
                    rows.append(before.id(), PolicyStep.SUPERSEDED, before.round(), PolicyVersions.SYSTEM, term.name());
                    audit.append(PolicyVersions.SYSTEM, "policy-superseded", before.name(), term.name());
                }
                rows.append(
                        term.id(),
                        PolicyStep.IN_FORCE,
                        term.round(),
                        PolicyVersions.SYSTEM,
                        term.from(),
                        false,
                        null,
                        null);
                audit.append(
                        PolicyVersions.SYSTEM,
                        "policy-in-force",
                        term.name(),
                        "in force from %s; %s".formatted(term.from(), term.digest()));
                any = true;
            }
            if (due || term.begun()) {
                before = term;
            }
        }
        if (any) {
            queue.addAll("policy");
        }
        return any;
    }

    /**
     * Refuses a day that has passed without agreement, that is taken, or that is before that of the version in force.
     *
     * @param agreed whether everybody who had to has agreed to a day that has passed
     */
    void require(LocalDate from, boolean agreed) {
        List<PolicyTerm> terms = rows.terms();
        for (PolicyTerm term : terms) {
            if (term.from().equals(from)) {
                throw new PolicyRefusedException(PolicyRefusal.DAY_TAKEN, from, term.name());
            }
        }
        if (from.isBefore(today()) && !agreed) {
            throw new PolicyRefusedException(PolicyRefusal.DAY_PAST, from, today());
        }
        PolicyTerm present = PoliciesInForce.pick(terms, today(), null);
        if (from.isBefore(present.from())) {
            throw new PolicyRefusedException(PolicyRefusal.DAY_TOO_EARLY, from, present.name(), present.from());
        }
    }

    private static boolean isDue(PolicyTerm term, LocalDate day) {
        return !term.begun() && !term.from().isAfter(day);
    }
}
