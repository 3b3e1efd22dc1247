package org.sise.graph.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationKind;
import org.sise.graph.relation.Relations;
import org.sise.graph.relation.Share;

/**
 * What lies around parties in Neo4j, within the steps of rules of exposure: for one business in the very form in which a
 * province is worked out, so that one piece of code serves both.
 */
public final class Surroundings {

    private static final String OF_THE_DAY =
            "r.from <= $day AND (r.until IS NULL OR r.until >= $day) AND r.state <> 'expired'";
    private static final String BUSINESSES = "MATCH (b:Business) RETURN count(b) AS businesses";
    private static final String TOUCHING = """
            UNWIND $ids AS id
            MATCH (n:%1$s {%2$s: id})
            CALL (n) {
                MATCH (m)-[r:%3$s]->(n) WHERE %4$s RETURN m, r, true AS inward
                UNION ALL
                MATCH (n)-[r:%3$s]->(m) WHERE %4$s RETURN m, r, false AS inward
            }
            RETURN id, inward, labels(m)[0] AS label, coalesce(m.code, m.key) AS other, coalesce(m.weak, false) AS weak,
                type(r) AS type, r.record AS record, r.share AS share
            ORDER BY record""";
    private static final String DEGREES = """
            UNWIND $ids AS id
            MATCH (n:%1$s {%2$s: id})
            WITH id, n, COUNT { (n)--() } AS all
            RETURN id, CASE WHEN all <= $small THEN all ELSE
                COUNT { MATCH (m)-[r:%3$s]->(n) WHERE %4$s RETURN DISTINCT m }
                + COUNT { MATCH (n)-[r:%3$s]->(m) WHERE %4$s RETURN DISTINCT m } END AS degree""";

    private final Driver driver;
    private final ExposureRules rules;
    private final String types;
    private final int small;

    /** On a graph that {@link org.sise.graph.projection.GraphProjection} fills. */
    public Surroundings(Driver driver, ExposureRules rules) {
        this.driver = driver;
        this.rules = rules;
        this.types = rules.relations().keySet().stream()
                .map(RelationKind::name)
                .sorted()
                .collect(Collectors.joining("|"));
        this.small = rules.guards().values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }

    /**
     * The input of the exposure of one business.
     *
     * @param weights gives, of credit codes, what those weigh by their own conduct, in thousandths; others weigh nothing
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public ExposureInput.Around of(
            String business, LocalDate day, Function<Collection<String>, Map<String, Integer>> weights) {
        Walk walk = walk(List.of(new PartyRef(PartyKind.BUSINESS, business)), day, false);
        Map<String, Integer> weighing = weights.apply(walk.businesses());
        return walk.input(business, weighing);
    }

    /**
     * The businesses on which a change at parties may have an effect, those among the parties themselves included. Behind a
     * party that had more than twice the relations allowed, and so passed nothing on before either, nobody is looked for.
     *
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Set<String> reach(Collection<PartyRef> parties, LocalDate day) {
        return walk(parties, day, true).businesses();
    }

    private Walk walk(Collection<PartyRef> starts, LocalDate day, boolean onlyNear) {
        return GraphUnavailableException.translating("What lies around was not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx -> {
                    Walk walk = new Walk(tx, day);
                    walk.from(starts, onlyNear);
                    return walk;
                });
            }
        });
    }

    /** A relation between two parties that were met. */
    private record Tie(PartyRef from, PartyRef to, RelationKind kind, long share, long record) {}

    private final class Walk {

        private final TransactionContext tx;
        private final LocalDate day;
        private final int businesses;
        private final Map<PartyRef, Integer> degrees = new LinkedHashMap<>();
        private final Map<Long, Tie> ties = new TreeMap<>();

        Walk(TransactionContext tx, LocalDate day) {
            this.tx = tx;
            this.day = day;
            this.businesses = tx.run(BUSINESSES).single().get("businesses").asInt();
        }

        void from(Collection<PartyRef> starts, boolean onlyNear) {
            meet(starts);
            List<PartyRef> first =
                    starts.stream().filter(party -> !onlyNear || isNear(party)).toList();
            List<PartyRef> frontier = of(first, true);
            List<PartyRef> between = new ArrayList<>(of(first, false));
            for (int step = 0; step < rules.steps(); step++) {
                List<PartyRef> met = touching(frontier);
                between.addAll(of(met, false).stream().filter(this::isOpen).toList());
                List<PartyRef> behind = touching(between);
                between.clear();
                frontier = Stream.concat(of(met, true).stream(), of(behind, true).stream())
                        .filter(this::isOpen)
                        .toList();
            }
        }

        private static List<PartyRef> of(Collection<PartyRef> parties, boolean businesses) {
            return parties.stream()
                    .filter(party -> (party.kind() == PartyKind.BUSINESS) == businesses)
                    .toList();
        }

        Set<String> businesses() {
            Set<String> codes = new TreeSet<>();
            of(degrees.keySet(), true).forEach(party -> codes.add(party.id()));
            return codes;
        }

        /** Businesses in the order of their codes, as {@link LedgerRelations} has them; then the others. */
        ExposureInput.Around input(String business, Map<String, Integer> weighing) {
            Parties parties = new Parties();
            businesses().forEach(code -> parties.number(PartyKind.BUSINESS, code));
            degrees.keySet().forEach(party -> parties.number(party.kind(), party.id()));
            Relations relations = new Relations(parties);
            ties.values()
                    .forEach(tie -> relations.add(
                            parties.number(tie.from.kind(), tie.from.id()),
                            parties.number(tie.to.kind(), tie.to.id()),
                            tie.kind,
                            tie.share,
                            Integer.MIN_VALUE,
                            Integer.MAX_VALUE,
                            tie.record));
            int[] weights = new int[parties.size()];
            int[] degreesOf = new int[parties.size()];
            int[] numbers = new int[parties.size()];
            degrees.forEach((party, degree) -> {
                int number = parties.number(party.kind(), party.id());
                numbers[number] = number;
                degreesOf[number] = degree;
                weights[number] = party.kind() == PartyKind.BUSINESS ? weighing.getOrDefault(party.id(), 0) : 0;
            });
            return new ExposureInput.Around(
                    new ExposureInput(relations.on(day, rules.relations().keySet()), weights, degreesOf, businesses),
                    numbers,
                    parties.number(PartyKind.BUSINESS, business));
        }

        private boolean isOpen(PartyRef party) {
            return !rules.isCut(party.kind(), party.id(), degrees.getOrDefault(party, 0), businesses);
        }

        private boolean isNear(PartyRef party) {
            return party.kind() != PartyKind.NAMED_PERSON
                    && degrees.getOrDefault(party, 0) <= 2 * rules.guards().getOrDefault(party.kind(), 0);
        }

        /** The parties met for the first time that relations of these lead to. */
        private List<PartyRef> touching(Collection<PartyRef> of) {
            Set<PartyRef> news = new LinkedHashSet<>();
            byLabel(of)
                    .forEach((label, ids) -> tx.run(
                                    TOUCHING.formatted(label, identity(label), types, OF_THE_DAY),
                                    Map.of("ids", ids, "day", day))
                            .forEachRemaining(row -> {
                                PartyRef here =
                                        new PartyRef(kind(label), row.get("id").asString());
                                PartyRef there = other(row);
                                boolean inward = row.get("inward").asBoolean();
                                Value share = row.get("share");
                                ties.putIfAbsent(
                                        row.get("record").asLong(),
                                        new Tie(
                                                inward ? there : here,
                                                inward ? here : there,
                                                RelationKind.valueOf(
                                                        row.get("type").asString()),
                                                share.isNull()
                                                        ? Share.UNKNOWN
                                                        : Share.ofPercent(BigDecimal.valueOf(share.asDouble())),
                                                row.get("record").asLong()));
                                if (!degrees.containsKey(there)) {
                                    news.add(there);
                                }
                            }));
            meet(news);
            return List.copyOf(news);
        }

        private void meet(Collection<PartyRef> parties) {
            parties.forEach(party -> degrees.putIfAbsent(party, 0));
            Map<String, Map<String, PartyRef>> byLabel = new HashMap<>();
            parties.forEach(party -> byLabel.computeIfAbsent(label(party.kind()), _ -> new HashMap<>())
                    .put(party.id(), party));
            byLabel.forEach((label, byId) -> tx.run(
                            DEGREES.formatted(label, identity(label), types, OF_THE_DAY),
                            Map.of("ids", List.copyOf(byId.keySet()), "day", day, "small", small))
                    .forEachRemaining(row -> degrees.put(
                            Objects.requireNonNull(byId.get(row.get("id").asString())),
                            row.get("degree").asInt())));
        }
    }

    private static Map<String, List<String>> byLabel(Collection<PartyRef> parties) {
        Map<String, List<String>> byLabel = new HashMap<>();
        parties.forEach(party -> byLabel.computeIfAbsent(label(party.kind()), _ -> new ArrayList<>())
                .add(party.id()));
        return byLabel;
    }

    private static PartyRef other(Record row) {
        PartyKind kind = kind(row.get("label").asString());
        return new PartyRef(
                kind == PartyKind.PERSON && row.get("weak").asBoolean() ? PartyKind.NAMED_PERSON : kind,
                row.get("other").asString());
    }

    private static String label(PartyKind kind) {
        return switch (kind) {
            case BUSINESS -> "Business";
            case PERSON, NAMED_PERSON -> "Person";
            case BODY -> "Body";
            case ADDRESS -> "Address";
            case PHONE -> "Phone";
        };
    }

    private static PartyKind kind(String label) {
        return switch (label) {
            case "Business" -> PartyKind.BUSINESS;
            case "Person" -> PartyKind.PERSON;
            case "Body" -> PartyKind.BODY;
            case "Address" -> PartyKind.ADDRESS;
            case "Phone" -> PartyKind.PHONE;
            default -> throw new IllegalStateException("a node of the unknown label " + label);
        };
    }

    private static String identity(String label) {
        return label.equals("Business") ? "code" : "key";
    }
}
