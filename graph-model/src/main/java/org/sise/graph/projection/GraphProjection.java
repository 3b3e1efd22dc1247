package org.sise.graph.projection;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphUnavailableException;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the ledger's relations into Neo4j. The position reached stands in the graph itself and moves in the same
 * transaction as the batch, so a projection that was broken off goes on where it stood, and one whose Neo4j folder was
 * removed begins anew. An advisory lock of the ledger's database keeps a second projector waiting; the lock and the
 * reading take two connections of the data source.
 */
public final class GraphProjection {

    private static final Logger LOG = LoggerFactory.getLogger(GraphProjection.class);
    private static final int BATCH = 10_000;
    private static final String POSITION = """
            MERGE (p:GraphPosition {name: 'ledger'})
            ON CREATE SET p.xact = 0, p.id = 0, p.clearing = false, p.model = %d
            SET p.locked = null
            RETURN p.xact AS xact, p.id AS id, p.clearing AS clearing, coalesce(p.model, 1) AS model""".formatted(GraphSchema.MODEL);
    private static final String MOVE = """
            MATCH (p:GraphPosition {name: 'ledger'})
            SET p.xact = $xact, p.id = $id, p.clearing = $clearing, p.model = %d""".formatted(GraphSchema.MODEL);
    private static final String CLEAR = """
            MATCH %s WHERE NOT n:GraphMigration AND NOT n:GraphPosition
            CALL (*) { %s } IN TRANSACTIONS OF 10000 ROWS""";

    private final Driver driver;
    private final DataSource ledger;
    private final Records records;
    private final GraphSchema schema;
    private final Translation translation;
    private final int batchSize;

    /**
     * On a ledger that {@link org.sise.ledger.Migrations} has brought up to date.
     *
     * @param driver the application's driver
     * @param personKeys gives people without an identity number their keys
     */
    public GraphProjection(Driver driver, DataSource ledger, PersonKeys personKeys) {
        this(driver, ledger, personKeys, BATCH);
    }

    GraphProjection(Driver driver, DataSource ledger, PersonKeys personKeys, int batchSize) {
        this.driver = driver;
        this.ledger = ledger;
        this.records = new Records(ledger);
        this.schema = new GraphSchema(driver);
        this.translation = new Translation(personKeys);
        this.batchSize = batchSize;
    }

    /** As {@link #catchUp(Progress)}, in silence. */
    public int catchUp() {
        return catchUp(Progress.NONE);
    }

    /**
     * Projects until the ledger has nothing more.
     *
     * @return how many records were taken from the ledger
     * @throws GraphUnavailableException when Neo4j does not answer; another call goes on where this one stopped
     * @throws IllegalStateException when the graph was made by a later version; one of an earlier version is rebuilt
     */
    public int catchUp(Progress progress) {
        return alone(session -> project(session, progress));
    }

    /**
     * Empties the graph and projects the ledger from its beginning. When this is broken off, the next
     * {@link #catchUp()} finishes it.
     *
     * @return how many records were taken from the ledger
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public int rebuild(Progress progress) {
        return alone(session -> {
            session.executeWriteWithoutResult(tx -> {
                state(tx);
                move(tx, Position.START, true);
            });
            return project(session, progress);
        });
    }

    /**
     * How far the graph has come.
     *
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Position position() {
        return GraphUnavailableException.translating("The graph's position was not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx ->
                        tx.run("MATCH (p:GraphPosition {name: 'ledger'}) RETURN p.xact AS xact, p.id AS id").stream()
                                .map(GraphProjection::position)
                                .findFirst()
                                .orElse(Position.START));
            }
        });
    }

    private int alone(Work work) {
        try (ProjectorLock _ = ProjectorLock.take(ledger)) {
            return GraphUnavailableException.translating("The projection stopped", () -> {
                schema.migrate();
                try (Session session = driver.session()) {
                    return work.on(session);
                }
            });
        }
    }

    private int project(Session session, Progress progress) {
        Record state = session.executeWrite(GraphProjection::state);
        Position position = position(state);
        if (state.get("clearing").asBoolean()) {
            clear(session);
        }
        int taken = 0;
        while (true) {
            List<StoredRecord> next = records.relationsAfter(position, batchSize);
            if (next.isEmpty()) {
                return taken;
            }
            Position from = position;
            Position to = next.getLast().position();
            Batch batch = Batch.of(next, translation);
            session.executeWriteWithoutResult(tx -> apply(tx, batch, from, to));
            position = to;
            taken += next.size();
            progress.reached(taken, position);
        }
    }

    /** Where the graph stands; one that an earlier version made begins anew, because it lacks relations. */
    private static Record state(TransactionContext tx) {
        Record state = tx.run(POSITION).single();
        int model = state.get("model").asInt();
        if (model == GraphSchema.MODEL) {
            return state;
        }
        if (model > GraphSchema.MODEL) {
            throw new IllegalStateException("The graph was made by a later version: it has model " + model
                    + ", this version makes model " + GraphSchema.MODEL);
        }
        LOG.info("The graph has model {} and is made again with model {}", model, GraphSchema.MODEL);
        move(tx, Position.START, true);
        return tx.run(POSITION).single();
    }

    /** Neo4j may have committed a batch and not been able to say so: the second attempt finds it done. */
    private static void apply(TransactionContext tx, Batch batch, Position from, Position to) {
        Position found = position(tx.run(POSITION).single());
        if (found.equals(to)) {
            return;
        }
        if (!found.equals(from)) {
            throw new IllegalStateException("Another projector is at work on this graph: it stands at " + found
                    + " and should stand at " + from);
        }
        new GraphWriter(tx).write(batch);
        move(tx, to, false);
    }

    private static void clear(Session session) {
        session.run(CLEAR.formatted("(n)-[r]->()", "DELETE r")).consume();
        session.run(CLEAR.formatted("(n)", "DELETE n")).consume();
        session.executeWriteWithoutResult(tx -> {
            tx.run("MATCH (p:GraphPosition) WHERE p.name <> 'ledger' DELETE p").consume();
            move(tx, Position.START, false);
        });
        LOG.info("The graph was emptied");
    }

    private static void move(TransactionContext tx, Position to, boolean clearing) {
        tx.run(MOVE, Map.of("xact", to.xact(), "id", to.id(), "clearing", clearing))
                .consume();
    }

    private static Position position(Record row) {
        return new Position(row.get("xact").asLong(), row.get("id").asLong());
    }

    /** What is done while no other projector is at work. */
    private interface Work {
        int on(Session session);
    }
}
