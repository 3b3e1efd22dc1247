package org.sise.grading.related;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.person.PersonKeys;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.exposure.Exposure;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.Exposures;
import org.sise.graph.load.PartyRef;
import org.sise.graph.load.Surroundings;
import org.sise.graph.projection.GraphProjection;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the records of related risk what the relations and the grades say. A changed grade or relation leads by Neo4j to the
 * businesses it may reach, and each is worked out from its own surroundings; where much has changed at once, everybody is
 * worked out from the ledger instead. What is done is acknowledged afterwards, so after a crash it is done again, to no
 * other end. Of one application only one may be at work.
 */
public final class ExposureWatch {

    /** Its name among the consumers of the outbox. */
    public static final String CONSUMER = "related-risk";

    private static final int AT_ONCE = 500;
    private static final int BATCH = 2_000;

    private final ProvinceExposure province;
    private final GraphProjection projection;
    private final Surroundings surroundings;
    private final ExposureRules rules;
    private final PartyIds ids;
    private final Weights weights;
    private final RelatedRisks risks;
    private final ExposureRuns runs;
    private final Outbox outbox;
    private final Records records;
    private final StandingRecords standing;
    private final Clock clock;

    /**
     * On a ledger and the graph that a projection makes of it.
     *
     * @param surroundings by the same rules
     * @param clock whose zone tells what day it is
     */
    public ExposureWatch(
            DataSource dataSource,
            TransactionTemplate transaction,
            GraphProjection projection,
            Surroundings surroundings,
            ExposureRules rules,
            PersonKeys personKeys,
            Clock clock) {
        this.province = new ProvinceExposure(dataSource, transaction, personKeys, rules, clock);
        this.projection = projection;
        this.surroundings = surroundings;
        this.rules = rules;
        this.ids = new PartyIds(personKeys);
        this.weights = new Weights(dataSource, rules);
        this.risks = new RelatedRisks(dataSource, transaction);
        this.runs = new ExposureRuns(dataSource);
        this.outbox = new Outbox(dataSource);
        this.records = new Records(dataSource);
        this.standing = new StandingRecords(dataSource);
        this.clock = clock;
    }

    /** Works out everybody, without Neo4j. */
    public synchronized ExposureRun everybody() {
        return province.run();
    }

    /**
     * Follows what has changed since the last time.
     *
     * @return what was worked out last, or empty when there was nothing to work out
     * @throws GraphUnavailableException when Neo4j does not answer: the records of related risk stay what they are, and
     *     the next call goes on from here
     */
    public synchronized Optional<ExposureRun> catchUp() {
        Optional<Position> place = runs.relations();
        if (place.isEmpty()) {
            return Optional.of(province.run());
        }
        Position graph = projection.position();
        Optional<ExposureRun> last = Optional.empty();
        Changes next = next(place.get(), graph);
        for (; !next.isEmpty(); next = next(next.relations, graph)) {
            if (next.starts.size() > AT_ONCE) {
                return Optional.of(province.run());
            }
            if (!next.starts.isEmpty()) {
                last = Optional.of(follow(next.starts));
            }
            if (next.events != null) {
                outbox.acknowledge(CONSUMER, next.events);
            }
            runs.reached(next.relations, clock.instant());
        }
        runs.reached(next.relations, clock.instant());
        return last;
    }

    /** Whether everything that is known has been followed. */
    public boolean isAtRest() {
        return runs.relations()
                .filter(place -> records.relationsAfter(place, 1).isEmpty() && outbox.behind(CONSUMER, 1) == 0)
                .isPresent();
    }

    /** What has changed: where to begin looking, and what is done with afterwards. */
    private record Changes(Set<PartyRef> starts, @Nullable Position events, Position relations, boolean isEmpty) {}

    private Changes next(Position after, Position graph) {
        Set<PartyRef> starts = new LinkedHashSet<>();
        List<OutboxEvent> events = outbox.next(CONSUMER, BATCH);
        for (OutboxEvent event : events) {
            if (event.topic().equals(Grades.CHANGED) && weighsOtherwise(event.payload())) {
                starts.add(new PartyRef(PartyKind.BUSINESS, event.subject()));
            }
        }
        Position relations = after;
        List<StoredRecord> settled = records.relationsAfter(after, BATCH);
        boolean more = false;
        for (StoredRecord record : settled) {
            if (record.position().compareTo(graph) > 0) {
                break;
            }
            more = true;
            relations = record.position();
            starts.addAll(PartyRef.of(record.record(), ids));
            if (record.version() > 1) {
                standing.before(record).ifPresent(was -> starts.addAll(PartyRef.of(was.record(), ids)));
            }
        }
        return new Changes(
                starts, events.isEmpty() ? null : events.getLast().position(), relations, events.isEmpty() && !more);
    }

    private boolean weighsOtherwise(String payload) {
        JsonNode change = JsonMapper.shared().readTree(payload);
        JsonNode before = change.path("before");
        return weights.ofGrade(before.isNumber() ? Grade.values()[before.asInt()] : null)
                != weights.ofGrade(Grade.values()[change.path("after").asInt()]);
    }

    private ExposureRun follow(Collection<PartyRef> starts) {
        Instant started = clock.instant();
        LocalDate day = LocalDate.now(clock);
        Set<String> reached = surroundings.reach(starts, day);
        long load = clock.millis() - started.toEpochMilli();
        List<Found> found = new ArrayList<>();
        for (String business : reached) {
            found(business, day).ifPresent(found::add);
        }
        long work = clock.millis() - started.toEpochMilli() - load;
        RelatedRisks.Change change = risks.of(reached, found, day);
        ExposureRun run = new ExposureRun(
                day,
                false,
                reached.size(),
                found.size(),
                change.appended(),
                change.withdrawn(),
                load,
                work,
                started,
                clock.instant());
        runs.append(run);
        return run;
    }

    private Optional<Found> found(String business, LocalDate day) {
        Map<String, Weight> weighing = new HashMap<>();
        ExposureInput.Around around = surroundings.of(business, day, codes -> {
            weighing.putAll(weights.of(codes, day));
            Map<String, Integer> thousandths = new HashMap<>();
            weighing.forEach((code, weight) -> thousandths.put(code, weight.thousandths()));
            return thousandths;
        });
        Exposure exposure = Exposures.of(around.input(), rules).exposure(around.business());
        return exposure.effect() < rules.worsensFrom()
                ? Optional.empty()
                : Optional.of(Found.of(exposure, around.input().graph(), weighing));
    }
}
