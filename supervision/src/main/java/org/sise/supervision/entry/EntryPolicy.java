package org.sise.supervision.entry;

import java.util.ArrayList;
import java.util.List;
import org.sise.core.record.BusinessStatus;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.entry.EntryFacts.Officer;
import org.sise.supervision.entry.EntryFacts.Planned;
import org.sise.supervision.visit.CapPolicy;
import org.sise.supervision.visit.VisitState;

/** Decides on an entry and names every condition that failed, not the first alone. Pure. */
final class EntryPolicy {

    private final CheckItems items;
    private final CapPolicy caps;
    private final EntryRules rules;

    EntryPolicy(CheckItems items, CapPolicy caps, EntryRules rules) {
        this.items = items;
        this.caps = caps;
        this.rules = rules;
    }

    EntryAnswer decide(EntryFacts facts) {
        List<Failure> failures = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        business(facts, failures);
        Planned visit = facts.visit();
        if (visit == null) {
            failures.add(Failure.of(Condition.NO_APPROVED_TASK));
            facts.officers().stream()
                    .filter(officer -> officer.certificate().equals(facts.scanner()))
                    .forEach(
                            officer -> failures.addAll(OfficerPolicy.failures(officer, facts.day(), facts.register())));
        } else {
            visit(facts, visit, failures);
            code(facts, visit, failures);
            officers(facts, visit, failures);
            cap(facts, visit, failures, notices);
            int coming = facts.scanner() == null ? 0 : 1;
            if (visit.present().size() + coming < rules.officersLeast()) {
                notices.add(Notice.WAITING_FOR_COLLEAGUE);
            }
        }
        return new EntryAnswer(
                failures,
                notices,
                false,
                null,
                visit == null ? null : VisitAtDoor.of(visit, facts.officers()),
                facts.register());
    }

    private static void business(EntryFacts facts, List<Failure> failures) {
        if (facts.register() == null) {
            failures.add(Failure.of(Condition.BUSINESS_UNKNOWN));
        } else if (facts.register().status() != BusinessStatus.OPERATING) {
            BusinessStatus status = facts.register().status();
            failures.add(Failure.of(Condition.BUSINESS_CLOSED, status.zh(), status.en()));
        }
    }

    private void visit(EntryFacts facts, Planned visit, List<Failure> failures) {
        if (facts.door() != null && !facts.door().equals(visit.business())) {
            failures.add(Failure.of(
                    Condition.WRONG_BUSINESS,
                    "任务对象 %s，现场 %s".formatted(visit.business(), facts.door()),
                    "the visit is of %s, this is %s".formatted(visit.business(), facts.door())));
        }
        switch (visit.state()) {
            case PLANNED, OPEN -> {
                // may be entered
            }
            case DONE -> failures.add(Failure.of(Condition.VISIT_OVER));
            case CANCELLED -> failures.add(Failure.of(Condition.NO_APPROVED_TASK, "任务已撤销", "taken back"));
        }
        if (!visit.window().contains(facts.day())) {
            failures.add(Failure.of(
                    Condition.OUTSIDE_WINDOW,
                    "%s 至 %s".formatted(visit.window().from(), visit.window().until()),
                    "%s to %s".formatted(visit.window().from(), visit.window().until())));
        }
        List<String> unpublished = visit.items().stream()
                .filter(item -> items.byId(item) == null)
                .filter(item -> !visit.drawn().contains(item) || items.everById(item) == null)
                .toList();
        if (!unpublished.isEmpty() || visit.items().isEmpty()) {
            String which = String.join(", ", unpublished);
            failures.add(Failure.of(Condition.ITEM_UNPUBLISHED, which, which));
        }
    }

    private static void code(EntryFacts facts, Planned visit, List<Failure> failures) {
        if (facts.codeIssue() != null && facts.codeIssue() != visit.issue()) {
            failures.add(Failure.of(Condition.CODE_REVOKED));
        }
        if (facts.codeUsed()) {
            failures.add(Failure.of(Condition.CODE_REPLAYED));
        }
    }

    private void officers(EntryFacts facts, Planned visit, List<Failure> failures) {
        String scanner = facts.scanner();
        if (scanner != null && !visit.officers().contains(scanner)) {
            failures.add(Failure.of(Condition.NOT_ASSIGNED, scanner, scanner));
        }
        if (scanner != null && visit.present().contains(scanner)) {
            failures.add(Failure.of(Condition.ALREADY_IN, scanner, scanner));
        }
        int usable = 0;
        List<Failure> ofColleagues = new ArrayList<>();
        for (Officer officer : facts.officers()) {
            List<Failure> own = OfficerPolicy.failures(officer, facts.day(), facts.register());
            if (officer.certificate().equals(scanner)) {
                failures.addAll(own);
            } else {
                ofColleagues.addAll(own);
            }
            if (own.isEmpty() && visit.officers().contains(officer.certificate())) {
                usable++;
            }
        }
        if (usable < rules.officersLeast()) {
            failures.add(Failure.of(
                    Condition.TOO_FEW_OFFICERS,
                    "可入企 %d 人，至少 %d 人".formatted(usable, rules.officersLeast()),
                    "%d can come, %d are needed".formatted(usable, rules.officersLeast())));
            failures.addAll(ofColleagues);
        }
    }

    /** The cap decides when a visit begins; whoever comes after belongs to it. */
    private void cap(EntryFacts facts, Planned visit, List<Failure> failures, List<Notice> notices) {
        if (visit.state() != VisitState.PLANNED) {
            return;
        }
        CapPolicy.Verdict verdict = caps.decide(
                visit.kinds(),
                facts.register() == null ? null : facts.register().grade(),
                visit.others());
        String figures = "%d/%d".formatted(verdict.visits(), verdict.cap().visits());
        switch (verdict.outcome()) {
            case WITHIN -> {
                // nothing to say
            }
            case TOLD -> notices.add(Notice.BEYOND_CAP);
            case STOPPED -> failures.add(Failure.of(Condition.CAP_REACHED, figures, figures));
            case BLUE_UNCALLED ->
                failures.add(Failure.of(
                        Condition.BLUE_UNCALLED,
                        verdict.kind().rule().zh(),
                        verdict.kind().rule().en()));
        }
        if (verdict.outcome() != CapPolicy.Outcome.WITHIN
                && verdict.cap().confidence().equals("low")) {
            notices.add(Notice.CAP_UNCONFIRMED);
        }
    }
}
