package org.sise.server.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.stereotype.Component;

/** Takes proposals of tasks and names the field that is wrong. */
@Component
public final class TaskDesk {

    private final Visits visits;
    private final Businesses businesses;
    private final Inspectors inspectors;
    private final EntryRules rules;

    TaskDesk(Visits visits, Businesses businesses, Inspectors inspectors, EntryRules rules) {
        this.visits = visits;
        this.businesses = businesses;
        this.inspectors = inspectors;
        this.rules = rules;
    }

    /** What somebody fills in. */
    public record Proposal(
            @Nullable String business,
            @Nullable String kind,
            @Nullable String department,
            @Nullable String reason,
            List<String> items,
            List<String> officers,
            @Nullable String from,
            @Nullable String until) {

        /** Without blanks and doubles. */
        public Proposal {
            items = plain(items);
            officers = plain(officers);
        }

        private static List<String> plain(List<String> list) {
            return list.stream()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Proposes a task that stands under no plan.
     *
     * @throws BadParameterException that names the field
     */
    public VisitTask propose(Proposal proposal, String actor) {
        CreditCode business = business(proposal.business());
        VisitKind kind = kind(proposal.kind());
        officers(proposal.officers());
        LocalDate from = day("from", proposal.from());
        LocalDate until = day("until", proposal.until());
        try {
            TaskDraft draft = new TaskDraft(
                    business,
                    kind,
                    orEmpty(proposal.department()),
                    null,
                    orEmpty(proposal.reason()),
                    proposal.items(),
                    proposal.officers(),
                    window(from, until));
            return visits.propose(draft, actor).orElseThrow();
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    private static Window window(LocalDate from, LocalDate until) {
        try {
            return new Window(from, until);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("until", String.valueOf(e.getMessage()));
        }
    }

    private CreditCode business(@Nullable String code) {
        CreditCode business;
        try {
            business = new CreditCode(orEmpty(code));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("business", "请填写统一社会信用代码 / a credit code is needed");
        }
        if (businesses.known(Set.of(business.value())).isEmpty()) {
            throw new BadParameterException("business", "登记库中没有该企业 / the register has no such business");
        }
        return business;
    }

    /** A drawn task comes from its plan, an emergency from the door: neither is proposed by hand. */
    private static VisitKind kind(@Nullable String text) {
        VisitKind kind = Objects.requireNonNullElse(Choice.of(VisitKind.class, "kind", text), VisitKind.EMERGENCY);
        if (kind == VisitKind.EMERGENCY || kind == VisitKind.RANDOM) {
            throw new BadParameterException("kind", "请选择检查类型；双随机任务由计划产生 / choose a kind; drawn tasks come from a plan");
        }
        return kind;
    }

    private void officers(List<String> certificates) {
        if (certificates.size() < rules.officersLeast()) {
            throw new BadParameterException(
                    "officers",
                    "至少 %d 名执法人员 / at least %d officers".formatted(rules.officersLeast(), rules.officersLeast()));
        }
        Set<String> known = inspectors.find(certificates).keySet();
        certificates.stream().filter(one -> !known.contains(one)).findFirst().ifPresent(one -> {
            throw new BadParameterException(
                    "officers", "执法证 %s 不在名录库 / the roster has no certificate %s".formatted(one, one));
        });
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(orEmpty(text));
        } catch (DateTimeParseException e) {
            throw new BadParameterException(field, "日期格式为 yyyy-MM-dd / a date is yyyy-MM-dd");
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
