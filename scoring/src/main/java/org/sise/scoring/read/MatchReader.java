package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.policy.Vocabulary.Type;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads which facts a rule looks at: {@code where}, {@code through} and {@code before}. */
final class MatchReader {
    private static final long FAR = 1_000_000_000L;

    private MatchReader() {}

    static Match match(Section section, Vocabulary.@Nullable Kind kind, Faults faults) {
        List<Condition> where = new ArrayList<>();
        Section conditions = section.optionalSection("where");
        if (conditions != null) {
            for (Map.Entry<String, Node> entry : conditions.all().entrySet()) {
                Vocabulary.Field field = field(kind, entry.getKey(), conditions.keyNode(entry.getKey()), faults);
                conditions(entry.getKey(), field, entry.getValue(), where, faults);
            }
        }
        return new Match(
                kind == null ? "?" : kind.token(),
                where,
                dateField(section, "through", kind, faults),
                dateField(section, "before", kind, faults));
    }

    /** The kind's field of that name; null, with a fault unless the kind itself is at fault, if there is none. */
    static Vocabulary.@Nullable Field field(Vocabulary.@Nullable Kind kind, String name, Node at, Faults faults) {
        if (kind == null) {
            return null;
        }
        Vocabulary.Field field = kind.field(name);
        if (field == null) {
            faults.add(
                    FaultCode.UNKNOWN_KIND_FIELD,
                    at,
                    name,
                    kind.token(),
                    String.join(", ", kind.fields().keySet()));
        }
        return field;
    }

    /** The name of a field of the kind, of the type where one is asked for. */
    static String fieldName(
            Section section, String key, Vocabulary.@Nullable Kind kind, @Nullable Type type, Faults faults) {
        Node node = section.required(key);
        return node == null ? "?" : fieldName(node, key, kind, type, faults);
    }

    static String fieldName(Node node, String key, Vocabulary.@Nullable Kind kind, @Nullable Type type, Faults faults) {
        String name = Scalars.text(node, key, faults);
        Vocabulary.Field field = field(kind, name, node, faults);
        if (field != null && type != null && field.type() != type) {
            faults.add(FaultCode.WRONG_TYPE, node, name, type.name().toLowerCase(java.util.Locale.ROOT));
        }
        return name;
    }

    /** Checks that a token field has the value. */
    static void checkValue(Vocabulary.@Nullable Field field, String value, Node at, Faults faults) {
        if (field != null && field.type() == Type.TOKEN && !field.values().containsKey(value)) {
            faults.add(
                    FaultCode.UNKNOWN_VALUE,
                    at,
                    value,
                    field.name(),
                    String.join(", ", field.values().keySet()));
        }
    }

    private static @Nullable String dateField(
            Section section, String key, Vocabulary.@Nullable Kind kind, Faults faults) {
        return section.has(key) ? fieldName(section, key, kind, Type.DATE, faults) : null;
    }

    private static void conditions(
            String name, Vocabulary.@Nullable Field field, Node node, List<Condition> where, Faults faults) {
        switch (node) {
            case MappingNode mapping -> {
                Section section = new Section(mapping, faults);
                if (section.has("in")) {
                    where.add(new Condition.OneOf(name, values(section.items("in"), field, faults)));
                }
                if (section.has("not-in")) {
                    where.add(new Condition.NoneOf(name, values(section.items("not-in"), field, faults)));
                }
                if (section.has("at-least")) {
                    number(name, field, section.keyNode("at-least"), faults);
                    where.add(new Condition.AtLeast(name, section.points("at-least", -FAR, FAR)));
                }
                if (section.has("at-most")) {
                    number(name, field, section.keyNode("at-most"), faults);
                    where.add(new Condition.AtMost(name, section.points("at-most", -FAR, FAR)));
                }
                if (section.has("known")) {
                    where.add(new Condition.Known(
                            name,
                            section.oneOf("known", List.of("true", "false")).equals("true")));
                }
                section.end();
            }
            case SequenceNode sequence ->
                where.add(new Condition.OneOf(name, values(sequence.getValue(), field, faults)));
            default -> where.add(new Condition.OneOf(name, values(List.of(node), field, faults)));
        }
    }

    private static void number(String name, Vocabulary.@Nullable Field field, Node at, Faults faults) {
        if (field != null && field.type() != Type.NUMBER) {
            faults.add(FaultCode.WRONG_TYPE, at, name, "number");
        }
    }

    private static Set<String> values(List<Node> nodes, Vocabulary.@Nullable Field field, Faults faults) {
        Set<String> values = new TreeSet<>();
        for (Node node : nodes) {
            String value = Scalars.text(node, "value", faults);
            checkValue(field, value, node, faults);
            values.add(value);
        }
        if (values.isEmpty()) {
            values.add("?");
        }
        return values;
    }
}
