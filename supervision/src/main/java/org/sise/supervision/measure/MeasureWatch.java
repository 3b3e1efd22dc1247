package org.sise.supervision.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.sise.core.record.RecordKind;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.GroundRecords;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends measures as soon as their grounds do: repaired, removed, withdrawn, over, or the colour that brought an incentive is
 * another. Takes departments' feedback on notices.
 */
public final class MeasureWatch implements LedgerFollower {

    /** The topic of the outbox that says that a credit repair was granted. */
    public static final String REPAIR_GRANTED = "repair-granted";

    private static final String FEEDBACK = "notice-feedback";
    private static final String ACTOR = "sise";

    private final TransactionTemplate transaction;
    private final Measures measures;
    private final MeasureRows rows;
    private final Clock clock;

    /** On the database of the measures. */
    public MeasureWatch(
            DataSource dataSource, PlatformTransactionManager transactions, Measures measures, Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.measures = measures;
        this.rows = new MeasureRows(dataSource);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public void followRecords(List<StoredRecord> records) {
        Map<RecordKind, Set<String>> ended = new EnumMap<>(RecordKind.class);
        LocalDate today = LocalDate.now(clock);
        for (StoredRecord stored : records) {
            GroundEnd end = GroundRecords.end(stored.record(), today);
            if (end != null) {
                ended.computeIfAbsent(stored.record().kind(), _ -> new HashSet<>())
                        .add(stored.key());
            }
        }
        TreeSet<Long> open = new TreeSet<>();
        ended.forEach((kind, keys) -> open.addAll(rows.openOn(kind, keys)));
        endGroundless(open);
    }

    @Override
    public void followEvents(List<OutboxEvent> events) {
        Set<String> businesses = new HashSet<>();
        List<JsonNode> feedback = new ArrayList<>();
        for (OutboxEvent event : events) {
            switch (event.topic()) {
                case REPAIR_GRANTED, Grades.CHANGED -> businesses.add(event.subject());
                case FEEDBACK -> feedback.add(JsonMapper.shared().readTree(event.payload()));
                default -> {}
            }
        }
        TreeSet<Long> touched = new TreeSet<>(rows.openOf(businesses));
        TreeSet<Long> open = new TreeSet<>(touched);
        feedback.forEach(payload -> touched.add(measureOf(payload)));
        rows.lock(touched);
        feedback.forEach(this::take);
        open.forEach(id -> measures.endIfGroundless(id, ACTOR));
    }

    /**
     * Ends what is over by the calendar.
     *
     * @return how many measures
     */
    public int expire() {
        int ended = 0;
        for (long id : rows.overSince(LocalDate.now(clock))) {
            Boolean done = transaction.execute(_ -> measures.endIfGroundless(id, ACTOR));
            ended += Boolean.TRUE.equals(done) ? 1 : 0;
        }
        return ended;
    }

    private void endGroundless(Collection<Long> ids) {
        rows.lock(ids);
        ids.forEach(id -> measures.endIfGroundless(id, ACTOR));
    }

    private static long measureOf(JsonNode payload) {
        return payload.path("measure").asLong(0);
    }

    private void take(JsonNode payload) {
        long id = measureOf(payload);
        MeasureState state = rows.find(id, true).map(Measure::state).orElse(MeasureState.REFUSED);
        String by = payload.path("subscriber").asString("");
        String note = payload.path("text").asString("");
        switch (payload.path("state").asString("")) {
            case "received" -> {
                if (state.canTransitionTo(MeasureState.ACKNOWLEDGED)) {
                    measures.acknowledge(id, note, by);
                }
            }
            case "acted" -> {
                if (state.canTransitionTo(MeasureState.ACTED)) {
                    measures.act(id, note.isBlank() ? MeasureState.ACTED.zh() : note, by);
                }
            }
            default -> {
                if (state.isInForce()) {
                    measures.note(id, note, by);
                }
            }
        }
    }
}
