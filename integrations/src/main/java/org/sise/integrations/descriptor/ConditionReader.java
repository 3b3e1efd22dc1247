package org.sise.integrations.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads conditions on cells. */
final class ConditionReader {

    private static final List<String> KINDS = List.of("in", "not-in", "matches", "not-matches");

    private final DescriptorFaults faults;

    ConditionReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    /** Conditions under a key: one or a list, of which all must hold. */
    List<Condition> conditions(YamlMapping in, String key) {
        List<Condition> conditions = new ArrayList<>();
        for (Node node : in.list(key)) {
            YamlMapping map = new YamlMapping(node, in.at(key), faults);
            conditions.add(condition(map));
            map.closed();
        }
        return conditions;
    }

    Condition condition(YamlMapping map) {
        String column = map.requiredText("column");
        List<String> words = map.texts("in");
        List<String> others = map.texts("not-in");
        Pattern like = Patterns.read(map, "matches", faults);
        Pattern unlike = Patterns.read(map, "not-matches", faults);
        List<String> given = KINDS.stream().filter(map.keys()::contains).toList();
        if (given.size() > 1) {
            faults.add(
                    map.keyNode(given.get(1)),
                    map.at(given.get(1)),
                    "%s 只能用一个".formatted(String.join(", ", KINDS)),
                    "use only one of " + String.join(", ", KINDS));
        }
        if (like != null || unlike != null) {
            return new Condition(column, like == null, List.of(), Objects.requireNonNullElse(like, unlike));
        }
        return words.isEmpty() ? new Condition(column, !others.isEmpty(), others) : new Condition(column, false, words);
    }
}
