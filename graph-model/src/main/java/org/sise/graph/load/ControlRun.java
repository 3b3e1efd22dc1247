package org.sise.graph.load;

import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.control.Control;
import org.sise.graph.control.ControlRules;
import org.sise.graph.projection.ControlEdges;
import org.sise.graph.relation.PartyIds;

/** Works out from the ledger who controls whom, and brings it into the graph. */
public final class ControlRun {

    private final DataSource dataSource;
    private final PartyIds ids;
    private final ControlRules rules;
    private final ControlEdges edges;
    private final Clock clock;

    /** A run by rules into a graph. */
    public ControlRun(
            DataSource dataSource, PersonKeys personKeys, ControlRules rules, ControlEdges edges, Clock clock) {
        this.dataSource = dataSource;
        this.ids = new PartyIds(personKeys);
        this.rules = rules;
        this.edges = edges;
        this.clock = clock;
    }

    /**
     * Runs, as of today.
     *
     * @throws GraphUnavailableException when Neo4j does not answer; another run does it anew
     */
    public ControlEdges.Outcome run() {
        LocalDate day = LocalDate.now(clock);
        LedgerRelations ledger = LedgerRelations.read(dataSource, ids);
        Control control = Control.of(ledger.relations().on(day, Control.KINDS), rules, ledger.concerts(day));
        return edges.replace(ledger.relations().parties(), control, day);
    }
}
