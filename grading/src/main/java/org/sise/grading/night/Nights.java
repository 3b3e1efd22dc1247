package org.sise.grading.night;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly runs that came to their end. */
public final class Nights {

    private final JdbcClient jdbc;

    /** On a database whose schema {@code grading} {@link org.sise.ledger.Migrations} has brought up to date. */
    public Nights(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The last one, if there is one. */
    public Optional<Night> last() {
        return jdbc.sql("select * from grading.night order by id desc limit 1")
                .query(Nights::night)
                .optional();
    }

    void append(Night night) {
        jdbc.sql("""
                        insert into grading.night (as_of, policy, policy_version, policy_digest, snapshot, newest_grade,
                            businesses, moved, regraded, started_at, finished_at)
                        values (:asOf, :policy, :version, :digest, :snapshot, :newest, :businesses, :moved, :regraded,
                            :started, :finished)""")
                .param("asOf", night.asOf())
                .param("policy", night.policy())
                .param("version", night.policyVersion())
                .param("digest", night.policyDigest())
                .param("snapshot", night.snapshot())
                .param("newest", night.newestGrade())
                .param("businesses", night.businesses())
                .param("moved", night.moved())
                .param("regraded", night.regraded())
                .param("started", Timestamp.from(night.startedAt()))
                .param("finished", Timestamp.from(night.finishedAt()))
                .update();
    }

    private static Night night(ResultSet row, int n) throws SQLException {
        return new Night(
                row.getObject("as_of", LocalDate.class),
                row.getString("policy"),
                row.getString("policy_version"),
                row.getString("policy_digest"),
                row.getString("snapshot"),
                row.getLong("newest_grade"),
                row.getLong("businesses"),
                row.getLong("moved"),
                row.getLong("regraded"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("finished_at").toInstant());
    }
}
