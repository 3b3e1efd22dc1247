package org.sise.scoring.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Text;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file whose fields are asked for one by one. A field that is missing or wrong is a fault, and a
 * harmless value stands in for it, so that reading goes on and finds the next one. {@link #end} reports the fields that
 * nobody asked for.
 */
public final class Section {
    private final MappingNode node;
    private final Faults faults;
    private final SequencedMap<String, NodeTuple> fields = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    Section(MappingNode node, Faults faults) {
        this.node = node;
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                faults.add(FaultCode.NO_TEXT, key, "key");
                continue;
            }
            NodeTuple first = fields.putIfAbsent(name.getValue(), tuple);
            if (first != null) {
                faults.add(FaultCode.DUPLICATE_FIELD, key, name.getValue(), line(first.getKeyNode()));
            }
        }
    }

    Node node() {
        return node;
    }

    Faults faults() {
        return faults;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** From 1. */
    public int line() {
        return line(node);
    }

    /** The names of all fields, which count as asked for. */
    SequencedMap<String, Node> all() {
        SequencedMap<String, Node> all = new LinkedHashMap<>();
        for (Map.Entry<String, NodeTuple> field : fields.entrySet()) {
            asked.add(field.getKey());
            all.put(field.getKey(), field.getValue().getValueNode());
        }
        return all;
    }

    /** Every field as text, in the order of the file; all count as asked for. */
    public SequencedMap<String, String> texts() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Node> field : all().entrySet()) {
            texts.put(field.getKey(), Scalars.text(field.getValue(), field.getKey(), faults));
        }
        return texts;
    }

    Node keyNode(String name) {
        NodeTuple tuple = fields.get(name);
        return tuple == null ? node : tuple.getKeyNode();
    }

    public boolean has(String name) {
        return optional(name) != null;
    }

    /** The field's value; null if it is not there or empty. */
    @Nullable
    Node optional(String name) {
        asked.add(name);
        NodeTuple tuple = fields.get(name);
        return tuple == null || tuple.getValueNode().getTag().equals(Tag.NULL) ? null : tuple.getValueNode();
    }

    @Nullable
    Node required(String name) {
        Node value = optional(name);
        if (value == null) {
            faults.add(name.equals("basis") ? FaultCode.MISSING_BASIS : FaultCode.MISSING_FIELD, keyNode(name), name);
        }
        return value;
    }

    /** A text; "?" stands in. */
    public String text(String name) {
        Node value = required(name);
        return value == null ? "?" : Scalars.text(value, name, faults);
    }

    public @Nullable String optionalText(String name) {
        Node value = optional(name);
        return value == null ? null : Scalars.text(value, name, faults);
    }

    String id(String name) {
        Node value = required(name);
        return value == null ? "unnamed" : Scalars.id(value, name, faults);
    }

    Points points(String name, long least, long most) {
        Node value = required(name);
        return value == null ? Points.of(Math.max(least, 1)) : Scalars.points(value, name, least, most, faults);
    }

    public @Nullable Points optionalPoints(String name, long least, long most) {
        Node value = optional(name);
        return value == null ? null : Scalars.points(value, name, least, most, faults);
    }

    int months(String name, int least) {
        Node value = required(name);
        return value == null ? Math.max(least, 1) : Scalars.months(value, least, faults);
    }

    @Nullable
    Integer optionalMonths(String name, int least) {
        Node value = optional(name);
        return value == null ? null : Scalars.months(value, least, faults);
    }

    int optionalInt(String name, int otherwise, int least, int most) {
        Node value = optional(name);
        return value == null ? otherwise : Scalars.integer(value, least, most, faults);
    }

    /** A whole number. */
    public int integer(String name, int least, int most) {
        Node value = required(name);
        return value == null ? least : Scalars.integer(value, least, most, faults);
    }

    /** A whole number; null if it is not there. */
    public @Nullable Integer optionalInteger(String name, int least, int most) {
        Node value = optional(name);
        return value == null ? null : Scalars.integer(value, least, most, faults);
    }

    /** Reports that what the mapping says does not hold together. */
    public void wrong(String message) {
        faults.add(FaultCode.INVALID, node, message);
    }

    public LocalDate date(String name) {
        Node value = required(name);
        return value == null ? LocalDate.EPOCH : date(value, name);
    }

    public @Nullable LocalDate optionalDate(String name) {
        Node value = optional(name);
        return value == null ? null : date(value, name);
    }

    private LocalDate date(Node value, String name) {
        String text = Scalars.text(value, name, faults);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(FaultCode.NO_DATE, value, text);
            return LocalDate.EPOCH;
        }
    }

    /** One of the words; the first stands in. */
    public String oneOf(String name, List<String> words) {
        Node value = required(name);
        return value == null ? words.getFirst() : Scalars.oneOf(value, name, words, FaultCode.NOT_ONE_OF, faults);
    }

    public @Nullable Section optionalSection(String name) {
        Node value = optional(name);
        return value == null ? null : section(value, name);
    }

    /** A mapping; an empty one of which nothing is asked stands in as null. */
    public @Nullable Section section(String name) {
        Node value = required(name);
        return value == null ? null : section(value, name);
    }

    private @Nullable Section section(Node value, String name) {
        if (value instanceof MappingNode mapping) {
            return new Section(mapping, faults);
        }
        faults.add(FaultCode.NO_MAPPING, value, name);
        return null;
    }

    List<Node> items(String name) {
        Node value = required(name);
        return value == null ? List.of() : Scalars.items(value, name, faults);
    }

    List<Node> optionalItems(String name) {
        Node value = optional(name);
        return value == null ? List.of() : Scalars.items(value, name, faults);
    }

    /** The mappings of a list; of more than the most, a fault and none. */
    public List<Section> sections(String name, boolean required, int most) {
        List<Node> items = required ? items(name) : optionalItems(name);
        if (items.size() > most) {
            faults.add(FaultCode.TOO_MANY, items.get(most), name, most);
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : items) {
            Section section = section(item, name);
            if (section != null) {
                sections.add(section);
            }
        }
        return sections;
    }

    /** A mapping, or a list of mappings; empty if the field is missing. */
    List<Section> oneOrMore(String name, int most) {
        if (optional(name) instanceof SequenceNode) {
            return sections(name, false, most);
        }
        Section one = optionalSection(name);
        return one == null ? List.of() : List.of(one);
    }

    /** A text in both languages, from a mapping with {@code zh} and {@code en}. */
    Text bilingual(String name) {
        Section section = section(name);
        if (section == null) {
            return new Text("?", "?");
        }
        Text text = new Text(section.text("zh"), section.text("en"));
        section.end();
        return text;
    }

    /** Reports the fields that nobody asked for. */
    public void end() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                faults.add(FaultCode.UNKNOWN_FIELD, keyNode(name), name, String.join(", ", asked));
            }
        }
    }
}
