package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code says}: a sentence in both languages with places in braces. */
final class SaysReader {
    private SaysReader() {}

    /** @param kind the kind whose fields have places; null: the sentence has no places */
    static Says says(Section section, boolean ofFact, Vocabulary.@Nullable Kind kind, Faults faults) {
        Section says = section.section("says");
        if (says == null) {
            return new Says(List.of(), List.of());
        }
        Says read = new Says(parts(says, "zh", ofFact, kind, faults), parts(says, "en", ofFact, kind, faults));
        says.end();
        return read;
    }

    private static List<Says.Part> parts(
            Section says, String language, boolean ofFact, Vocabulary.@Nullable Kind kind, Faults faults) {
        String pattern = says.text(language);
        Node node = says.optional(language);
        List<Says.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < pattern.length() && node != null) {
            int open = pattern.indexOf('{', at);
            if (open < 0) {
                break;
            }
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                faults.add(FaultCode.OPEN_PLACE, node);
                return parts;
            }
            if (open > at) {
                parts.add(new Says.Words(pattern.substring(at, open)));
            }
            Says.Part place = place(pattern.substring(open + 1, close), ofFact, kind, node, faults);
            if (place != null) {
                parts.add(place);
            }
            at = close + 1;
        }
        if (at < pattern.length()) {
            parts.add(new Says.Words(pattern.substring(at)));
        }
        return parts;
    }

    private static Says.@Nullable Part place(
            String name, boolean ofFact, Vocabulary.@Nullable Kind kind, Node node, Faults faults) {
        if (ofFact && kind == null) {
            return null;
        }
        if (kind != null) {
            Vocabulary.Field field = kind.field(name);
            switch (name) {
                case "date":
                    return new Says.Date();
                case "document":
                    return new Says.Document();
                case "points":
                    return new Says.Given();
                case "months":
                    return new Says.Months();
                default:
                    if (field != null) {
                        return new Says.OfField(field);
                    }
            }
        }
        TreeSet<String> names = new TreeSet<>();
        if (kind != null) {
            names.addAll(List.of("date", "document", "points", "months"));
            names.addAll(kind.fields().keySet());
        }
        faults.add(FaultCode.UNKNOWN_PLACE, node, name, String.join(", ", names));
        return null;
    }
}
