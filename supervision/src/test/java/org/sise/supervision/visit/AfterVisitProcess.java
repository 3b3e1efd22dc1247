package org.sise.supervision.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.CorrectionRules;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.crash.HoldingTransactions;
import org.sise.supervision.door.Doors;
import org.sise.supervision.door.ProblemResults;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.mode.ModePolicies;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.publication.PublicationKinds;
import org.sise.supervision.publication.ResultPublications;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * What time does after a visit, once, in a process of its own that says {@code held} and stands still at a commit. Its
 * arguments are the database's address, user and password, the time, {@code before} or {@code after}, which commit.
 */
final class AfterVisitProcess {

    private AfterVisitProcess() {}

    public static void main(String[] args) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setUser(args[1]);
        source.setPassword(args[2]);
        run(
                source,
                Clock.fixed(Instant.parse(args[3]), ZoneId.of("Asia/Shanghai")),
                new HoldingTransactions(source, args[4], Integer.parseInt(args[5])));
    }

    static void run(DataSource source, Clock clock, DataSourceTransactionManager transactions) {
        AuditLog audit = new AuditLog(source, clock);
        WorkingCalendar calendar = WorkingCalendar.standard();
        EntryRules rules = EntryRules.standard();
        Visits visits = new Visits(source, transactions, audit, CheckItems.standard(), YearlyCaps.standard(), clock);
        Corrections corrections = new Corrections(
                source,
                transactions,
                audit,
                visits,
                CorrectionRules.standard(),
                CheckItems.standard(),
                () -> calendar,
                clock);
        corrections.orderFromFindings();
        corrections.remind();
        new Modes(source, transactions, audit, ModePolicies.standard(), ProblemResults.standard(), clock).endByRule();
        Doors doors = new Doors(source, transactions, audit, visits, rules, calendar::plus, clock);
        new ResultPublications(source, transactions, doors, PublicationKinds.standard(), () -> calendar, rules, clock)
                .publishDue();
    }
}
