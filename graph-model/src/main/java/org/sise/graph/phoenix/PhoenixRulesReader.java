package org.sise.graph.phoenix;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.sise.core.record.RecordKind;
import org.sise.graph.rule.RuleFile;
import org.sise.graph.rule.RuleSection;

/** Reads rules of phoenix signs, {@code rules/phoenix.yaml} or a file of its form. */
public final class PhoenixRulesReader {

    private static final int MOST_MONTHS = 120;

    private PhoenixRulesReader() {}

    /** The rules that ship with this module. */
    public static PhoenixRules builtIn() {
        return RuleFile.ofResource("rules/phoenix.yaml", PhoenixRulesReader::rules);
    }

    /**
     * The rules of a file.
     *
     * @throws org.sise.graph.rule.RuleException when anything is wrong with it
     */
    public static PhoenixRules read(String name, byte[] bytes) {
        return RuleFile.read(name, bytes, PhoenixRulesReader::rules);
    }

    private static PhoenixRules rules(RuleSection file) {
        file.date("in-force-from");
        RuleSection people = file.section("people");
        people.provenance();
        RuleSection address = file.section("address");
        address.provenance();
        RuleSection reopened = file.section("reopened");
        reopened.provenance();
        RuleSection chain = file.section("permit-chain");
        chain.provenance();
        RuleSection red = file.section("red-representative");
        red.provenance();
        RuleSection lookedAt = file.section("looked-at");
        lookedAt.provenance();
        return new PhoenixRules(
                kinds(reopened),
                reopened.integer("months", 1, MOST_MONTHS),
                reopened.integer("same-characters-of-industry", 1, 5),
                people.integer("holds-at-least", 0, 100),
                people.integer("businesses", 2, Integer.MAX_VALUE),
                chain.integer("months", 0, MOST_MONTHS),
                chain.integer("firms", 2, 100),
                red.integer("months", 1, MOST_MONTHS),
                address.integer("businesses", 2, Integer.MAX_VALUE),
                lookedAt.integer("years", 1, 100));
    }

    private static Set<RecordKind> kinds(RuleSection section) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (String word : section.texts("debts")) {
            Arrays.stream(RecordKind.values())
                    .filter(kind -> kind.token().equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            kinds::add,
                            () -> section.fault(
                                    "debts",
                                    "未知的记录种类“%s”".formatted(word),
                                    "unknown kind of record “%s”".formatted(word)));
        }
        if (kinds.isEmpty()) {
            section.fault("debts", "至少一种记录", "one kind of record at least is needed here");
        }
        return kinds;
    }
}
