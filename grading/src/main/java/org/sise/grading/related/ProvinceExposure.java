package org.sise.grading.related;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.person.PersonKeys;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.Exposures;
import org.sise.graph.load.LedgerRelations;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.ledger.outbox.Outbox;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out what others' conduct does to every business, from the ledger alone: arrays of all relations of a day and what
 * each business weighs by its own conduct. Broken off, it leaves whole chunks of records behind, and another run finds only
 * what is left.
 */
final class ProvinceExposure {

    private final DataSource dataSource;
    private final PartyIds ids;
    private final ExposureRules rules;
    private final Weights weights;
    private final RelatedRisks risks;
    private final ExposureRuns runs;
    private final Outbox outbox;
    private final Clock clock;

    ProvinceExposure(
            DataSource dataSource,
            TransactionTemplate transaction,
            PersonKeys personKeys,
            ExposureRules rules,
            Clock clock) {
        this.dataSource = dataSource;
        this.ids = new PartyIds(personKeys);
        this.rules = rules;
        this.weights = new Weights(dataSource, rules);
        this.risks = new RelatedRisks(dataSource, transaction);
        this.runs = new ExposureRuns(dataSource);
        this.outbox = new Outbox(dataSource);
        this.clock = clock;
    }

    ExposureRun run() {
        Instant started = clock.instant();
        LocalDate day = LocalDate.now(clock);
        LedgerRelations ledger = LedgerRelations.read(dataSource, ids);
        RelationGraph graph = ledger.relations().on(day, rules.relations().keySet());
        Map<String, Weight> weighing = weights.all(day);
        Instant read = clock.instant();
        List<Found> found = found(graph, weighing);
        long worked = clock.millis() - read.toEpochMilli();
        RelatedRisks.Change change = risks.all(found, day);
        ExposureRun run = new ExposureRun(
                day,
                true,
                ledger.registered(),
                found.size(),
                change.appended(),
                change.withdrawn(),
                read.toEpochMilli() - started.toEpochMilli(),
                worked,
                started,
                clock.instant());
        runs.append(run);
        outbox.acknowledge(ExposureWatch.CONSUMER, ledger.settled());
        runs.reached(ledger.settled(), started);
        return run;
    }

    private List<Found> found(RelationGraph graph, Map<String, Weight> weighing) {
        Parties parties = graph.parties();
        int[] weightsOf = new int[graph.size()];
        weighing.forEach((code, weight) -> {
            int party = parties.find(PartyKind.BUSINESS, code);
            if (party >= 0) {
                weightsOf[party] = weight.thousandths();
            }
        });
        Exposures exposures = Exposures.of(ExposureInput.of(graph, weightsOf), rules);
        List<Found> found = new ArrayList<>();
        for (int party = 0; party < graph.size(); party++) {
            if (parties.kind(party) == PartyKind.BUSINESS && exposures.effect(party) >= rules.worsensFrom()) {
                found.add(Found.of(exposures.exposure(party), graph, weighing));
            }
        }
        return found;
    }
}
