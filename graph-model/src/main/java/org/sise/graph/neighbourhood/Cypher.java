package org.sise.graph.neighbourhood;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Neo4j is asked. Nodes are known by their element ids within one transaction, so that one statement goes on from
 * nodes of all kinds at once, and no key of a person leaves the database. Few and plain patterns: Neo4j plans each statement before it first answers it.
 *
 * <p>Of one node at most {@code $look} holdings, supplies and others are read: whoever has more is cut.
 */
final class Cypher {

    private static final String OF_THE_DAY =
            "r.from <= $day AND coalesce(r.until, $day) >= $day AND r.state <> 'expired'";
    private static final String FOLLOWED = Arrays.stream(EdgeKind.values())
            .filter(EdgeKind::isFollowed)
            .map(Enum::name)
            .collect(Collectors.joining("|"));

    /** What a relation is, of {@code r}, {@code r.name} aside. */
    private static final String RELATION = """
            type(r) AS type, elementId(r) AS relation, r.record AS record, r.records AS records,
            coalesce(r.share, r.percent) AS share, coalesce(r.position, r.goods, r.agreement, r.basis) AS detail,
            r.from AS since, r.until AS until""";

    /**
     * How many parties {@code n} leads to, by {@code $guards} for each label: relations where these are few enough, or so
     * many that no several of one party explain them, else parties.
     */
    private static final String LEADS = """
            WITH *, $guards[labels(n)[0]] AS most, CASE WHEN n:Business
                THEN COUNT { (n)-[:HOLDS]->() } + COUNT { (n)-[:SUPPLIES]-() } + COUNT { (n)<-[:BRANCH_OF]-() }
                    + COUNT { (n)-[:OFFICER]->() } + COUNT { (n)-[:CONCERT]->() }
                ELSE COUNT { (n)-->() } END AS degree
            CALL (n, most, degree) {
                WITH n WHERE degree > most AND degree <= 5 * most
                MATCH (n)-[x:%s]-(o) WHERE startNode(x) = n OR x:SUPPLIES OR x:BRANCH_OF
                RETURN count(DISTINCT o) AS parties
            }
            WITH *, CASE WHEN parties > 0 THEN parties ELSE degree END AS leads
            """.formatted(FOLLOWED);

    private static final String PARTY = """
            elementId(n) AS at, labels(n)[0] AS label, n.code AS code, n.name AS name,
            n:Business AND n.name IS NOT NULL AS registered, n.status AS status, n.region AS region,
            coalesce(n.weak, false) AS weak, COUNT { (n)--() } AS relations,
            coalesce(n.code, n.key) IN $names AS named, leads""";

    /** Such a statement is planned once: planning takes longer than answering, and no growth of the graph changes the plan. */
    private static final String KEPT = "CYPHER replan=skip ";

    private static final String SEEK = """
            UNWIND range(0, size($frontier) - 1) AS place
            MATCH (b) WHERE elementId(b) = $frontier[place]
            """;
    private static final String ONCE = """
            WITH n, head(collect([place, turn, inward, r, b])) AS first
            WITH n, first[0] AS place, first[1] AS turn, first[2] AS inward, first[3] AS r, first[4] AS b
            ORDER BY place, turn LIMIT $rows
            """;

    /** One business by its {@code $code}, and how many it controls. */
    static final String BUSINESS = """
            MATCH (n:Business {code: $code})
            %sRETURN COUNT { (n)-[:CONTROLS]->() } AS controlled, %s
            """.formatted(LEADS, PARTY);

    /**
     * What lies one relation of the day around each node of {@code $frontier}, without the nodes of {@code $known}: the
     * kinds and directions take turns, so that none crowds the others out. At most {@code $most} of one node, {@code $rows}
     * in all.
     */
    static final String AROUND = KEPT + SEEK + near("") + LEADS + """
            RETURN $frontier[place] AS before, inward, CASE WHEN inward THEN r.name ELSE r.parent END AS named_so, %s, %s
            ORDER BY place, turn
            """.formatted(RELATION, PARTY);

    /**
     * As {@link #AROUND}, each node once by the first relation that leads to it, and after these the businesses behind
     * what lies between businesses.
     */
    static final String STEP = KEPT + SEEK + near("") + ONCE + behind();

    /** As {@link #STEP} around the business of {@code $code}, which comes first, without a relation. */
    static final String START = KEPT + """
            MATCH (b:Business {code: $code})
            WITH b, 0 AS place
            """ + near("    UNION ALL RETURN null AS r, b AS n\n") + ONCE + behind();

    /**
     * Every relation of the day between two nodes of {@code $ids}, and on each row the first day of the oldest relation, of
     * any day, of the first of them; one row without a relation where there is none. Read from the businesses, at which
     * every relation ends, since what leads to a business is little where what leads away from a person or address may be
     * thousands.
     */
    static final String AMONG = KEPT + """
            MATCH (n) WHERE elementId(n) IN $ids
            WITH collect(n) AS all
            CALL () {
                MATCH (c) WHERE elementId(c) = $ids[0]
                MATCH (c)-[x]-() WITH x LIMIT $look RETURN min(x.from) AS oldest
            }
            OPTIONAL CALL (all) {
                UNWIND all AS b
                WITH all, b WHERE b:Business
                CALL (b, all) {
                    WITH b, all WHERE COUNT { (b)<--() } <= $few
                    MATCH (a)-[r:%1$s|CONTROLS]->(b) WHERE a IN all
                    RETURN r, a
                    UNION ALL
                    WITH b, all WHERE COUNT { (b)<--() } > $few
                    UNWIND all AS a
                    MATCH (a)-[r:%1$s|CONTROLS]->(b)
                    RETURN r, a
                }
                WITH a, r, b WHERE r:CONTROLS OR (%2$s)
                RETURN a, r, b
            }
            RETURN oldest, elementId(a) AS before, elementId(b) AS at, %3$s
            ORDER BY record, relation
            """.formatted(FOLLOWED, OF_THE_DAY, RELATION);

    /** Who controls {@code $code}. */
    static final String CONTROLLERS = """
            MATCH (b:Business {code: $code})
            CALL (b) {
                MATCH (n)-[r:CONTROLS]->(b)
                RETURN n, r ORDER BY r.percent DESC LIMIT $most
            }
            %sRETURN %s, %s, COUNT { (n)-[:CONTROLS]->() } AS controlled
            ORDER BY share DESC, at
            """.formatted(LEADS, RELATION, PARTY);

    /** Whom the nodes of {@code $ids} control, by code, after {@code $after}. */
    static final String CONTROLLED = """
            UNWIND $ids AS id
            MATCH (c) WHERE elementId(c) = id
            MATCH (c)-[r:CONTROLS]->(n:Business) WHERE n.code > $after
            WITH id, r, n ORDER BY n.code, id LIMIT $most
            %sRETURN id AS before, %s, %s
            ORDER BY code, before
            """.formatted(LEADS, RELATION, PARTY);

    private Cypher() {}

    /** Relations {@code r} of the day from {@code b} and what lies at their other ends {@code n}. */
    private static String near(String more) {
        return """
                CALL (b) {
                    CALL (b) {
                %s
                %s    }
                    WITH r, n, CASE WHEN startNode(r) = b THEN 1 ELSE 0 END AS away WHERE NOT elementId(n) IN $known
                    ORDER BY coalesce(r.share, 0.0) DESC, r.record
                    WITH %s * 2 + away AS rank, away = 0 AS inward, collect([r, n]) AS ends
                    UNWIND range(0, size(ends) - 1) AS index
                    WITH ends[index][0] AS r, ends[index][1] AS n, inward,
                        (index / $turn * 100 + rank) * 10000 + index %% $turn AS turn
                    ORDER BY turn LIMIT $most
                    RETURN r, n, inward, turn
                }
                WITH b, place, turn, inward, r, n ORDER BY place, turn LIMIT $rows
                """.formatted(branches(), more, rank("r"));
    }

    /** Returns what is near, and the businesses behind those of it that are no businesses and not held back. */
    private static String behind() {
        return LEADS + """
                WITH n, place, turn, inward, r, b, leads ORDER BY place, turn
                WITH collect([b, inward, r, n, leads]) AS near
                WITH near, [x IN near | x[3]] AS met
                CALL (near, met) {
                    UNWIND near AS x
                    RETURN x[0] AS b, x[1] AS inward, x[2] AS r, x[3] AS n, x[4] AS leads
                    UNION ALL
                    UNWIND range(0, size(near) - 1) AS place
                    WITH met, place, near[place][3] AS b, near[place][4] AS leads WHERE size(met) < $rows
                    WITH met, place, b WHERE NOT b:Business AND leads <= $guards[labels(b)[0]] AND NOT b.key IN $names
                    CALL (b, met) {
                        MATCH (b)-[r:%1$s]->(n) WITH met, r, n LIMIT $look WHERE %2$s
                        WITH met, r, n WHERE NOT n IN met AND NOT elementId(n) IN $known
                        RETURN r, n, %3$s AS rank
                    }
                    WITH b, r, n, place, rank ORDER BY place, rank, coalesce(r.share, 0.0) DESC, r.record
                    WITH n, head(collect([b, r])) AS first, min(place) AS place LIMIT $rows
                    WITH first[0] AS b, first[1] AS r, n, false AS inward
                    %4$sRETURN b, inward, r, n, leads
                }
                RETURN elementId(b) AS before, inward, CASE WHEN inward THEN r.name ELSE r.parent END AS named_so, %5$s,
                    %6$s
                """.formatted(FOLLOWED, OF_THE_DAY, rank("r"), LEADS, RELATION, PARTY);
    }

    /** Holdings and supplies may be many: each is read for itself, so that neither keeps the others from being read. */
    private static String branches() {
        String others = Arrays.stream(EdgeKind.values())
                .filter(kind -> kind.isFollowed() && kind != EdgeKind.HOLDS && kind != EdgeKind.SUPPLIES)
                .map(Enum::name)
                .collect(Collectors.joining("|"));
        return Stream.of(others, EdgeKind.HOLDS.name(), EdgeKind.SUPPLIES.name())
                .map(types -> "        MATCH (b)-[r:%s]-(n) WITH r, n LIMIT $look WHERE %s RETURN r, n"
                        .formatted(types, OF_THE_DAY))
                .collect(Collectors.joining("\n        UNION ALL\n"));
    }

    private static String rank(String relation) {
        return Arrays.stream(EdgeKind.values())
                .map(kind -> "WHEN '%s' THEN %d".formatted(kind, kind.ordinal()))
                .collect(Collectors.joining(" ", "CASE type(" + relation + ") ", " ELSE -1 END"));
    }
}
