package org.sise.scoring.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Match;
import org.sise.scoring.policy.Measure;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.policy.Weights;
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
        String dimension = context.dimensions.use(section, "dimension");
        Vocabulary.Kind kind = context.kind(section);
        Match match = MatchReader.match(section, kind, faults);
        Measure measure = measure(section, kind);
        Points points = section.points("points", -10_000, 10_000);
        Weights weights = weights(section, kind);
        AgeBands age = BandsReader.ages(section, faults);
        Points recordCap = cap(section, "record-cap");
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
                        age,
                        recordCap,
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
        if (form.has("distinct")) {
            String field = MatchReader.fieldName(form, "distinct", kind, null, faults);
            form.end();
            return new Measure.Distinct(field);
        }
        String field = MatchReader.fieldName(form, "sum", kind, Vocabulary.Type.NUMBER, faults);
        Points unit = form.points("unit", 0, BandsReader.FAR);
        Points missing = form.points("missing", -1_000_000, 1_000_000);
        form.end();
        if (unit.equals(Points.ZERO)) {
            faults.add(FaultCode.OUT_OF_RANGE, BandsReader.at(form, "unit"), "0", "0.001", BandsReader.FAR);
            return null;
        }
        return new Measure.Sum(field, unit, missing);
    }

    private @Nullable Weights weights(Section section, Vocabulary.@Nullable Kind kind) {
        Section form = section.optionalSection("weights");
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
