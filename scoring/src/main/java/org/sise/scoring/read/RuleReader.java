package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads vetoes, floors, the minimum of data and the treatment of new businesses. */
final class RuleReader {
    private static final int MOST = 200;

    private final Context context;
    private final Faults faults;

    RuleReader(Context context) {
        this.context = context;
        this.faults = context.faults;
    }

    List<Rule> read(Section policy) {
        List<Rule> rules = new ArrayList<>();
        for (Section section : policy.sections("vetoes", false, MOST)) {
            add(rules, veto(section));
        }
        for (Section section : policy.sections("floors", false, MOST)) {
            add(rules, floor(section));
        }
        Section minimum = policy.optionalSection("minimum-data");
        if (minimum != null) {
            add(rules, minimumData(minimum));
        }
        for (Section fresh : policy.oneOrMore("new-business", MOST)) {
            add(rules, newBusiness(fresh));
        }
        for (Section section : policy.sections("shifts", false, MOST)) {
            add(rules, shift(section));
        }
        Section dormant = policy.optionalSection("dormant");
        if (dormant != null) {
            add(rules, dormant(dormant));
        }
        Section exposure = policy.optionalSection("exposure");
        if (exposure != null) {
            add(rules, exposure(exposure));
        }
        Section steadiness = policy.optionalSection("steadiness");
        if (steadiness != null) {
            add(rules, steadiness(steadiness));
        }
        return rules;
    }

    private @Nullable Rule shift(Section section) {
        String id = context.rules.declare(section);
        Vocabulary.Kind kind = context.kind(section);
        boolean none = section.has("none")
                && section.oneOf("none", List.of("true", "false")).equals("true");
        if (none && section.has("at-least")) {
            faults.add(FaultCode.UNKNOWN_FIELD, section.keyNode("at-least"), "at-least", "none");
        }
        Rule.Trigger trigger = trigger(section, kind);
        Node node = section.required("by");
        int by = node == null ? 1 : Scalars.integer(node, -3, 3, faults);
        if (by == 0) {
            faults.add(FaultCode.NO_SHIFT, BandsReader.at(section, "by"));
            return null;
        }
        String basis = section.text("basis");
        Says says = SaysReader.says(section, true, kind, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        context.grades.all().forEach(context.grades::used);
        return faults.make(section, () -> new Rule.Shift(id, trigger, none, by, basis, says, provenance));
    }

    private @Nullable Rule dormant(Section section) {
        String id = context.rules.declare(section);
        Set<String> kinds = new LinkedHashSet<>();
        for (Node item : section.items("kinds")) {
            Vocabulary.Kind kind = context.kind(item);
            if (kind != null) {
                kinds.add(kind.token());
            }
        }
        int months = section.months("months", 1);
        boolean unknownIsOld =
                section.oneOf("unknown-registration", List.of("old", "not-old")).equals("old");
        String grade = grade(section);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, false, null, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(
                section, () -> new Rule.Dormant(id, kinds, months, unknownIsOld, grade, basis, says, provenance));
    }

    private @Nullable Rule exposure(Section section) {
        String id = context.rules.declare(section);
        Set<String> indicators = new LinkedHashSet<>();
        for (Node item : section.items("indicators")) {
            indicators.add(context.indicators.use(item, "indicators"));
        }
        Node atMostNode = section.required("at-most");
        int atMost = atMostNode == null ? 1 : Scalars.integer(atMostNode, 1, 20, faults);
        String never = grade(section, "never");
        String basis = section.text("basis");
        Says says = SaysReader.says(section, false, null, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(section, () -> new Rule.Exposure(id, indicators, atMost, never, basis, says, provenance));
    }

    private @Nullable Rule steadiness(Section section) {
        String id = context.rules.declare(section);
        Points margin = section.optionalPoints("margin", 0, BandsReader.FAR);
        Integer coolDown = section.optionalMonths("cool-down-months", 0);
        Integer atATime = section.has("at-a-time") ? section.optionalInt("at-a-time", 1, 1, 20) : null;
        String basis = section.text("basis");
        Says says = SaysReader.says(section, false, null, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(
                section,
                () -> new Rule.Steadiness(
                        id, margin, coolDown == null ? 0 : coolDown, atATime, basis, says, provenance));
    }

    private static void add(List<Rule> rules, @Nullable Rule rule) {
        if (rule != null) {
            rules.add(rule);
        }
    }

    private @Nullable Rule veto(Section section) {
        String id = context.rules.declare(section);
        Vocabulary.Kind kind = context.kind(section);
        Rule.Trigger trigger = trigger(section, kind);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, true, kind, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        if (!context.grades.all().isEmpty()) {
            context.grades.used(List.copyOf(context.grades.all()).getLast());
        }
        return faults.make(section, () -> new Rule.Veto(id, trigger, basis, says, provenance));
    }

    private @Nullable Rule floor(Section section) {
        String id = context.rules.declare(section);
        Vocabulary.Kind kind = context.kind(section);
        Rule.Trigger trigger = trigger(section, kind);
        String grade = grade(section);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, true, kind, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(section, () -> new Rule.Floor(id, trigger, grade, basis, says, provenance));
    }

    private @Nullable Rule minimumData(Section section) {
        String id = context.rules.declare(section);
        Set<String> indicators = new LinkedHashSet<>();
        for (Node item : section.items("of")) {
            indicators.add(context.indicators.use(item, "of"));
        }
        int atLeast = section.optionalInt("at-least", 1, 1, Math.max(1, indicators.size()));
        String grade = grade(section);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, false, null, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(
                section, () -> new Rule.MinimumData(id, indicators, atLeast, grade, basis, says, provenance));
    }

    private @Nullable Rule newBusiness(Section section) {
        String id = context.rules.declare(section);
        int under = section.months("under-months", 1);
        boolean unknownIsNew =
                section.oneOf("unknown-registration", List.of("new", "not-new")).equals("new");
        String grade = grade(section);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, false, null, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        return faults.make(
                section, () -> new Rule.NewBusiness(id, under, unknownIsNew, grade, basis, says, provenance));
    }

    private Rule.Trigger trigger(Section section, Vocabulary.@Nullable Kind kind) {
        Match match = MatchReader.match(section, kind, faults);
        Integer under = section.optionalMonths("under-months", 1);
        return new Rule.Trigger(match, under, section.optionalInt("at-least", 1, 1, 10_000));
    }

    private String grade(Section section) {
        return grade(section, "grade");
    }

    private String grade(Section section, String field) {
        String grade = context.grades.use(section, field);
        boolean best = !context.grades.all().isEmpty()
                && context.grades.all().iterator().next().equals(grade);
        Node node = section.optional(field);
        if (best && node != null && Scalars.text(node, field, faults).equals(grade)) {
            faults.add(FaultCode.NO_EFFECT, node, grade);
        }
        return grade;
    }
}
