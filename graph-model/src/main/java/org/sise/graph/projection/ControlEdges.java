package org.sise.graph.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.control.Control;
import org.sise.graph.control.ControlAnswer;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;

/**
 * The relations {@code CONTROLS} of the graph, from the controller to each business that has one: what {@link Control}
 * answers over the whole graph, so that the pages need not solve it. Replaced whenever it is worked out; what did not change
 * stays as it is, with the day on which it was first found so in {@code asOf}.
 */
public final class ControlEdges {

    private static final int BATCH = 1_000;
    private static final String SEEN = """
            MERGE (p:GraphPosition {name: 'control'})
            SET p.asOf = $day""";
    private static final String WHEN = "MATCH (p:GraphPosition {name: 'control'}) RETURN p.asOf AS day";
    private static final String CONTROLLED =
            "MATCH (b:Business) WHERE EXISTS { (b)<-[:CONTROLS]-() } RETURN b.code AS code";

    private final Driver driver;
    private final DataSource ledger;

    /** On a graph that {@link GraphProjection} fills from this ledger, whose lock keeps a second one waiting. */
    public ControlEdges(Driver driver, DataSource ledger) {
        this.driver = driver;
        this.ledger = ledger;
    }

    /**
     * What a replacement came to.
     *
     * @param kept edges that were there already
     * @param written edges that are new or say something else than before
     * @param removed edges that no answer says any more, those replaced by another among them
     * @param unknown answers whose business or controller the graph does not know yet: the next replacement has them
     */
    public record Outcome(long kept, long written, long removed, long unknown) {

        Outcome plus(Outcome other) {
            return new Outcome(
                    kept + other.kept, written + other.written, removed + other.removed, unknown + other.unknown);
        }
    }

    /** As {@link #replace(Parties, Stream, LocalDate)}, with the answers of a solved graph on every business. */
    public Outcome replace(Parties parties, Control control, LocalDate day) {
        return replace(
                parties,
                IntStream.range(0, parties.size())
                        .filter(party -> parties.kind(party) == PartyKind.BUSINESS
                                && control.controller(party) != Control.NOBODY)
                        .mapToObj(control::answer),
                day);
    }

    /**
     * Makes the graph show these controllers and no others. A replacement that is broken off leaves edges of both; another
     * one does the rest.
     *
     * @param parties what the answers' numbers stand for
     * @param answers one a business, in any order; one without a controller is as none
     * @param day the day for which they were worked out
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Outcome replace(Parties parties, Stream<ControlAnswer> answers, LocalDate day) {
        try (ProjectorLock _ = ProjectorLock.takeForControl(ledger)) {
            return GraphUnavailableException.translating("Who controls whom was not brought into the graph", () -> {
                new GraphSchema(driver).migrate();
                try (Session session = driver.session()) {
                    BitSet controlled = new BitSet(parties.size());
                    Outcome outcome = write(session, parties, answers, day, controlled)
                            .plus(removeOthers(session, parties, controlled));
                    session.executeWriteWithoutResult(
                            tx -> tx.run(SEEN, Values.parameters("day", day)).consume());
                    return outcome;
                }
            });
        }
    }

    /**
     * The day of the last replacement that was finished, or empty when there was none since the graph was made.
     *
     * @throws GraphUnavailableException when Neo4j does not answer
     */
    public Optional<LocalDate> asOf() {
        return GraphUnavailableException.translating("The day of control was not read", () -> {
            try (Session session = driver.session()) {
                return session.executeRead(tx -> tx.run(WHEN).stream()
                        .map(row -> row.get("day").asLocalDate())
                        .findFirst());
            }
        });
    }

    private static Outcome write(
            Session session, Parties parties, Stream<ControlAnswer> answers, LocalDate day, BitSet controlled) {
        Outcome[] outcome = {new Outcome(0, 0, 0, 0)};
        List<ControlEdge> batch = new ArrayList<>(BATCH);
        answers.forEach(answer -> {
            ControlEdge edge = ControlEdge.of(answer, parties);
            if (edge != null) {
                controlled.set(answer.business());
                batch.add(edge);
                if (batch.size() == BATCH) {
                    outcome[0] = outcome[0].plus(write(session, batch, day));
                    batch.clear();
                }
            }
        });
        return batch.isEmpty() ? outcome[0] : outcome[0].plus(write(session, batch, day));
    }

    private static Outcome write(Session session, List<ControlEdge> batch, LocalDate day) {
        return session.executeWrite(tx -> new ControlWriter(tx).write(batch, day));
    }

    private Outcome removeOthers(Session session, Parties parties, BitSet controlled) {
        long removed = 0;
        List<String> others = new ArrayList<>();
        try (Session reading = driver.session()) {
            Result rows = reading.run(CONTROLLED);
            while (rows.hasNext()) {
                Record row = rows.next();
                int business = parties.find(PartyKind.BUSINESS, row.get("code").asString());
                if (business < 0 || !controlled.get(business)) {
                    others.add(row.get("code").asString());
                }
                if (others.size() == BATCH || (!others.isEmpty() && !rows.hasNext())) {
                    List<String> some = List.copyOf(others);
                    removed += session.executeWrite(tx -> new ControlWriter(tx).remove(some));
                    others.clear();
                }
            }
        }
        return new Outcome(0, 0, removed, 0);
    }
}
