package org.sise.grading.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of policies. */
final class PolicyRows {

    private static final int LOCK = 0x53504f4c;

    private static final String WHERE = """
            from grading.policy_standing s
            where (cast(:policy as text) is null or s.policy = :policy)
                and (cast(:state as text) is null or s.state = :state)
                and (cast(:digest as text) is null or s.digest = :digest)
            """;

    private final JdbcClient jdbc;

    PolicyRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Makes every other step of any policy wait until the caller's transaction has ended. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from grading.policy_version)")
                .query(Boolean.class)
                .single();
    }

    long insert(Policy policy, byte[] file, String author) {
        return jdbc.sql("""
                        insert into grading.policy_version (policy, version, digest, title_zh, title_en, file, uploaded_by)
                        values (:policy, :version, :digest, :zh, :en, :file, :author) returning id""")
                .param("policy", policy.id())
                .param("version", policy.version())
                .param("digest", policy.digest())
                .param("zh", policy.title().zh())
                .param("en", policy.title().en())
                .param("file", file)
                .param("author", author)
                .query(Long.class)
                .single();
    }

    /** Appends an event without a day. */
    void append(long id, PolicyStep step, int round, String actor, @Nullable String reason) {
        append(id, step, round, actor, null, false, null, reason);
    }

    /** Appends an event; its time is the database's. */
    void append(
            long id,
            PolicyStep step,
            int round,
            String actor,
            @Nullable LocalDate inForceFrom,
            boolean retroactive,
            @Nullable Long whatIf,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into grading.policy_event
                            (version_id, round, kind, actor, in_force_from, retroactive, what_if, reason)
                        values (:id, :round, :kind, :actor, :from, :retroactive, :whatIf, :reason)""")
                .param("id", id)
                .param("round", round)
                .param("kind", step.token())
                .param("actor", actor)
                .param("from", inForceFrom)
                .param("retroactive", retroactive)
                .param("whatIf", whatIf)
                .param("reason", reason)
                .update();
    }

    Optional<PolicyVersion> find(long id) {
        return find("s.id = :value", id);
    }

    Optional<PolicyVersion> ofDigest(String digest) {
        return find("s.digest = :value", digest);
    }

    Optional<PolicyVersion> ofName(String policy, String version) {
        return find("s.policy = :value and s.version = :version", policy, version);
    }

    private Optional<PolicyVersion> find(String condition, Object... values) {
        JdbcClient.StatementSpec statement = jdbc.sql("select * from grading.policy_standing s where " + condition)
                .param("value", values[0]);
        if (values.length > 1) {
            statement = statement.param("version", values[1]);
        }
        return versions(statement).stream().findFirst();
    }

    Page<PolicyVersion> page(PolicyFilter filter, @Nullable Long before, int limit) {
        List<PolicyVersion> found = versions(bind(
                        jdbc.sql("select s.* " + WHERE + " and (cast(:before as bigint) is null or s.id < :before)"
                                + " order by s.id desc limit :limit"),
                        filter)
                .param("before", before)
                .param("limit", limit + 1));
        boolean more = found.size() > limit;
        return new Page<>(
                more ? found.subList(0, limit) : found,
                more ? Long.toString(found.get(limit - 1).id()) : null,
                bind(jdbc.sql("select count(*) " + WHERE), filter)
                        .query(Long.class)
                        .single());
    }

    Optional<byte[]> file(long id) {
        return jdbc.sql("select file from grading.policy_version where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> fileOfDigest(String digest) {
        return jdbc.sql("select file from grading.policy_version where digest = :digest")
                .param("digest", digest)
                .query(byte[].class)
                .optional();
    }

    /** The ids of the policies, in their order. */
    List<String> policies() {
        return jdbc.sql("select distinct policy from grading.policy_version order by policy")
                .query(String.class)
                .list();
    }

    List<PolicyEvent> history(long id) {
        return jdbc.sql("select * from grading.policy_event where version_id = :id order by id")
                .param("id", id)
                .query((row, _) -> event(row))
                .list();
    }

    /** Every version that was approved and not refused before its day, by the day. */
    List<PolicyTerm> terms() {
        return jdbc.sql("""
                        select v.id, v.policy, v.version, v.digest, e.round, e.in_force_from, e.at,
                            exists (select from grading.policy_event b where b.version_id = v.id and b.kind = 'in-force')
                                as begun
                        from grading.policy_event e join grading.policy_version v on v.id = e.version_id
                        where e.kind = 'scheduled' and not exists (
                            select from grading.policy_event r where r.version_id = v.id and r.kind = 'refused')
                        order by e.in_force_from, e.id""")
                .query((row, _) -> new PolicyTerm(
                        row.getLong("id"),
                        row.getString("policy") + "@" + row.getString("version"),
                        row.getInt("round"),
                        row.getString("digest"),
                        row.getObject("in_force_from", LocalDate.class),
                        instant(row, "at"),
                        row.getBoolean("begun")))
                .list();
    }

    private List<PolicyVersion> versions(JdbcClient.StatementSpec statement) {
        List<PolicyVersion> bare = statement.query(PolicyRows::version).list();
        Map<Long, List<PolicyEvent>> approvals =
                approvals(bare.stream().map(PolicyVersion::id).toList());
        return bare.stream()
                .map(version -> approvals.containsKey(version.id())
                        ? version.withApprovals(approvals.get(version.id()))
                        : version)
                .toList();
    }

    private Map<Long, List<PolicyEvent>> approvals(Collection<Long> ids) {
        Map<Long, List<PolicyEvent>> found = new HashMap<>();
        jdbc.sql("""
                        select e.* from grading.policy_event e
                        where e.version_id = any(:ids) and e.kind = 'approved' and e.round = (
                            select max(round) from grading.policy_event r where r.version_id = e.version_id)
                        order by e.id""").param("ids", ids.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("version_id"), _ -> new ArrayList<>())
                    .add(event(row));
        });
        return found;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, PolicyFilter filter) {
        return statement
                .param("policy", filter.policy())
                .param("state", filter.state() == null ? null : filter.state().token())
                .param("digest", filter.digest());
    }

    private static PolicyVersion version(ResultSet row, int n) throws SQLException {
        return new PolicyVersion(
                row.getLong("id"),
                row.getString("policy"),
                row.getString("version"),
                row.getString("digest"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                row.getLong("size"),
                row.getString("uploaded_by"),
                instant(row, "uploaded_at"),
                PolicyState.ofToken(row.getString("state")),
                row.getInt("round"),
                row.getString("submitted_by"),
                row.getObject("in_force_from", LocalDate.class),
                row.getBoolean("retroactive_asked"),
                List.of());
    }

    private static PolicyEvent event(ResultSet row) throws SQLException {
        long whatIf = row.getLong("what_if");
        return new PolicyEvent(
                PolicyStep.ofToken(row.getString("kind")),
                row.getInt("round"),
                row.getString("actor"),
                instant(row, "at"),
                row.getObject("in_force_from", LocalDate.class),
                row.getBoolean("retroactive"),
                whatIf == 0 ? null : whatIf,
                row.getString("reason"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }
}
