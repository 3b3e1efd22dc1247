package org.sise.graph.control;

import java.math.BigDecimal;
import java.util.List;
import org.sise.graph.rule.RuleFile;
import org.sise.graph.rule.RuleSection;

/** Reads rules of control, {@code rules/control.yaml} or a file of its form. */
public final class ControlRulesReader {

    private static final BigDecimal MOST_PERCENT = new BigDecimal("99.99");

    private ControlRulesReader() {}

    /** The rules that ship with this module. */
    public static ControlRules builtIn() {
        return RuleFile.ofResource("rules/control.yaml", ControlRulesReader::rules);
    }

    /**
     * The rules of a file.
     *
     * @throws org.sise.graph.rule.RuleException when anything is wrong with it
     */
    public static ControlRules read(String name, byte[] bytes) {
        return RuleFile.read(name, bytes, ControlRulesReader::rules);
    }

    private static ControlRules rules(RuleSection file) {
        file.date("in-force-from");
        RuleSection threshold = file.section("threshold");
        threshold.provenance();
        RuleSection nominees = file.section("nominees");
        List<String> names = nominees.texts("names");
        nominees.provenance();
        RuleSection mass = file.section("mass-holders");
        mass.provenance();
        return new ControlRules(
                threshold.number("percent", BigDecimal.ZERO, MOST_PERCENT, 4),
                names,
                mass.integer("businesses", 1, 1_000_000_000),
                mass.number("median-below", BigDecimal.ZERO, BigDecimal.valueOf(100), 4)
                        .doubleValue(),
                mass.number("controls-above", BigDecimal.ZERO, BigDecimal.valueOf(100), 4)
                        .doubleValue(),
                file.integer("paths", 1, 100));
    }
}
