package org.sise.server.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.difference.Change;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Direction;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.MoverFilter;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Side;

/** A comparison as JSON. */
record ComparisonFields(Comparison comparison, Movers movers) {

    Map<String, @Nullable Object> of(int limit) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("a", side(comparison.before()));
        fields.put("b", side(comparison.after()));
        fields.put("matched_by", Movers.token(comparison.scale().by()));
        Moves moves = comparison.moves();
        fields.put("parties", moves.total());
        fields.put("distribution_a", distribution(comparison.scale().before(), moves.before()));
        fields.put("distribution_b", distribution(comparison.scale().after(), moves.after()));
        directions(fields, moves);
        fields.put("better_share", moves.share(Direction.BETTER));
        fields.put("worse_share", moves.share(Direction.WORSE));
        fields.put("moves", moves(moves));
        fields.put("by_section", groups(comparison.bySection()));
        fields.put("by_division", groups(comparison.byDivision()));
        fields.put("by_region", groups(comparison.byRegion()));
        fields.put("movers_total", comparison.movers());
        fields.put(
                "movers",
                movers.explain(comparison.movers(MoverFilter.ALL, 0, limit)).stream()
                        .map(ComparisonFields::mover)
                        .toList());
        return fields;
    }

    private static Map<String, @Nullable Object> side(Side side) {
        Policy policy = side.policy();
        LocalDate asOf = side.asOf();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("policy", policy.id());
        fields.put("version", policy.version());
        fields.put("digest", policy.digest());
        fields.put("as_of", asOf.toString());
        return fields;
    }

    private static Map<String, @Nullable Object> distribution(List<GradeLevel> grades, long[] counts) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (GradeLevel grade : grades) {
            fields.put(grade.id(), counts[grade.rank()]);
        }
        fields.put("not-applicable", counts[grades.size()]);
        return fields;
    }

    private static void directions(Map<String, @Nullable Object> fields, Moves moves) {
        for (Direction direction : Direction.values()) {
            fields.put(Movers.token(direction), moves.going(direction));
        }
    }

    private static List<Map<String, @Nullable Object>> moves(Moves moves) {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (int from = -1; from < moves.scale().before().size(); from++) {
            for (int to = -1; to < moves.scale().after().size(); to++) {
                long count = moves.count(from, to);
                if (count > 0) {
                    Map<String, @Nullable Object> cell = new LinkedHashMap<>();
                    cell.put(
                            "from",
                            Movers.grade(
                                    from < 0 ? null : moves.scale().before().get(from)));
                    cell.put(
                            "to",
                            Movers.grade(to < 0 ? null : moves.scale().after().get(to)));
                    cell.put("direction", Movers.token(moves.scale().direction(from, to)));
                    cell.put("parties", count);
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static List<Map<String, @Nullable Object>> groups(List<Group> groups) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (Group group : groups) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("code", group.code());
            fields.put("zh", group.name().zh());
            fields.put("en", group.name().en());
            fields.put("parties", group.moves().total());
            directions(fields, group.moves());
            fields.put("moves", moves(group.moves()));
            list.add(fields);
        }
        return list;
    }

    private static Map<String, @Nullable Object> mover(Movers.Explained one) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", one.id());
        fields.put("direction", Movers.token(one.mover().direction()));
        fields.put("from", Movers.grade(one.mover().from()));
        fields.put("to", Movers.grade(one.mover().to()));
        fields.put(
                "score_from",
                one.mover().scoreFrom() == null ? null : one.mover().scoreFrom().toBigDecimal());
        fields.put(
                "score_to",
                one.mover().scoreTo() == null ? null : one.mover().scoreTo().toBigDecimal());
        fields.put("industry", one.mover().industry());
        fields.put("region", one.mover().region());
        fields.put("why", one.why().stream().map(ComparisonFields::change).toList());
        return fields;
    }

    static Map<String, @Nullable Object> change(Change change) {
        Fact fact = change.fact();
        Text text = change.text();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", Movers.token(change.type()));
        fields.put("rule", change.rule().isEmpty() ? null : change.rule());
        fields.put("document", fact == null ? null : fact.document());
        fields.put("before", change.before() == null ? null : change.before().toBigDecimal());
        fields.put("after", change.after() == null ? null : change.after().toBigDecimal());
        fields.put("zh", text.zh());
        fields.put("en", text.en());
        return fields;
    }
}
