package org.sise.supervision.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Declared recusals. They are appended and hold from then on. */
public final class Recusals {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Recusals(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /** Records that an inspector does not inspect a business. The reason stays in this table alone. */
    public void declare(String certificate, CreditCode code, RecusalKind kind, String reason, String actor) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                            insert into supervision.recusal (certificate, code, kind, reason, declared_at, actor)
                            values (:certificate, :code, :kind, :reason, :at, :actor)""")
                    .param("certificate", certificate)
                    .param("code", code.value())
                    .param("kind", kind.name())
                    .param("reason", reason)
                    .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .param("actor", actor)
                    .update();
            audit.append(actor, "recusal-declared", certificate, "code=" + code.value() + "; kind=" + kind.token());
        });
    }

    /** The recusals of these inspectors, in the order of certificate, code and time. */
    public List<DeclaredRecusal> of(Collection<String> certificates) {
        return jdbc.sql("""
                        select * from supervision.recusal where certificate = any(:certificates)
                        order by certificate, code, id""")
                .param("certificates", certificates.toArray(String[]::new))
                .query(Recusals::recusal)
                .list();
    }

    private static DeclaredRecusal recusal(ResultSet row, int n) throws SQLException {
        return new DeclaredRecusal(
                row.getString("certificate"),
                row.getString("code"),
                RecusalKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getTimestamp("declared_at").toInstant());
    }
}
