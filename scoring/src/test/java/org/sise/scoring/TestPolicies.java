package org.sise.scoring;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReader;
import org.sise.scoring.read.PolicyReading;

/** Small policies and parties for tests. */
public final class TestPolicies {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** A sound policy of one dimension over penalties; its parts can be replaced. */
    public static final String SMALL = """
            format: sise-policy/1
            policy: small
            version: "1"
            title: {zh: 小政策, en: Small policy}
            in-force-from: 2026-01-01
            basis: 行政处罚法
            source: design
            confidence: low
            order: highest-first
            scope: {}
            grades:
              - {id: good, zh: 好, en: good}
              - {id: bad, zh: 差, en: bad}
            dimensions:
              - {id: credit, zh: 信用, en: credit, weight: 1, start: 0, least: 0}
            indicators:
              - id: penalty
                dimension: credit
                kind: penalty
                measure: count
                points: 10
                age: any
                absent: {points: 0, zh: 无, en: none}
                basis: 行政处罚法 第48条
                says: {zh: "{date} {document} {points}", en: "{date} {document} {points}"}
            decision:
              bands:
                - {grade: good, to: 20}
                - {grade: bad, from: 20}
            """;

    private TestPolicies() {}

    public static PolicyReading read(String yaml) {
        return new PolicyReader(BuiltIn.ledgerVocabulary()).read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    public static Policy policy(String yaml) {
        return read(yaml).orThrow();
    }

    /** The small policy with a part replaced; the part must be there. */
    public static String small(String part, String replacement) {
        if (!SMALL.contains(part)) {
            throw new IllegalArgumentException("not in the policy: " + part);
        }
        return SMALL.replace(part, replacement);
    }

    public static Fact penalty(String date, String reference, String... fields) {
        return fact("penalty", date, reference, fields);
    }

    public static Fact fact(String kind, String date, String reference, String... fields) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return Fact.of(kind, LocalDate.parse(date), reference, map);
    }

    public static Fact in(FactState state, Fact fact) {
        return new Fact(fact.kind(), fact.date(), state, fact.reference(), fact.fields());
    }

    public static Party party(Fact... facts) {
        return new Party("P", null, null, null, List.of(facts));
    }

    public static Graded.Result grade(String yaml, Fact... facts) {
        return (Graded.Result) Grader.grade(policy(yaml), party(facts), TODAY);
    }
}
