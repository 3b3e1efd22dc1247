package org.sise.supervision.crash;

import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Stands still before or after one of its commits and says so, for a process that is then killed. */
public final class HoldingTransactions extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1L;

    private final boolean before;
    private final int at;
    private int commits;

    /**
     * Transactions on a database.
     *
     * @param when {@code before} or {@code after} the commit
     * @param at which commit, from 1
     */
    public HoldingTransactions(DataSource source, String when, int at) {
        super(source);
        this.before = when.equals("before");
        this.at = at;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        commits++;
        if (before && commits == at) {
            hold();
        }
        super.doCommit(status);
        if (!before && commits == at) {
            hold();
        }
    }

    private static void hold() {
        System.out.println(KilledProcess.HELD);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
