package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Match;
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
        Section fresh = policy.optionalSection("new-business");
        if (fresh != null) {
            add(rules, newBusiness(fresh));
        }
        return rules;
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
        String grade = context.grades.use(section, "grade");
        boolean best = !context.grades.all().isEmpty()
                && context.grades.all().iterator().next().equals(grade);
        Node node = section.optional("grade");
        if (best && node != null && Scalars.text(node, "grade", faults).equals(grade)) {
            faults.add(FaultCode.NO_EFFECT, node, grade);
        }
        return grade;
    }
}
