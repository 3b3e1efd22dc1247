package org.sise.supervision.reminder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.follow.LedgerFollower;

/** Has businesses with new records looked at again. */
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
        records.forEach(stored -> businesses.add(stored.record().header().subject().value()));
        reminders.forget(businesses);
    }
}
