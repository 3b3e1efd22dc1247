package org.sise.graph.neighbourhood;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Neo4j is asked. Nodes are known by their element ids within one transaction, so that one statement goes on from
 * nodes of all kinds at once, and no key of a person leaves the database. Few and plain patterns: Neo4j plans anew whenever the graph has grown, and an
 * answer waits for it.
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

    /** Who {@code n} is; {@code leads} counts to {@code $guard} at most. */
    private static final String LEADS = """
            CALL (n) {
                MATCH (n)-[x:%s]-(o) WITH n, x, o LIMIT $look
                WHERE startNode(x) = n OR x:SUPPLIES OR x:BRANCH_OF
                WITH DISTINCT o LIMIT $guard
                RETURN count(o) AS leads
            }
            """.formatted(FOLLOWED);

    private static final String PARTY = """
            elementId(n) AS at, labels(n)[0] AS label, n.code AS code, n.name AS name,
            n:Business AND n.name IS NOT NULL AS registered, n.status AS status, n.region AS region,
            coalesce(n.weak, false) AS weak, COUNT { (n)--() } AS relations,
            coalesce(n.code, n.key) IN $names AS named, leads""";

    /** One business by its {@code $code}, the first day of its oldest relation, and how many it controls. */
    static final String BUSINESS = """
            MATCH (n:Business {code: $code})
            %sCALL (n) { MATCH (n)-[r]-() WITH r LIMIT $look RETURN min(r.from) AS oldest }
            RETURN oldest, COUNT { (n)-[:CONTROLS]->() } AS controlled, %s
            """.formatted(LEADS, PARTY);

    /**
     * What lies one relation of the day around each node of {@code $frontier}, without the nodes of {@code $known}: the
     * kinds and directions take turns, so that none crowds the others out. At most {@code $most} of one node, {@code $rows}
     * in all.
     */
    static final String AROUND = """
            UNWIND range(0, size($frontier) - 1) AS place
            MATCH (b) WHERE elementId(b) = $frontier[place]
            CALL (b) {
                CALL (b) {
            %s
                }
                WITH r, n, CASE WHEN startNode(r) = b THEN 1 ELSE 0 END AS away WHERE NOT elementId(n) IN $known
                ORDER BY coalesce(r.share, 0.0) DESC, r.record
                WITH type(r) AS type, away, collect([r, n]) AS ends
                UNWIND range(0, size(ends) - 1) AS index
                WITH ends[index][0] AS r, ends[index][1] AS n, away = 0 AS inward,
                    [index / $turn, %s, away, index] AS turn
                ORDER BY turn LIMIT $most
                RETURN r, n, inward, turn
            }
            WITH place, turn, inward, r, n ORDER BY place, turn LIMIT $rows
            %sRETURN $frontier[place] AS before, inward, CASE WHEN inward THEN r.name ELSE r.parent END AS named_so, %s,
            %s
            ORDER BY place, turn
            """.formatted(branches(), rank(), LEADS, RELATION, PARTY);

    /** Every relation of the day between two nodes of {@code $ids}. */
    static final String AMONG = """
            MATCH (n) WHERE elementId(n) IN $ids
            WITH collect(n) AS all
            UNWIND all AS a
            CALL (a, all) {
                WITH a, all WHERE COUNT { (a)-->() } <= $few
                MATCH (a)-[r:%1$s|CONTROLS]->(b) WHERE b IN all
                RETURN r, b
                UNION ALL
                WITH a, all WHERE COUNT { (a)-->() } > $few
                UNWIND all AS b
                MATCH (a)-[r:%1$s|CONTROLS]->(b)
                RETURN r, b
            }
            WITH a, r, b WHERE r:CONTROLS OR (%2$s)
            RETURN elementId(a) AS before, elementId(b) AS at, %3$s
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

    private static String rank() {
        return Arrays.stream(EdgeKind.values())
                .map(kind -> "WHEN '%s' THEN %d".formatted(kind, kind.ordinal()))
                .collect(Collectors.joining(" ", "CASE type ", " END"));
    }
}
