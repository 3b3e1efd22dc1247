package org.sise.graph.projection;

import java.util.List;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphUnavailableException;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.SettledMatters;

/**
 * Holds the graph against the ledger, business by business and matter by matter: what the graph should show is the latest
 * version of each among the records up to the graph's position. Both sides pass in sorted streams, so memory does not grow
 * with the graph. Projectors wait meanwhile; the ledger does not. {@code CONTROLS} are no record's word and not compared.
 */
public final class GraphCheck {

    private static final int AT_ONCE = 20_000;
    private static final String STATE = """
            MATCH (p:GraphPosition {name: 'ledger'})
            RETURN p.xact AS xact, p.id AS id, p.clearing AS clearing, coalesce(p.model, 1) AS model""";

    private final Driver driver;
    private final DataSource ledger;
    private final Translation translation;
    private final int atOnce;

    /**
     * On a ledger that {@link org.sise.ledger.Migrations} has brought up to date. Takes three connections of the data
     * source.
     *
     * @param personKeys those with which the graph was projected
     */
    public GraphCheck(Driver driver, DataSource ledger, PersonKeys personKeys) {
        this(driver, ledger, personKeys, AT_ONCE);
    }

    GraphCheck(Driver driver, DataSource ledger, PersonKeys personKeys, int atOnce) {
        this.driver = driver;
        this.ledger = ledger;
        this.translation = new Translation(personKeys);
        this.atOnce = atOnce;
    }

    /**
     * Compares and changes nothing.
     *
     * @param shown how many differences to list; all are counted
     * @throws GraphUnavailableException when Neo4j does not answer
     * @throws IllegalStateException when the graph waits for a rebuild
     */
    public GraphReport check(int shown) {
        return alone(new Differences(shown, 0), false);
    }

    /**
     * Compares and repairs what differs, nothing else. The report tells what differed and was repaired. When this is broken
     * off, what was repaired stays; another call does the rest. Where most of the graph differs a rebuild is faster.
     *
     * @param shown how many differences to list; all are counted
     * @throws GraphUnavailableException when Neo4j does not answer
     * @throws IllegalStateException when the graph waits for a rebuild
     */
    public GraphReport mend(int shown) {
        return alone(new Differences(shown, atOnce), true);
    }

    private GraphReport alone(Differences differences, boolean mending) {
        try (ProjectorLock _ = ProjectorLock.take(ledger)) {
            return GraphUnavailableException.translating("Ledger and graph were not compared", () -> {
                new GraphSchema(driver).migrate();
                Position position = position();
                try (SettledMatters settled = new SettledMatters(ledger, position)) {
                    long mended = compare(settled, differences, mending);
                    return differences.report(position, mended);
                }
            });
        }
    }

    /** Businesses before relations and these before holders, because repairs of the one are seen by the next. */
    private long compare(SettledMatters settled, Differences differences, boolean mending) {
        NodeCheck nodes = new NodeCheck(driver, settled, differences);
        MatterCheck matters = new MatterCheck(driver, settled, translation, differences);
        long mended = part(nodes::strangers, differences, mending);
        mended += part(nodes::businesses, differences, mending);
        for (RelationType type : RelationType.values()) {
            mended += part(() -> matters.check(type), differences, mending);
        }
        for (HolderLabel label : HolderLabel.values()) {
            if (label != HolderLabel.BUSINESS) {
                mended += part(() -> nodes.holders(label), differences, mending);
            }
        }
        return mended;
    }

    /** A part that stopped because too many repairs waited is compared again once they are made. */
    private long part(Runnable part, Differences differences, boolean mending) {
        long mended = 0;
        boolean again;
        do {
            part.run();
            again = differences.isFull();
            if (mending) {
                List<Repair> repairs = differences.takeRepairs();
                new Mender(driver).make(repairs);
                mended += repairs.size();
            }
        } while (again);
        return mended;
    }

    private Position position() {
        try (Session session = driver.session()) {
            List<Record> states = session.run(STATE).list();
            if (states.isEmpty()) {
                return Position.START;
            }
            Record state = states.getFirst();
            if (state.get("clearing").asBoolean() || state.get("model").asInt() != GraphSchema.MODEL) {
                throw new IllegalStateException("图有待由账本重建, 启动服务或执行 ./sise rebuild graph 后再核对"
                        + " / the graph waits to be made again from the ledger: start the server or run"
                        + " ./sise rebuild graph, then check");
            }
            return new Position(state.get("xact").asLong(), state.get("id").asLong());
        }
    }
}
