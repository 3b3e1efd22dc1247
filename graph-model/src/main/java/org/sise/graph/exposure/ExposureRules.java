package org.sise.graph.exposure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Share;

/**
 * How far others' conduct reaches. Weights and factors are whole thousandths, effects are whole millionths, and each step
 * rounds down: so every engine comes to the same number.
 *
 * @param steps steps from business to business at most; by way of a person, body, address or phone is one step
 * @param grades what a business weighs by its own grade, which is worked out without exposure
 * @param records what a business or person weighs by its own records that stand
 * @param relations by kind, the bands of shares, the highest first; a kind that is not there carries nothing
 * @param guards of each kind of party, how many related parties one may have and still pass anything on
 * @param shareOfBusinesses a party related to more than this part of all businesses passes nothing on …
 * @param shareFrom … if that is more parties than this
 * @param names ids of parties that pass nothing on
 * @param worsensFrom the effect, in millionths, from which a grade gets worse by one
 * @param never the grade that exposure alone never leads to
 */
public record ExposureRules(
        int steps,
        Map<Grade, Integer> grades,
        Map<RecordKind, Integer> records,
        Map<RelationKind, List<Band>> relations,
        Map<PartyKind, Integer> guards,
        double shareOfBusinesses,
        int shareFrom,
        Set<String> names,
        int worsensFrom,
        Grade never) {

    /** An effect or weight of one. */
    public static final int WHOLE = 1_000_000;

    static final int THOUSAND = 1000;

    /**
     * What a relation lets through.
     *
     * @param from the least {@link Share} of the band, zero of relations without a share
     * @param down from the party to the business, in thousandths
     * @param up from the business to the party, in thousandths
     */
    public record Band(long from, int down, int up) {}

    /** Copies. */
    public ExposureRules {
        grades = Map.copyOf(grades);
        records = Map.copyOf(records);
        relations = Map.copyOf(relations);
        guards = Map.copyOf(guards);
        names = Set.copyOf(names);
    }

    /** What a party weighs by its own grade and records, in thousandths: the most of them. */
    public int weight(Grade own, Set<RecordKind> standing) {
        int weight = grades.getOrDefault(own, 0);
        for (RecordKind kind : standing) {
            weight = Math.max(weight, records.getOrDefault(kind, 0));
        }
        return weight;
    }

    /** The grade with an effect: worse by one at most, and never by it alone the worst. */
    public Grade worsened(Grade own, int effect) {
        if (effect < worsensFrom || own.ordinal() + 1 >= never.ordinal()) {
            return own;
        }
        return Grade.values()[own.ordinal() + 1];
    }

    /** What a relation lets through from the party to the business, in thousandths. */
    public int down(RelationKind kind, long share) {
        for (Band band : relations.getOrDefault(kind, List.of())) {
            if (reaches(kind, share, band)) {
                return band.down;
            }
        }
        return 0;
    }

    /** What a relation lets through from the business to the party, in thousandths. */
    public int up(RelationKind kind, long share) {
        for (Band band : relations.getOrDefault(kind, List.of())) {
            if (reaches(kind, share, band)) {
                return band.up;
            }
        }
        return 0;
    }

    /** A share that is not given reaches no band that asks for one. */
    private static boolean reaches(RelationKind kind, long share, Band band) {
        return kind != RelationKind.HOLDS || share >= band.from;
    }

    /** Whether a party with so many related parties passes nothing on. */
    public boolean isCut(PartyKind kind, String id, int degree, int businesses) {
        return kind == PartyKind.NAMED_PERSON
                || degree > guards.getOrDefault(kind, 0)
                || (degree > shareFrom && degree > shareOfBusinesses * businesses)
                || (degree > 1 && names.contains(id));
    }
}
