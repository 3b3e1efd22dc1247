package org.sise.scoring.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.core.grade.Grade;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Decision;
import org.sise.scoring.policy.Dimension;
import org.sise.scoring.policy.Figure;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Indicator;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Provenance;
import org.sise.scoring.policy.Rule;
import org.sise.scoring.policy.Scope;
import org.sise.scoring.policy.Supervision;
import org.sise.scoring.policy.Text;
import org.sise.scoring.policy.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a policy from YAML, or all its faults. The language is described in {@code docs/policy-language.md}. */
public final class PolicyReader {
    /** The version of the language, which every policy file names in {@code format}. */
    public static final String FORMAT = "sise-policy/1";

    private static final int MOST_INDICATORS = 500;
    private static final int MOST_DIMENSIONS = 20;
    private static final int MOST_GRADES = 20;
    private static final List<String> COLOURS = List.of("blue", "yellow", "orange", "red");

    private final Vocabulary vocabulary;

    /** @param vocabulary the kinds of fact that policies may speak of; a policy may declare further ones itself */
    public PolicyReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public PolicyReading read(byte[] yaml) {
        Faults faults = new Faults();
        Section root = YamlFile.read(yaml, faults);
        Policy policy = root == null ? null : policy(root, Sha256.hex(yaml));
        if (policy == null || !faults.isEmpty()) {
            return new PolicyReading.Faulty(faults.sorted());
        }
        return new PolicyReading.Sound(policy);
    }

    private @Nullable Policy policy(Section root, String digest) {
        Faults faults = root.faults();
        root.oneOf("format", List.of(FORMAT));
        Section own = root.optionalSection("vocabulary");
        Context context =
                new Context(root, own == null ? vocabulary : vocabulary.with(VocabularyReader.vocabulary(own)));
        String id = root.id("policy");
        String version = root.text("version");
        Text title = root.bilingual("title");
        LocalDate inForceFrom = root.date("in-force-from");
        String basis = root.text("basis");
        Policy.Order order =
                root.oneOf("order", List.of("highest-first", "lowest-first")).equals("highest-first")
                        ? Policy.Order.HIGHEST_FIRST
                        : Policy.Order.LOWEST_FIRST;
        Scope scope = scope(root);
        List<GradeLevel> grades = grades(root, context);
        Map<String, List<Node>> levelNodes = new LinkedHashMap<>();
        Map<String, Dimension> dimensions = dimensions(root, context, levelNodes);
        List<Indicator> indicators = new ArrayList<>();
        for (Section section : root.sections("indicators", true, MOST_INDICATORS)) {
            Indicator indicator = new IndicatorReader(context).read(section);
            if (indicator != null) {
                indicators.add(indicator);
            }
        }
        List<Figure> figures = new FigureReader(context).read(root);
        context.dimensions.reportUnused(FaultCode.UNUSED_DIMENSION);
        DecisionReader decisionReader = new DecisionReader(context, dimensions, order);
        Decision decision = decisionReader.read(root);
        List<Rule> rules = new RuleReader(context).read(root);
        root.end();
        if (faults.isEmpty()) {
            Circles.report(figures, context.figures, faults);
            reportMargin(root, decision);
        }
        context.grades.reportUnused(FaultCode.UNREACHABLE_GRADE);
        if (!faults.isEmpty() || decision == null) {
            return null;
        }
        Policy policy = faults.make(
                root,
                () -> new Policy(
                        id,
                        version,
                        title,
                        inForceFrom,
                        basis,
                        context.provenance,
                        order,
                        scope,
                        List.copyOf(dimensions.values()),
                        indicators,
                        figures,
                        grades,
                        decision,
                        rules,
                        digest));
        if (policy != null) {
            Reach.report(policy, levelNodes, decisionReader.bandNodes, faults);
        }
        return policy;
    }

    private static void reportMargin(Section root, @Nullable Decision decision) {
        Section steadiness = root.optionalSection("steadiness");
        if (decision instanceof Decision.ByTable && steadiness != null && steadiness.has("margin")) {
            root.faults().add(FaultCode.NO_MARGIN, steadiness.keyNode("margin"));
        }
    }

    private static Scope scope(Section root) {
        Section section = root.section("scope");
        if (section == null) {
            return Scope.EVERYBODY;
        }
        Faults faults = root.faults();
        List<String> industries = section.optionalItems("industries").stream()
                .map(node -> Scalars.text(node, "industries", faults))
                .toList();
        List<String> regions = section.optionalItems("regions").stream()
                .map(node -> Scalars.text(node, "regions", faults))
                .toList();
        boolean inside = (industries.isEmpty() && regions.isEmpty() && !section.has("unknown"))
                || section.oneOf("unknown", List.of("inside", "outside")).equals("inside");
        section.end();
        return new Scope(industries, regions, inside);
    }

    private static List<GradeLevel> grades(Section root, Context context) {
        List<GradeLevel> grades = new ArrayList<>();
        for (Section section : root.sections("grades", true, MOST_GRADES)) {
            String id = context.grades.declare(section);
            Text label = new Text(section.text("zh"), section.text("en"));
            Grade colour = section.has("colour")
                    ? Grade.valueOf(section.oneOf("colour", COLOURS).toUpperCase(Locale.ROOT))
                    : null;
            Section ratio = section.optionalSection("supervision");
            Supervision supervision = ratio == null ? null : supervision(ratio, context);
            section.end();
            grades.add(new GradeLevel(id, grades.size(), label, colour, supervision));
        }
        return grades;
    }

    private static @Nullable Supervision supervision(Section section, Context context) {
        Points least = section.points("least", 0, 100);
        Points most = section.points("most", 0, 100);
        Points planned = section.points("planned", 0, 100);
        Text interval = section.bilingual("interval");
        Provenance provenance = context.provenance(section);
        section.end();
        if (planned.compareTo(least) < 0 || planned.compareTo(most) > 0) {
            context.faults.add(FaultCode.OUT_OF_RANGE, BandsReader.at(section, "planned"), planned, least, most);
            return null;
        }
        return new Supervision(least.toBigDecimal(), most.toBigDecimal(), planned.toBigDecimal(), interval, provenance);
    }

    private static Map<String, Dimension> dimensions(
            Section root, Context context, Map<String, List<Node>> levelNodes) {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (Section section : root.sections("dimensions", true, MOST_DIMENSIONS)) {
            String id = context.dimensions.declare(section);
            context.operands.declare(section);
            Text label = new Text(section.text("zh"), section.text("en"));
            Points weight = section.points("weight", 0, 1000);
            Points least = section.points("least", -BandsReader.FAR, BandsReader.FAR);
            Points most = section.optionalPoints("most", -BandsReader.FAR, BandsReader.FAR);
            Points start = section.points("start", -BandsReader.FAR, BandsReader.FAR);
            List<Node> nodes = new ArrayList<>();
            Names levelNames = new Names(FaultCode.UNKNOWN_LEVEL, context.faults);
            Bands levels = section.has("levels")
                    ? BandsReader.scores(
                            section,
                            "levels",
                            band -> {
                                nodes.add(band.node());
                                return levelNames.declare(band);
                            },
                            least,
                            context.faults)
                    : null;
            section.end();
            if (most != null && most.compareTo(least) <= 0) {
                context.faults.add(FaultCode.EMPTY_BAND, BandsReader.at(section, "most"), least, most);
                continue;
            }
            levelNodes.put(id, nodes);
            dimensions.put(id, new Dimension(id, label, weight, start, least, most, levels));
        }
        return dimensions;
    }
}
