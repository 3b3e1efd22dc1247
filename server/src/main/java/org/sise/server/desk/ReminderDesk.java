package org.sise.server.desk;

import java.util.List;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.supervision.reminder.Reminder;
import org.sise.supervision.reminder.ReminderFilter;
import org.sise.supervision.reminder.Reminders;
import org.springframework.stereotype.Component;

/** A business's own slips; those that tell its colour only where the colour is shown to it. */
@Component
public final class ReminderDesk {

    private static final int MOST = 100;

    private final Reminders reminders;
    private final ColourAccess colours;

    ReminderDesk(Reminders reminders, ColourAccess colours) {
        this.reminders = reminders;
        this.colours = colours;
    }

    /** The open slips of the business that an account speaks for, the latest first. */
    public List<Reminder> of(Account account) {
        String code = CompanyDesk.code(account);
        boolean colour = colours.seesColourOf(account, code);
        return reminders.page(new ReminderFilter(null, code, null, colour, false), null, MOST);
    }

    /** Records that the business read one of its slips. */
    public void read(long id, Account account) {
        String code = CompanyDesk.code(account);
        if (reminders.find(id).filter(one -> one.business().equals(code)).isEmpty()) {
            throw new NotFoundException("reminder " + id);
        }
        reminders.read(id, account.name());
    }
}
