package org.sise.supervision.entry;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Revocations of enforcement certificates. They are appended and hold from their day on; a new certificate has a new number. */
public final class Certificates {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Certificates(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /** Records that a certificate is revoked from a day on. */
    public void revoke(String certificate, LocalDate from, String reason, String actor) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                insert into supervision.certificate_revocation (certificate, revoked_on, reason, recorded_at,
                    actor)
                values (:certificate, :from, :reason, :at, :actor)\
                """)
                    .param("certificate", certificate)
                    .param("from", from)
                    .param("reason", reason)
                    .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .param("actor", actor)
                    .update();
            audit.append(actor, "certificate-revoked", certificate, "from=" + from);
        });
    }
}
