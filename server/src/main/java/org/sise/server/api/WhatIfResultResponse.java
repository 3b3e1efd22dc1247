package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.MoverQuery;
import org.sise.grading.whatif.WhatIfReport;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.whatif.Direction;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.Moves;
import org.sise.scoring.whatif.Side;
import org.sise.server.query.Choice;

/** What came of a what-if. */
@Schema(name = "WhatIfResult")
public record WhatIfResultResponse(
        WhatIfResponse run,

        @Schema(description = "对比规则 / the policy compared with")
        PolicySide against,

        @Schema(description = "拟用规则 / the draft") PolicySide draft,

        @Schema(
                description = "等级如何对应 / what matches the grades",
                allowableValues = {"grade", "colour", "rank"})
        String matchedBy,

        Counts moves,
        List<Part> bySection,
        List<Part> byDivision,
        List<Part> byRegion) {

    /** One of the two policies. */
    @Schema(name = "WhatIfSide")
    public record PolicySide(
            String policy,
            String version,
            String digest,
            String zh,
            String en,

            @Schema(description = "各等级户数 / businesses by grade")
            Map<String, Long> distribution) {}

    /** How many go from one grade to another. */
    @Schema(name = "WhatIfMove")
    public record Move(String from, String to, String direction, long businesses) {}

    /** The moves of a set of businesses. */
    @Schema(name = "WhatIfMoves")
    public record Counts(
            long businesses,
            long movers,
            long better,
            long worse,
            long same,
            long enters,
            long leaves,

            @Schema(description = "占两侧均评级者 / of those graded on both sides") @Nullable
            BigDecimal betterShare,

            @Nullable BigDecimal worseShare,
            List<Move> matrix) {}

    /** The moves of an industry or a region. */
    @Schema(name = "WhatIfPart")
    public record Part(String code, String zh, String en, Counts moves) {}

    static WhatIfResultResponse of(WhatIfReport report) {
        Moves moves = report.moves();
        return new WhatIfResultResponse(
                WhatIfResponse.of(report.run()),
                side(report.against(), moves.before()),
                side(report.draft(), moves.after()),
                Choice.word(moves.scale().by()),
                counts(moves),
                parts(report.bySection()),
                parts(report.byDivision()),
                parts(report.byRegion()));
    }

    private static PolicySide side(Policy policy, long[] counts) {
        Map<String, Long> distribution = new LinkedHashMap<>();
        for (GradeLevel grade : policy.grades()) {
            distribution.put(grade.id(), counts[grade.rank()]);
        }
        distribution.put(MoverQuery.NOT_APPLICABLE, counts[policy.grades().size()]);
        return new PolicySide(
                policy.id(),
                policy.version(),
                policy.digest(),
                policy.title().zh(),
                policy.title().en(),
                distribution);
    }

    private static List<Part> parts(List<Group> groups) {
        return groups.stream()
                .map(group ->
                        new Part(group.code(), group.name().zh(), group.name().en(), counts(group.moves())))
                .toList();
    }

    private static Counts counts(Moves moves) {
        List<Move> matrix = new ArrayList<>();
        for (int from = Side.NOT_APPLICABLE; from < moves.scale().before().size(); from++) {
            for (int to = Side.NOT_APPLICABLE; to < moves.scale().after().size(); to++) {
                if (moves.count(from, to) > 0) {
                    matrix.add(new Move(
                            grade(moves.scale().before(), from),
                            grade(moves.scale().after(), to),
                            Choice.word(moves.scale().direction(from, to)),
                            moves.count(from, to)));
                }
            }
        }
        return new Counts(
                moves.total(),
                moves.movers(),
                moves.going(Direction.BETTER),
                moves.going(Direction.WORSE),
                moves.going(Direction.SAME),
                moves.going(Direction.ENTERS),
                moves.going(Direction.LEAVES),
                moves.share(Direction.BETTER),
                moves.share(Direction.WORSE),
                matrix);
    }

    private static String grade(List<GradeLevel> grades, int rank) {
        return rank == Side.NOT_APPLICABLE
                ? MoverQuery.NOT_APPLICABLE
                : grades.get(rank).id();
    }
}
