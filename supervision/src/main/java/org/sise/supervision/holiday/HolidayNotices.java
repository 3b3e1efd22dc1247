package org.sise.supervision.holiday;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.csv.CsvTable;
import org.sise.core.digest.Sha256;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendar of working days with the notices that came later. */
public final class HolidayNotices {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public HolidayNotices(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /** The calendar as it is known now. */
    public WorkingCalendar calendar() {
        WorkingCalendar calendar = WorkingCalendar.standard();
        List<String> notices = jdbc.sql("select content from supervision.holiday_notice order by id")
                .query(String.class)
                .list();
        for (String notice : notices) {
            calendar = calendar.with(CsvTable.parse(notice));
        }
        return calendar;
    }

    /** The last day of a period of so many working days from a day, by the calendar as it is known now. */
    public LocalDate plus(LocalDate from, int days) {
        return calendar().plus(from, days);
    }

    /**
     * Records a notice; the same one once.
     *
     * @param csv with the columns {@code date,kind,name,year,status,source,confidence}, as in {@code rules/holidays.csv}
     * @return whether it was new
     * @throws IllegalArgumentException that names what is wrong with the table
     */
    public boolean record(String csv, String actor) {
        try {
            WorkingCalendar.standard().with(CsvTable.parse(csv));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "csv: 节假日表有误，列应为date,kind,name,year,status,source,confidence / the table of holidays is wrong: "
                            + e.getMessage(),
                    e);
        }
        String digest = Sha256.hex(csv);
        Boolean fresh = transaction.execute(_ -> {
            int rows = jdbc.sql("""
                            insert into supervision.holiday_notice (content, sha256, recorded_at, actor)
                            values (:content, :sha256, :at, :actor) on conflict (sha256) do nothing""")
                    .param("content", csv)
                    .param("sha256", digest)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("actor", actor)
                    .update();
            if (rows > 0) {
                audit.append(actor, "holiday-notice-recorded", "holiday-notice", digest);
            }
            return rows > 0;
        });
        return Boolean.TRUE.equals(fresh);
    }
}
