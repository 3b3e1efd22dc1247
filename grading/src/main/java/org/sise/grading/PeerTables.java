package org.sise.grading;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.sise.scoring.figure.Peers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The populations that percentiles are taken from, as the runs over everybody left them. Rows are appended. */
public final class PeerTables {

    private final JdbcClient jdbc;

    /** On a database whose schema {@code grading} is up to date. */
    public PeerTables(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps a population, unless it is the latest one already. */
    public void keep(String policyDigest, LocalDate asOf, Peers peers) {
        if (latestDigest(policyDigest).filter(peers.digest()::equals).isEmpty()) {
            jdbc.sql("""
                            insert into grading.peers (policy_digest, digest, as_of, body)
                            values (:policy, :digest, :asOf, :body)""")
                    .param("policy", policyDigest)
                    .param("digest", peers.digest())
                    .param("asOf", asOf)
                    .param("body", peers.toBytes())
                    .update();
        }
    }

    /** The latest population's digest, if a run over everybody has left one for the policy. */
    Optional<String> latestDigest(String policyDigest) {
        return jdbc.sql("select digest from grading.peers where policy_digest = :policy order by id desc limit 1")
                .param("policy", policyDigest)
                .query(String.class)
                .optional();
    }

    /** @throws NoSuchElementException where no such population was kept */
    Peers of(String digest) {
        return jdbc.sql("select body from grading.peers where digest = :digest limit 1")
                .param("digest", digest)
                .query((row, _) -> Peers.of(row.getBytes("body")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("没有该同类总体 / no such population of peers: " + digest));
    }
}
