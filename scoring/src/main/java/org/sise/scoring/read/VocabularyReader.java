package org.sise.scoring.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Vocabulary;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the kinds of fact that a policy may speak of: {@code common} fields, and {@code kinds} with fields of their own. */
public final class VocabularyReader {
    private static final List<String> TYPES = List.of("text", "number", "date", "token");

    private VocabularyReader() {}

    /** @throws IllegalArgumentException with all faults, one a line */
    public static Vocabulary read(byte[] yaml) {
        Faults faults = new Faults();
        Section root = YamlFile.read(yaml, faults);
        Vocabulary vocabulary = root == null ? Vocabulary.empty() : vocabulary(root);
        if (!faults.isEmpty()) {
            new PolicyReading.Faulty(faults.sorted()).orThrow();
        }
        return vocabulary;
    }

    /**
     * The vocabulary that a policy's file speaks in: the base, with the kinds that the file itself declares.
     *
     * @throws IllegalArgumentException with all faults of the declaration, one a line
     */
    public static Vocabulary ofPolicy(byte[] policy, Vocabulary base) {
        Faults faults = new Faults();
        Section root = YamlFile.read(policy, faults);
        Section own = root == null ? null : root.optionalSection("vocabulary");
        Vocabulary vocabulary = own == null ? base : base.with(vocabulary(own));
        if (!faults.isEmpty()) {
            new PolicyReading.Faulty(faults.sorted()).orThrow();
        }
        return vocabulary;
    }

    static Vocabulary vocabulary(Section root) {
        SequencedMap<String, Vocabulary.Field> common = fields(root.optionalSection("common"));
        SequencedMap<String, Vocabulary.Kind> kinds = new LinkedHashMap<>();
        Section declared = root.section("kinds");
        for (Map.Entry<String, Section> kind : sections(declared).entrySet()) {
            Text label = label(kind.getValue());
            SequencedMap<String, Vocabulary.Field> fields = new LinkedHashMap<>(common);
            fields.putAll(fields(kind.getValue().optionalSection("fields")));
            kind.getValue().end();
            kinds.put(kind.getKey(), new Vocabulary.Kind(kind.getKey(), label, fields));
        }
        root.end();
        return new Vocabulary(kinds);
    }

    private static SequencedMap<String, Vocabulary.Field> fields(@Nullable Section declared) {
        SequencedMap<String, Vocabulary.Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Section> entry : sections(declared).entrySet()) {
            Section section = entry.getValue();
            Text label = label(section);
            Vocabulary.Type type =
                    Vocabulary.Type.valueOf(section.oneOf("type", TYPES).toUpperCase(Locale.ROOT));
            SequencedMap<String, Text> values = new LinkedHashMap<>();
            if (type == Vocabulary.Type.TOKEN) {
                for (Map.Entry<String, Section> value :
                        sections(section.section("values")).entrySet()) {
                    values.put(value.getKey(), label(value.getValue()));
                    value.getValue().end();
                }
            }
            section.end();
            Vocabulary.Field field =
                    section.faults().make(section, () -> new Vocabulary.Field(entry.getKey(), type, label, values));
            if (field != null) {
                fields.put(entry.getKey(), field);
            }
        }
        return fields;
    }

    private static SequencedMap<String, Section> sections(@Nullable Section parent) {
        SequencedMap<String, Section> sections = new LinkedHashMap<>();
        if (parent == null) {
            return sections;
        }
        for (Map.Entry<String, Node> entry : parent.all().entrySet()) {
            if (entry.getValue() instanceof MappingNode mapping) {
                sections.put(entry.getKey(), new Section(mapping, parent.faults()));
            } else {
                parent.faults().add(FaultCode.NO_MAPPING, entry.getValue(), entry.getKey());
            }
        }
        return sections;
    }

    private static Text label(Section section) {
        return new Text(section.text("zh"), section.text("en"));
    }
}
