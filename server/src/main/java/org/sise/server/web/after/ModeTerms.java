package org.sise.server.web.after;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.server.web.Words;
import org.sise.supervision.mode.ModePolicy;
import org.sise.supervision.mode.Unmet;

/** The conditions of a policy of supervision in the reader's language, and how they stand for one business. */
public final class ModeTerms {

    private final ModePolicy policy;
    private final Words words;
    private final boolean asked;
    private final Set<Unmet> open;
    private final List<Term> terms;

    /** @param unmet what keeps the business out, or null where none is asked about */
    ModeTerms(ModePolicy policy, @Nullable List<Unmet> unmet, Words words) {
        this.policy = policy;
        this.words = words;
        this.asked = unmet != null;
        this.open = EnumSet.noneOf(Unmet.class);
        this.open.addAll(unmet == null ? List.of() : unmet);
        this.terms = terms();
    }

    /**
     * A condition.
     *
     * @param text in words
     * @param failure why the business does not meet it, or null where it does or none is asked about
     */
    public record Term(String text, @Nullable String failure) {}

    /** The policy. */
    public ModePolicy policy() {
        return policy;
    }

    /** Every condition that the policy makes. */
    public List<Term> conditions() {
        return terms;
    }

    /** Whether the business meets all of them. */
    public boolean qualifies() {
        return asked && open.isEmpty();
    }

    /** The kinds of visits that are not begun. */
    public String suspends() {
        return each(policy.suspends().stream()
                .sorted()
                .map(kind -> words.either(kind.rule().zh(), kind.rule().en())));
    }

    /** What ends it before its last day. */
    public String ends() {
        return each(policy.endsOn().stream().sorted().map(words::of));
    }

    private List<Term> terms() {
        List<Term> list = new ArrayList<>();
        LocalDate to = policy.to();
        list.add(term(
                to == null
                        ? words.say("mode.term.from", policy.from())
                        : words.say("mode.term.from.to", policy.from(), to),
                Unmet.NOT_IN_FORCE));
        list.add(term(words.say("mode.term.operating"), Unmet.UNKNOWN, Unmet.NOT_OPERATING));
        if (!policy.regions().isEmpty()) {
            list.add(term(
                    words.say(
                            "mode.term.regions", each(policy.regions().stream().map(words::region))),
                    Unmet.REGION));
        }
        if (!policy.industries().isEmpty()) {
            list.add(term(
                    words.say(
                            "mode.term.industries",
                            each(policy.industries().stream().map(words::industry))),
                    Unmet.INDUSTRY));
        }
        list.add(term(
                words.say(
                        "mode.term.colours",
                        each(policy.colours().stream().sorted().map(words::grade))),
                Unmet.COLOUR));
        days("mode.term.age.least", policy.leastAge(), Unmet.TOO_YOUNG, list);
        days("mode.term.age.most", policy.mostAge(), Unmet.TOO_OLD, list);
        days("mode.term.quiet", policy.quiet(), Unmet.NOT_QUIET, list);
        list.add(term(words.say("mode.term.none"), Unmet.IN_A_MODE));
        return List.copyOf(list);
    }

    private void days(String key, @Nullable Integer days, Unmet reason, List<Term> list) {
        if (days != null) {
            list.add(term(words.say(key, words.count(days)), reason));
        }
    }

    private Term term(String text, Unmet... reasons) {
        for (Unmet reason : reasons) {
            if (open.contains(reason)) {
                return new Term(text, words.either(reason.zh(), reason.en()));
            }
        }
        return new Term(text, null);
    }

    private String each(Stream<String> all) {
        return all.collect(Collectors.joining(words.either("、", ", ")));
    }
}
