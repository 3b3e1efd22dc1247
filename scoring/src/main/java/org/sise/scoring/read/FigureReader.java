package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.Formula;
import org.sise.scoring.policy.NumberTest;
import org.sise.scoring.policy.Operand;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Text;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads figures. They may need each other in any order but a circle. */
final class FigureReader {
    private static final int MOST = 200;
    private static final long FAR = BandsReader.FAR;
    private static final List<String> FORMULAS = List.of(
            "sum",
            "max",
            "min",
            "product",
            "difference",
            "ratio",
            "count",
            "bands",
            "curve",
            "percentile",
            "control-limits");

    private final Context context;
    private final Faults faults;

    FigureReader(Context context) {
        this.context = context;
        this.faults = context.faults;
    }

    List<Figure> read(Section policy) {
        List<Section> sections = policy.sections("figures", false, MOST);
        List<String> ids = new ArrayList<>();
        for (Section section : sections) {
            String id = context.figures.declare(section);
            context.operands.declare(section);
            ids.add(id);
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Figure figure = figure(ids.get(i), sections.get(i));
            if (figure != null) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private @Nullable Figure figure(String id, Section section) {
        Text label = new Text(section.text("zh"), section.text("en"));
        String dimension = section.has("dimension") ? context.dimensions.use(section, "dimension") : null;
        String basis = dimension == null ? section.optionalText("basis") : section.text("basis");
        Figure.Missing missing = missing(section);
        Formula formula = formula(section);
        section.end();
        if (formula == null) {
            return null;
        }
        if (missing instanceof Figure.Missing.Skip && !formula.canSkip()) {
            faults.add(FaultCode.NO_SKIP, BandsReader.at(section, "missing"));
            return null;
        }
        return faults.make(section, () -> new Figure(id, label, dimension, formula, missing, basis));
    }

    private Figure.Missing missing(Section section) {
        Node node = section.required("missing");
        if (node instanceof ScalarNode scalar && scalar.getValue().equals("unknown")) {
            return new Figure.Missing.Unknown();
        }
        if (node instanceof ScalarNode scalar && scalar.getValue().equals("skip")) {
            return new Figure.Missing.Skip();
        }
        return new Figure.Missing.Is(node == null ? Points.ZERO : Scalars.points(node, "missing", -FAR, FAR, faults));
    }

    private @Nullable Formula formula(Section section) {
        List<String> named = FORMULAS.stream().filter(section::has).toList();
        if (named.size() != 1) {
            faults.add(FaultCode.ONE_FORMULA, section.node(), String.join(", ", FORMULAS));
            return null;
        }
        String name = named.getFirst();
        return switch (name) {
            case "sum" -> new Formula.Sum(operands(section, name));
            case "max" -> new Formula.Largest(operands(section, name));
            case "min" -> new Formula.Smallest(operands(section, name));
            case "product" -> new Formula.Product(operands(section, name));
            case "difference" -> difference(section);
            default -> {
                Section form = section.section(name);
                Formula formula = form == null ? null : form(name, form);
                if (form != null) {
                    form.end();
                }
                yield formula;
            }
        };
    }

    private @Nullable Formula form(String name, Section form) {
        return switch (name) {
            case "ratio" -> new Formula.Ratio(operand(form, "of"), operand(form, "per"));
            case "count" -> count(form);
            case "bands" -> bands(form);
            case "curve" -> curve(form);
            case "percentile" -> percentile(form);
            default ->
                faults.make(
                        form,
                        () -> new Formula.ControlLimits(
                                operand(form, "bad"),
                                operand(form, "of"),
                                form.points("yardstick", 0, 1),
                                form.points("step", 0, 1),
                                form.points("z", 0, 10),
                                form.optionalInt("least", 1, 1, 1_000_000)));
        };
    }

    private @Nullable Formula difference(Section section) {
        List<Operand> both = operands(section, "difference");
        if (both.size() != 2) {
            faults.add(FaultCode.OUT_OF_RANGE, BandsReader.at(section, "difference"), both.size(), 2, 2);
            return null;
        }
        return new Formula.Difference(both.getFirst(), both.getLast());
    }

    private @Nullable Formula count(Section form) {
        List<Operand> operands = operands(form, "of");
        NumberTest test = test(form, false);
        return test == null ? null : new Formula.Count(operands, test);
    }

    private @Nullable Formula bands(Section form) {
        Operand of = operand(form, "of");
        List<Points> values = new ArrayList<>();
        Bands bands = BandsReader.scores(
                form,
                "values",
                band -> {
                    values.add(band.points("is", -FAR, FAR));
                    return "band-" + values.size();
                },
                null,
                faults);
        return bands == null || bands.bands().size() != values.size() ? null : new Formula.Steps(of, bands, values);
    }

    private @Nullable Formula curve(Section form) {
        Operand of = operand(form, "of");
        List<Formula.Curve.Knot> knots = new ArrayList<>();
        for (Section knot : form.sections("knots", true, 100)) {
            Points at = knot.points("at", -FAR, FAR);
            if (!knots.isEmpty() && at.compareTo(knots.getLast().at()) < 0) {
                faults.add(
                        FaultCode.NOT_ASCENDING,
                        BandsReader.at(knot, "at"),
                        at,
                        knots.getLast().at());
            }
            knots.add(new Formula.Curve.Knot(at, knot.points("is", -FAR, FAR)));
            knot.end();
        }
        return faults.make(form, () -> new Formula.Curve(of, knots));
    }

    private @Nullable Formula percentile(Section form) {
        Operand of = operand(form, "of");
        Operand by = null;
        List<Points> from = new ArrayList<>();
        Section groups = form.optionalSection("groups");
        if (groups != null) {
            by = operand(groups, "by");
            for (Node item : groups.items("from")) {
                Points start = Scalars.points(item, "from", -FAR, FAR, faults);
                if (!from.isEmpty() && start.compareTo(from.getLast()) <= 0) {
                    faults.add(FaultCode.NOT_ASCENDING, item, start, from.getLast());
                }
                from.add(start);
            }
            if (from.isEmpty()) {
                faults.add(FaultCode.EMPTY_GROUPS, BandsReader.at(groups, "from"));
            }
            groups.end();
        }
        List<Operand> apart = form.has("apart") ? operands(form, "apart") : List.of();
        SequencedMap<String, NumberTest> ranked = tests(form.optionalSection("ranked"));
        int least = form.optionalInt("least", 2, 2, 1_000_000);
        Operand group = by;
        return faults.make(form, () -> new Formula.Percentile(of, group, from, apart, ranked, least));
    }

    /** Tests by the id of what they test. */
    SequencedMap<String, NumberTest> tests(@Nullable Section section) {
        SequencedMap<String, NumberTest> tests = new LinkedHashMap<>();
        if (section == null) {
            return tests;
        }
        for (Map.Entry<String, Node> entry : section.all().entrySet()) {
            if (!context.operands.all().contains(entry.getKey())) {
                faults.add(
                        FaultCode.UNKNOWN_OPERAND,
                        section.keyNode(entry.getKey()),
                        entry.getKey(),
                        String.join(", ", context.operands.all()));
                continue;
            }
            context.operands.used(entry.getKey());
            NumberTest test;
            if (entry.getValue() instanceof ScalarNode) {
                Points equal = Scalars.points(entry.getValue(), entry.getKey(), -FAR, FAR, faults);
                test = new NumberTest(equal, equal, null, null, null);
            } else {
                Section form = section.section(entry.getKey());
                test = form == null ? null : test(form, true);
                if (form != null) {
                    form.end();
                }
            }
            if (test != null) {
                tests.put(entry.getKey(), test);
            }
        }
        return tests;
    }

    private @Nullable NumberTest test(Section form, boolean mayBeUnknown) {
        Points atLeast = form.optionalPoints("at-least", -FAR, FAR);
        Points atMost = form.optionalPoints("at-most", -FAR, FAR);
        Points above = form.optionalPoints("above", -FAR, FAR);
        Points below = form.optionalPoints("below", -FAR, FAR);
        Boolean known = mayBeUnknown && form.has("known")
                ? Boolean.valueOf(form.oneOf("known", List.of("true", "false")))
                : null;
        boolean bounded = atLeast != null || atMost != null || above != null || below != null;
        if ((!bounded && known == null) || (bounded && Boolean.FALSE.equals(known))) {
            faults.add(FaultCode.NO_TEST, form.node());
            return null;
        }
        return new NumberTest(atLeast, atMost, above, below, known);
    }

    private List<Operand> operands(Section section, String name) {
        List<Operand> operands = new ArrayList<>();
        for (Node item : section.items(name)) {
            operands.add(operand(item, name));
        }
        if (operands.isEmpty() && section.has(name)) {
            faults.add(FaultCode.EMPTY_LIST, BandsReader.at(section, name), name);
        }
        return operands;
    }

    private Operand operand(Section section, String name) {
        Node node = section.required(name);
        return node == null ? new Operand.Constant(Points.ZERO) : operand(node, name);
    }

    private Operand operand(Node node, String name) {
        String text = Scalars.text(node, name, faults);
        if (!text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0) {
            return new Operand.Constant(Scalars.points(node, name, -FAR, FAR, faults));
        }
        return new Operand.Named(context.operands.use(node, name));
    }
}
