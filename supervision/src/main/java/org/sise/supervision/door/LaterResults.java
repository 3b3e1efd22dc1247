package org.sise.supervision.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of a visit's findings later. An item that was ordered to be corrected and was not is one that is to be handled
 * further (发现问题待后续处理); the results of its tasks are stated again in the ledger, as new versions of the same matters.
 */
public final class LaterResults {

    /** The topic of the outbox for a result that was stated again. */
    public static final String CORRECTED = "result-corrected";

    private final JdbcClient jdbc;
    private final Visits visits;
    private final Records records;
    private final Outbox outbox;
    private final DoorRows rows;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public LaterResults(DataSource dataSource, Visits visits) {
        this.jdbc = JdbcClient.create(dataSource);
        this.visits = visits;
        this.records = new Records(dataSource);
        this.outbox = new Outbox(dataSource);
        this.rows = new DoorRows(dataSource);
    }

    /**
     * States the results of an ended visit's tasks again, in the caller's transaction; those that are as before stay. A visit
     * that goes on has no results yet, and one that the ledger no longer holds in effect is left alone.
     *
     * @param uncorrected the items that were not corrected
     * @return how many tasks have another result
     */
    public int restate(long visit, Set<String> uncorrected) {
        Optional<LocalDate> completed = jdbc.sql(
                        "select completed_on from supervision.visit_result where visit = :visit")
                .param("visit", visit)
                .query(LocalDate.class)
                .optional();
        if (completed.isEmpty()) {
            return 0;
        }
        Map<String, Finding> findings = rows.findings(visit);
        List<RecordEntry> entries = new ArrayList<>();
        for (VisitTask task : visits.tasksOf(visit)) {
            if (task.state() == TaskState.DONE) {
                List<InspectionResult> results = task.draft().items().stream()
                        .map(item -> uncorrected.contains(item)
                                ? InspectionResult.PENDING
                                : Objects.requireNonNull(findings.get(item)).result())
                        .toList();
                RecordEntry entry = Doors.entry(task, OverallResult.of(results), completed.get(), entries.size() + 1);
                if (isInEffect(entry.key())) {
                    entries.add(entry);
                }
            }
        }
        int corrected = records.append(Doors.FEED, visit, entries).corrected();
        if (corrected > 0) {
            outbox.add(
                    CORRECTED,
                    visits.visit(visit).business().value(),
                    "{\"visit\": %d, \"tasks\": %d}".formatted(visit, corrected));
        }
        return corrected;
    }

    private boolean isInEffect(String key) {
        return jdbc.sql("""
            select state from ledger.record where kind = :kind and record_key = :key order by version desc limit 1\
            """)
                .param("kind", RecordKind.INSPECTION.number())
                .param("key", key)
                .query(String.class)
                .optional()
                .filter(RecordState.EFFECTIVE.token()::equals)
                .isPresent();
    }
}
