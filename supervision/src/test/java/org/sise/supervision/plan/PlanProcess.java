package org.sise.supervision.plan;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.crash.HoldingTransactions;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.Recusals;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.YearlyCaps;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Commits to a plan, draws it and makes its tasks, in a process of its own that stands still at a commit: arguments are address,
 * user and password of the database, the folder, the plan, the beacon's value, {@code before} or {@code after}, which commit.
 */
final class PlanProcess {

    private PlanProcess() {}

    public static void main(String[] args) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setUser(args[1]);
        source.setPassword(args[2]);
        run(
                source,
                new HoldingTransactions(source, args[6], Integer.parseInt(args[7])),
                Path.of(args[3]),
                args[4],
                args[5]);
    }

    /** Goes on from wherever the plan stands. */
    static void run(
            DataSource source, DataSourceTransactionManager transactions, Path folder, String id, String beacon) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);
        AuditLog audit = new AuditLog(source, clock);
        CheckItems items = CheckItems.standard();
        Plans plans = new Plans(
                source,
                transactions,
                audit,
                new Inspectors(source, transactions, audit, clock),
                new Recusals(source, transactions, audit, clock),
                items,
                folder,
                clock);
        if (plans.find(id).orElseThrow().state() == PlanState.APPROVED) {
            plans.commit(id, "regulator");
        }
        plans.draw(id, new Beacon("开奖号码", beacon), "regulator");
        Visits visits = new Visits(source, transactions, audit, items, YearlyCaps.standard(), clock);
        new PlannedTasks(source, transactions, audit, plans, visits, items, clock).makeAll();
    }
}
