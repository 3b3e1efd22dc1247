package org.sise.graph.projection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph's constraints and indexes, as numbered statements. Each is run once and remembered, with its text, in a node
 * {@code GraphMigration}. Statements are repeatable, because Neo4j cannot change the schema and remember it in one
 * transaction.
 *
 * <p>Nodes: {@code Business {code, name, status, region, record}}, {@code Person {key, name, weak, record}}, {@code Body
 * {key, name, record}}, {@code Address {key, name, record}}, {@code Phone {key, record}}. Keys are those of {@link
 * org.sise.graph.relation.PartyIds}. Relations, always to a business, each with {@code matter, record, from, until, state}:
 *
 * <ul>
 *   <li>{@code HOLDS {share, name}} from holder, {@code LEGAL_REPRESENTATIVE {name}} and {@code OFFICER {position, name}}
 *       from person, {@code CONCERT {agreement, name}} from a member to the business in which it acts in concert
 *   <li>{@code BRANCH_OF {parent}} from branch to parent, {@code SUPPLIES {goods, name}} from supplier to customer
 *   <li>{@code ADDRESS_OF {name}} from address, its matter that of the registration followed by {@code /address}; {@code
 *       PHONE_OF} from telephone
 *   <li>{@code CONTROLS {percent, basis, records, concert, asOf}} from controller, without {@code matter}: worked out and
 *       replaced by {@link ControlEdges}
 * </ul>
 *
 * <p>{@code record} is the ledger's number of the record that says so, {@code share} and {@code percent} are in percent,
 * {@code name} is the name of whoever stands at the beginning, {@code parent} the parent's, as that record gives it, {@code
 * weak} marks people of whom only a name is known. A {@code Withdrawn {matter, record}} stands for a matter that was
 * withdrawn. A business without {@code record} was named by a relation and is not registered yet.
 *
 * <p>{@code GraphPosition {name: 'ledger', xact, id, clearing, model}} says how far the graph has come; {@code model} is
 * {@link #MODEL} of the version that projected it, so that relations which an earlier version left out are noticed.
 */
final class GraphSchema {

    private static final Logger LOG = LoggerFactory.getLogger(GraphSchema.class);

    /**
     * What is projected, as a number: 1 registrations, holdings and legal representatives, 2 all kinds of relations. A graph
     * of a lower number is made again from the ledger.
     */
    static final int MODEL = 2;

    /** Append only: a statement that has been released is never changed. */
    private static final List<Migration> MIGRATIONS = List.of(
            new Migration(1, """
                    CREATE CONSTRAINT migration_number IF NOT EXISTS
                    FOR (m:GraphMigration) REQUIRE m.number IS UNIQUE"""),
            new Migration(2, """
                    CREATE CONSTRAINT position_name IF NOT EXISTS
                    FOR (p:GraphPosition) REQUIRE p.name IS UNIQUE"""),
            new Migration(3, """
                    CREATE CONSTRAINT business_code IF NOT EXISTS
                    FOR (b:Business) REQUIRE b.code IS UNIQUE"""),
            new Migration(4, """
                    CREATE CONSTRAINT person_key IF NOT EXISTS
                    FOR (p:Person) REQUIRE p.key IS UNIQUE"""),
            new Migration(5, """
                    CREATE CONSTRAINT body_key IF NOT EXISTS
                    FOR (b:Body) REQUIRE b.key IS UNIQUE"""),
            new Migration(6, """
                    CREATE CONSTRAINT withdrawn_matter IF NOT EXISTS
                    FOR (w:Withdrawn) REQUIRE w.matter IS UNIQUE"""),
            new Migration(7, """
                    CREATE CONSTRAINT holds_matter IF NOT EXISTS
                    FOR ()-[r:HOLDS]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(8, """
                    CREATE CONSTRAINT legal_representative_matter IF NOT EXISTS
                    FOR ()-[r:LEGAL_REPRESENTATIVE]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(9, """
                    CREATE CONSTRAINT address_key IF NOT EXISTS
                    FOR (a:Address) REQUIRE a.key IS UNIQUE"""),
            new Migration(10, """
                    CREATE CONSTRAINT phone_key IF NOT EXISTS
                    FOR (p:Phone) REQUIRE p.key IS UNIQUE"""),
            new Migration(11, """
                    CREATE CONSTRAINT officer_matter IF NOT EXISTS
                    FOR ()-[r:OFFICER]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(12, """
                    CREATE CONSTRAINT branch_of_matter IF NOT EXISTS
                    FOR ()-[r:BRANCH_OF]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(13, """
                    CREATE CONSTRAINT address_of_matter IF NOT EXISTS
                    FOR ()-[r:ADDRESS_OF]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(14, """
                    CREATE CONSTRAINT phone_of_matter IF NOT EXISTS
                    FOR ()-[r:PHONE_OF]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(15, """
                    CREATE CONSTRAINT supplies_matter IF NOT EXISTS
                    FOR ()-[r:SUPPLIES]-() REQUIRE r.matter IS UNIQUE"""),
            new Migration(16, """
                    CREATE CONSTRAINT concert_matter IF NOT EXISTS
                    FOR ()-[r:CONCERT]-() REQUIRE r.matter IS UNIQUE"""));

    private final Driver driver;

    GraphSchema(Driver driver) {
        this.driver = driver;
    }

    /**
     * Runs what has not run yet.
     *
     * @return how many statements ran
     * @throws IllegalStateException when the graph remembers another text under a number, or a later version's number
     */
    int migrate() {
        try (Session session = driver.session()) {
            Map<Integer, String> done = session.executeRead(tx ->
                    tx.run("MATCH (m:GraphMigration) RETURN m.number AS number, m.statement AS statement").stream()
                            .collect(Collectors.toMap(
                                    row -> row.get("number").asInt(),
                                    row -> row.get("statement").asString())));
            if (done.size() > MIGRATIONS.size()) {
                throw new IllegalStateException("The graph was made by a later version: it remembers " + done.size()
                        + " migrations, this version knows " + MIGRATIONS.size());
            }
            int run = 0;
            for (Migration migration : MIGRATIONS) {
                String known = done.get(migration.number());
                if (known == null) {
                    run(session, migration);
                    run++;
                } else if (!known.equals(migration.statement())) {
                    throw new IllegalStateException(
                            "Migration " + migration.number() + " of the graph was altered after it had run: " + known);
                }
            }
            if (run > 0) {
                session.run("CALL db.awaitIndexes(600)").consume();
                LOG.info("The graph's schema was brought from migration {} to {}", done.size(), MIGRATIONS.size());
            }
            return run;
        }
    }

    private static void run(Session session, Migration migration) {
        session.run(migration.statement()).consume();
        session.run(
                        "MERGE (m:GraphMigration {number: $number}) SET m.statement = $statement, m.at = datetime()",
                        Map.of("number", migration.number(), "statement", migration.statement()))
                .consume();
    }

    /**
     * One change of the schema.
     *
     * @param number from 1, without gaps
     * @param statement Cypher that may run twice
     */
    private record Migration(int number, String statement) {}
}
