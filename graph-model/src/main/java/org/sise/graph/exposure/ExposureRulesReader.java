package org.sise.graph.exposure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.graph.exposure.ExposureRules.Band;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Share;
import org.sise.graph.rule.RuleFile;
import org.sise.graph.rule.RuleSection;

/** Reads rules of exposure, {@code rules/exposure.yaml} or a file of its form. */
public final class ExposureRulesReader {

    private static final int MOST_STEPS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ExposureRulesReader() {}

    /** The rules that ship with this module. */
    public static ExposureRules builtIn() {
        return RuleFile.ofResource("rules/exposure.yaml", ExposureRulesReader::rules);
    }

    /**
     * The rules of a file.
     *
     * @throws org.sise.graph.rule.RuleException when anything is wrong with it
     */
    public static ExposureRules read(String name, byte[] bytes) {
        return RuleFile.read(name, bytes, ExposureRulesReader::rules);
    }

    private static ExposureRules rules(RuleSection file) {
        file.date("in-force-from");
        RuleSection origins = file.section("origins");
        origins.provenance();
        RuleSection guards = file.section("guards");
        guards.provenance();
        RuleSection share = guards.section("share-of-businesses");
        RuleSection effect = file.section("effect");
        effect.provenance();
        return new ExposureRules(
                file.integer("steps", 1, MOST_STEPS),
                weights(origins, "grades", Grade.values(), grade -> grade.name().toLowerCase(Locale.ROOT)),
                weights(origins, "records", RecordKind.values(), RecordKind::token),
                relations(file),
                guards(guards),
                share.number("percent", BigDecimal.ZERO, HUNDRED, 6)
                        .movePointLeft(2)
                        .doubleValue(),
                share.integer("from", 1, Integer.MAX_VALUE),
                Set.copyOf(guards.texts("names")),
                effect.integer("worsens-from", 1, ExposureRules.THOUSAND) * ExposureRules.THOUSAND,
                grade(effect));
    }

    private static <T extends Enum<T>> Map<T, Integer> weights(
            RuleSection in, String key, T[] values, Function<T, String> word) {
        RuleSection section = in.section(key);
        Map<T, Integer> weights = new LinkedHashMap<>();
        for (T value : values) {
            if (section.has(word.apply(value))) {
                weights.put(value, section.integer(word.apply(value), 0, ExposureRules.THOUSAND));
            }
        }
        section.only(Arrays.stream(values).map(word).toList());
        return weights;
    }

    private static Map<PartyKind, Integer> guards(RuleSection section) {
        Map<PartyKind, Integer> guards = new EnumMap<>(PartyKind.class);
        for (PartyKind kind : PartyKind.values()) {
            if (kind != PartyKind.NAMED_PERSON) {
                guards.put(kind, section.integer(kind.token(), 0, Integer.MAX_VALUE));
            }
        }
        return guards;
    }

    private static Map<RelationKind, List<Band>> relations(RuleSection file) {
        Map<RelationKind, List<Band>> relations = new EnumMap<>(RelationKind.class);
        for (RuleSection section : file.sections("relations")) {
            section.provenance();
            String word = section.text("kind");
            RelationKind kind = Arrays.stream(RelationKind.values())
                    .filter(k -> k.token().equals(word))
                    .findFirst()
                    .orElse(null);
            List<Band> bands = section.has("shares") ? bands(section) : List.of(band(section, 0));
            if (kind == null) {
                section.fault(
                        "kind",
                        "未知的关系",
                        "unknown, use one of: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(RelationKind.values())
                                                .map(RelationKind::token)
                                                .toList()));
            } else if (relations.putIfAbsent(kind, bands) != null) {
                section.fault("kind", "重复, 请只保留一处", "stands here twice: keep one");
            } else if (section.has("shares") != (kind == RelationKind.HOLDS)) {
                section.fault("kind", "只有 holds 须写 shares", "holds needs bands of shares, and nothing else has them");
            }
        }
        return relations;
    }

    private static List<Band> bands(RuleSection section) {
        List<Band> bands = new ArrayList<>();
        for (RuleSection band : section.sections("shares")) {
            bands.add(band(band, Share.ofPercent(band.number("from", BigDecimal.ZERO, HUNDRED, 6))));
        }
        bands.sort(Comparator.comparingLong(Band::from).reversed());
        for (int i = 1; i < bands.size(); i++) {
            Band higher = bands.get(i - 1);
            Band lower = bands.get(i);
            if (higher.from() == lower.from() || lower.down() > higher.down() || lower.up() > higher.up()) {
                section.fault(
                        "shares",
                        "股比越高, 系数不得越低, 起点不得相同",
                        "a greater share must not have a smaller factor, nor the same beginning as another");
            }
        }
        return List.copyOf(bands);
    }

    private static Band band(RuleSection section, long from) {
        return new Band(
                from,
                section.integer("down", 0, ExposureRules.THOUSAND),
                section.integer("up", 0, ExposureRules.THOUSAND));
    }

    private static Grade grade(RuleSection effect) {
        String word = effect.text("never");
        Grade never = word(word);
        if (never == null || never == Grade.BLUE) {
            effect.fault("never", "应为 red、orange 或 yellow", "red, orange or yellow is needed here");
        }
        return never == null ? Grade.RED : never;
    }

    private static @Nullable Grade word(String word) {
        for (Grade grade : Grade.values()) {
            if (grade.name().toLowerCase(Locale.ROOT).equals(word)) {
                return grade;
            }
        }
        return null;
    }
}
