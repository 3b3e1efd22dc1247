package org.sise.supervision.reminder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.outbox.OutboxEvent;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;

/**
 * Has businesses looked at again whose permits, promises or listings are new, whose records are over, or whose grade has
 * changed; other records are seen by the look of the next day.
 */
public final class ReminderWatch implements LedgerFollower {

    private final Reminders reminders;

    /** On the slips. */
    public ReminderWatch(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void followRecords(List<StoredRecord> records) {
        Set<String> businesses = new HashSet<>();
        records.forEach(
                stored -> businesses.add(stored.record().header().subject().value()));
        reminders.forget(businesses);
    }

    @Override
    public void followEvents(List<OutboxEvent> events) {
        Set<String> businesses = new HashSet<>();
        events.stream()
                .filter(event -> event.topic().equals(Grades.CHANGED))
                .forEach(event -> businesses.add(event.subject()));
        reminders.forget(businesses);
    }
}
