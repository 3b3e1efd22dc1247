package org.sise.scoring.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Exemption;
import org.sise.scoring.policy.GroupCap;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Quantity;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.policy.Weights;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one indicator. */
final class IndicatorReader {
    private static final List<String> MEASURES = List.of("count", "latest", "max");

    private final Context context;
    private final Faults faults;

    IndicatorReader(Context context) {
        this.context = context;
        this.faults = context.faults;
    }

    @Nullable
    Indicator read(Section section) {
        String id = context.indicators.declare(section);
        context.operands.declare(section);
        String dimension = section.has("dimension") ? context.dimensions.use(section, "dimension") : null;
        Vocabulary.Kind kind = context.kind(section);
        Match match = MatchReader.match(section, kind, faults);
        Measure measure = measure(section, kind);
        Quantity quantity = quantity(section, kind);
        Points points = section.points("points", -10_000, 10_000);
        Weights weights = weights(section, "weights", kind);
        AgeBands age = BandsReader.ages(section, faults);
        Exemption exempt = exemption(section, kind);
        Points recordCap = cap(section, "record-cap");
        GroupCap groupCap = groupCap(section, kind);
        Points cap = cap(section, "cap");
        Absence absent = absence(section);
        String basis = section.text("basis");
        Says says = SaysReader.says(section, true, kind, faults);
        Provenance provenance = context.provenance(section);
        section.end();
        if (age == null || absent == null || measure == null) {
            return null;
        }
        return faults.make(
                section,
                () -> new Indicator(
                        id,
                        dimension,
                        match,
                        measure,
                        points,
                        weights,
                        quantity,
                        age,
                        exempt,
                        recordCap,
                        groupCap,
                        cap,
                        absent,
                        basis,
                        says,
                        provenance));
    }

    private @Nullable Points cap(Section section, String name) {
        Points cap = section.optionalPoints(name, 0, BandsReader.FAR);
        if (cap != null && cap.equals(Points.ZERO)) {
            faults.add(FaultCode.OUT_OF_RANGE, BandsReader.at(section, name), name, "0.001", BandsReader.FAR);
        }
        return cap;
    }

    private @Nullable Measure measure(Section section, Vocabulary.@Nullable Kind kind) {
        Node node = section.required("measure");
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode) {
            return switch (Scalars.oneOf(node, "measure", MEASURES, FaultCode.NOT_ONE_OF, faults)) {
                case "latest" -> new Measure.Latest();
                case "max" -> new Measure.Max();
                default -> new Measure.Count();
            };
        }
        Section form = section.section("measure");
        if (form == null) {
            return null;
        }
        if (!form.has("distinct")) {
            // A sum counts every record; its number is read as the quantity.
            return new Measure.Count();
        }
        List<String> fields = form.optional("distinct") instanceof ScalarNode
                ? List.of(MatchReader.fieldName(form, "distinct", kind, null, faults))
                : form.items("distinct").stream()
                        .map(item -> MatchReader.fieldName(item, "distinct", kind, null, faults))
                        .toList();
        form.end();
        if (fields.isEmpty()) {
            faults.add(FaultCode.EMPTY_LIST, BandsReader.at(form, "distinct"), "distinct");
            return null;
        }
        return new Measure.Distinct(fields);
    }

    /** The number of {@code measure: {sum: ...}} or of {@code value}. */
    private @Nullable Quantity quantity(Section section, Vocabulary.@Nullable Kind kind) {
        Node measure = section.optional("measure");
        Section sum = measure instanceof MappingNode ? section.section("measure") : null;
        Section value = section.optionalSection("value");
        if (sum != null && !sum.has("distinct")) {
            if (value != null) {
                faults.add(FaultCode.TWO_NUMBERS, section.keyNode("value"));
            }
            return quantity(sum, "sum", kind);
        }
        return value == null ? null : quantity(value, "field", kind);
    }

    private @Nullable Quantity quantity(Section form, String key, Vocabulary.@Nullable Kind kind) {
        String field = MatchReader.fieldName(form, key, kind, Vocabulary.Type.NUMBER, faults);
        Points unit = form.points("unit", 0, BandsReader.FAR);
        Points missing = form.points("missing", -1_000_000, 1_000_000);
        Weights plus = weights(form, "plus", kind);
        form.end();
        if (unit.equals(Points.ZERO)) {
            faults.add(FaultCode.OUT_OF_RANGE, BandsReader.at(form, "unit"), "0", "0.001", BandsReader.FAR);
            return null;
        }
        return new Quantity(field, unit, missing, plus);
    }

    private @Nullable Exemption exemption(Section section, Vocabulary.@Nullable Kind kind) {
        Section form = section.optionalSection("exempt");
        if (form == null) {
            return null;
        }
        Match match = MatchReader.match(form, kind, faults);
        int clear = form.months("clear-months", 1);
        String basis = form.text("basis");
        form.end();
        if (match.where().isEmpty()) {
            faults.add(FaultCode.MISSING_FIELD, form.node(), "where");
            return null;
        }
        return faults.make(form, () -> new Exemption(match.where(), clear, basis));
    }

    private @Nullable GroupCap groupCap(Section section, Vocabulary.@Nullable Kind kind) {
        Section form = section.optionalSection("group-cap");
        if (form == null) {
            return null;
        }
        String field = MatchReader.fieldName(form, "by", kind, null, faults);
        Points cap = cap(form, "cap");
        form.end();
        if (cap == null) {
            form.required("cap");
            return null;
        }
        return faults.make(form, () -> new GroupCap(field, cap));
    }

    private @Nullable Weights weights(Section section, String key, Vocabulary.@Nullable Kind kind) {
        Section form = section.optionalSection(key);
        if (form == null) {
            return null;
        }
        String name = MatchReader.fieldName(form, "field", kind, null, faults);
        Vocabulary.Field field = kind == null ? null : kind.field(name);
        Map<String, Points> values = new LinkedHashMap<>();
        Section table = form.section("values");
        if (table != null) {
            for (Map.Entry<String, Node> entry : table.all().entrySet()) {
                MatchReader.checkValue(field, entry.getKey(), table.keyNode(entry.getKey()), faults);
                values.put(entry.getKey(), Scalars.points(entry.getValue(), entry.getKey(), 0, 1000, faults));
            }
        }
        Points otherwise = form.points("otherwise", 0, 1000);
        form.end();
        return new Weights(name, values, otherwise);
    }

    private @Nullable Absence absence(Section section) {
        Section form = section.section("absent");
        if (form == null) {
            return null;
        }
        Text says = new Text(form.text("zh"), form.text("en"));
        Absence absence;
        if (form.has("unknown")) {
            form.oneOf("unknown", List.of("true"));
            absence = new Absence.Unknown(says);
        } else {
            absence = new Absence.Counts(form.points("points", -10_000, 10_000), says);
        }
        form.end();
        return absence;
    }
}
