package org.sise.graph.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.digest.Sha256;
import org.sise.graph.GraphUnavailableException;

/**
 * A fingerprint of the whole graph: every node and relation with all its properties, in the order of their identities.
 * Two graphs with equal digests are equal; the book-keeping of migrations and position is left out, and so are
 * {@code CONTROLS}, which follow from the relations.
 *
 * @param sha256 64 hexadecimal digits
 * @param counts nodes by label and relations by type, in a fixed order
 */
public record GraphDigest(String sha256, Map<String, Long> counts) {

    private static final Map<String, String> STREAMS = streams();
    private static final String STRANGERS = """
            MATCH (n)
            WHERE NOT (n:%s OR n:Withdrawn OR n:GraphMigration OR n:GraphPosition)
            RETURN count(n) AS nodes""".formatted(HolderLabel.ANY);

    /**
     * The digest of the graph as it stands.
     *
     * @throws GraphUnavailableException when Neo4j does not answer
     * @throws IllegalStateException when the graph holds nodes of other labels
     */
    public static GraphDigest of(Driver driver) {
        return GraphUnavailableException.translating("The graph was not compared", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(GraphDigest::of);
            }
        });
    }

    /** How many relations there are, of all types. */
    public long relations() {
        long sum = 0;
        for (RelationType type : RelationType.values()) {
            sum += counts.getOrDefault(type.name(), 0L);
        }
        return sum;
    }

    private static GraphDigest of(TransactionContext tx) {
        long strangers = tx.run(STRANGERS).single().get("nodes").asLong();
        if (strangers > 0) {
            throw new IllegalStateException("The graph holds " + strangers + " nodes that no projection made");
        }
        MessageDigest digest = Sha256.digest();
        Map<String, Long> counts = new LinkedHashMap<>();
        STREAMS.forEach((name, query) -> counts.put(name, add(tx.run(query), name, digest)));
        return new GraphDigest(HexFormat.of().formatHex(digest.digest()), Collections.unmodifiableMap(counts));
    }

    private static long add(Result rows, String name, MessageDigest digest) {
        add(name, digest);
        long n = 0;
        while (rows.hasNext()) {
            Record row = rows.next();
            n++;
            for (String end : row.get("ends").asList(end -> end.asString())) {
                add(end, digest);
            }
            new TreeMap<>(row.get("properties").asMap()).forEach((key, value) -> {
                add(key, digest);
                add(String.valueOf(value), digest);
            });
            digest.update((byte) 1);
        }
        return n;
    }

    private static void add(String text, MessageDigest digest) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** The comparison with the empty text lets Neo4j read an index in its order instead of sorting. */
    private static Map<String, String> streams() {
        Map<String, String> streams = new LinkedHashMap<>();
        String node = """
                MATCH (n:%1$s) WHERE n.%2$s >= ''
                RETURN [] AS ends, properties(n) AS properties ORDER BY n.%2$s""";
        for (HolderLabel label : HolderLabel.values()) {
            streams.put(label.label(), node.formatted(label.label(), label.identity()));
        }
        streams.put("Withdrawn", node.formatted("Withdrawn", "matter"));
        String relation = """
                MATCH (h)-[r:%s]->(b) WHERE r.matter >= ''
                RETURN labels(h) + coalesce(h.code, h.key) + labels(b) + b.code AS ends, properties(r) AS properties
                ORDER BY r.matter""";
        for (RelationType type : RelationType.values()) {
            streams.put(type.name(), relation.formatted(type));
        }
        return Collections.unmodifiableMap(streams);
    }
}
