package org.sise.ledger.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.merkle.MerkleFrontier;
import org.sise.core.merkle.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log: an append-only Merkle log (RFC 9162) of decisions and of reads of personal data. A line's leaf is the
 * JSON array of its sequence number, time, actor, action, object and detail.
 */
public final class AuditLog {

    private static final int APPEND_LOCK = 0x53415544;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public AuditLog(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /**
     * Appends a line. Must run in a transaction, the one that does what the line tells: both come true or neither.
     *
     * @return the line's place
     */
    public long append(String actor, String action, String object, String detail) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", APPEND_LOCK)
                .query((_, _) -> true)
                .single();
        long seq = jdbc.sql("select coalesce(max(seq) + 1, 0) from ledger.audit")
                .query(Long.class)
                .single();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(seq, at, actor, action, object, detail);
        jdbc.sql("""
                        insert into ledger.audit (seq, at, actor, action, object, detail, leaf_hash)
                        values (:seq, :at, :actor, :action, :object, :detail, :hash)""")
                .param("seq", seq)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("action", action)
                .param("object", object)
                .param("detail", detail)
                .param("hash", MerkleTree.leafHash(leaf(entry)))
                .update();
        return seq;
    }

    /** The latest lines, optionally of one object, the newest first. */
    public List<AuditEntry> latest(@Nullable String object, int limit) {
        return jdbc.sql("""
                        select * from ledger.audit where cast(:object as text) is null or object = :object
                        order by seq desc limit :limit""")
                .param("object", object)
                .param("limit", limit)
                .query(AuditLog::entry)
                .list();
    }

    /** The latest lines of one action on one object, the newest first. */
    public List<AuditEntry> latest(String object, String action, int limit) {
        return jdbc.sql("""
                        select * from ledger.audit where object = :object and action = :action
                        order by seq desc limit :limit""")
                .param("object", object)
                .param("action", action)
                .param("limit", limit)
                .query(AuditLog::entry)
                .list();
    }

    /** Recomputes every leaf and the tree's head, reading every line. */
    public AuditVerdict verify() {
        MerkleFrontier frontier = new MerkleFrontier();
        @Nullable String[] fault = {null};
        jdbc.sql("select * from ledger.audit order by seq").withFetchSize(1_000).query(row -> {
            AuditEntry entry = entry(row, 0);
            byte[] leaf = leaf(entry);
            if (fault[0] == null && entry.seq() != frontier.size()) {
                fault[0] = "缺第%d行 / line %d is missing".formatted(frontier.size(), frontier.size());
            }
            if (fault[0] == null && !Arrays.equals(MerkleTree.leafHash(leaf), row.getBytes("leaf_hash"))) {
                fault[0] = "第%d行已被改动 / line %d was altered".formatted(entry.seq(), entry.seq());
            }
            frontier.append(leaf);
        });
        return new AuditVerdict(new AuditHead(frontier.size(), HexFormat.of().formatHex(frontier.root())), fault[0]);
    }

    private byte[] leaf(AuditEntry entry) {
        return json.writeValueAsString(List.of(
                        entry.seq(),
                        entry.at().toString(),
                        entry.actor(),
                        entry.action(),
                        entry.object(),
                        entry.detail()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static AuditEntry entry(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("detail"));
    }
}
