package org.sise.ledger.grade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.ledger.CopyLine;
import org.sise.ledger.record.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The grades of the ledger. Appending takes part in the caller's transaction, and writes in it what follows: the
 * present standing, and an event {@value #CHANGED} in the outbox for each business whose colour is another now.
 */
public final class Grades {

    /** The outbox's topic for changed colours; the payload has {@code before} (or null), {@code after}, {@code grade}. */
    public static final String CHANGED = "grade-changed";

    private static final String STAGE = """
            create temporary table if not exists incoming_grade (
                subject text collate "C", colour smallint, score numeric, urgency numeric, as_of date, policy text, policy_version text,
                policy_digest text, receipt text, receipt_digest text, read_at timestamptz, snapshot pg_snapshot
            ) on commit delete rows""";

    private static final String APPEND = """
            with appended as (
                insert into ledger.grade (subject, colour, score, urgency, as_of, policy, policy_version, policy_digest,
                    receipt, receipt_digest, read_at, snapshot)
                select subject, colour, score, urgency, as_of, policy, policy_version, policy_digest, receipt,
                    receipt_digest, read_at, snapshot
                from incoming_grade
                returning id, subject, colour, score, urgency, as_of
            ), change as (
                select a.*, s.colour as before
                from appended a left join ledger.standing s using (subject)
            ), standing as (
                insert into ledger.standing (subject, colour, score, urgency, grade_id, as_of, since)
                select subject, colour, score, urgency, id, as_of, now() from appended order by subject
                on conflict (subject) do update set colour = excluded.colour, score = excluded.score,
                    urgency = excluded.urgency, grade_id = excluded.grade_id, as_of = excluded.as_of,
                    since = case when ledger.standing.colour = excluded.colour
                        then ledger.standing.since else excluded.since end
            )
            insert into ledger.outbox (topic, subject, payload)
            select :topic, subject, jsonb_build_object('before', before, 'after', colour, 'grade', id)
            from change
            where before is distinct from colour
            order by subject""";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public Grades(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Appends grades, at most one a business.
     *
     * @return how many businesses have another colour now
     */
    public int append(List<GradeEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        jdbc.sql(STAGE).update();
        jdbc.sql("truncate incoming_grade").update();
        CopyLine.copy(
                dataSource,
                "incoming_grade",
                entries,
                (entry, line) -> line.add(entry.subject())
                        .add(entry.grade().ordinal())
                        .add(entry.score().toPlainString())
                        .add(entry.urgency().toPlainString())
                        .add(entry.asOf())
                        .add(entry.policy())
                        .add(entry.policyVersion())
                        .add(entry.policyDigest())
                        .add(entry.receipt())
                        .add(entry.receiptDigest())
                        .add(entry.known().at())
                        .add(entry.known().snapshot()));
        return jdbc.sql(APPEND).param("topic", CHANGED).update();
    }

    /** The present grade of a business, if it has one. */
    public Optional<StoredGrade> present(String subject) {
        return jdbc.sql("""
                        select g.* from ledger.standing s join ledger.grade g on g.id = s.grade_id
                        where s.subject = :subject""").param("subject", subject).query(Grades::stored).optional();
    }

    /** One grade of a business by its number, if the business has it. */
    public Optional<StoredGrade> find(String subject, long id) {
        return jdbc.sql("select * from ledger.grade where subject = :subject and id = :id")
                .param("subject", subject)
                .param("id", id)
                .query(Grades::stored)
                .optional();
    }

    /** The grades of a business, the latest first. */
    public List<StoredGrade> history(String subject, int limit) {
        return jdbc.sql("select * from ledger.grade where subject = :subject order by id desc limit :limit")
                .param("subject", subject)
                .param("limit", limit)
                .query(Grades::stored)
                .list();
    }

    /** The colour that businesses had at a time, those that had one. */
    public List<GradeSoFar> soFar(Collection<String> subjects, Instant knownAt) {
        return jdbc.sql("""
                        select s.subject, last.colour, run.since, last.receipt::jsonb #>> '{decision,decisive}' as rule
                        from unnest(cast(:subjects as text[])) as s (subject)
                        cross join lateral (
                            select id, colour, receipt from ledger.grade
                            where subject = s.subject and known_at <= :knownAt
                            order by id desc limit 1
                        ) last
                        cross join lateral (
                            select min(as_of) as since from ledger.grade
                            where subject = s.subject and id <= last.id and id > coalesce((
                                select max(id) from ledger.grade
                                where subject = s.subject and id < last.id and colour <> last.colour), 0)
                        ) run""")
                .param("subjects", subjects.toArray(String[]::new))
                .param("knownAt", Timestamp.from(knownAt))
                .query((row, _) -> new GradeSoFar(
                        row.getString("subject"),
                        Grade.values()[row.getInt("colour")],
                        row.getObject("since", LocalDate.class),
                        row.getString("rule")))
                .list();
    }

    /** How many businesses stand at each grade, every grade present. */
    public Map<Grade, Long> distribution() {
        return distribution(null);
    }

    /**
     * How many businesses of a region stand at each grade, every grade present.
     *
     * @param regionPrefix a prefix of region codes, or null for all
     */
    public Map<Grade, Long> distribution(@Nullable String regionPrefix) {
        Map<Grade, Long> counts = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            counts.put(grade, 0L);
        }
        String sql = regionPrefix == null ? "select colour, count(*) as n from ledger.standing group by colour" : """
                  select s.colour, count(*) as n from ledger.standing s join ledger.business b on b.code = s.subject
                  where b.region like :region group by s.colour""";
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (regionPrefix != null) {
            statement = statement.param("region", regionPrefix + "%");
        }
        statement.query(row -> {
            counts.put(Grade.values()[row.getInt("colour")], row.getLong("n"));
        });
        return counts;
    }

    /** How many businesses stand at each grade, by region code; those without a region under the empty text. */
    public Map<String, Map<Grade, Long>> distributionByRegion() {
        Map<String, Map<Grade, Long>> regions = new TreeMap<>();
        jdbc.sql("""
                        select coalesce(b.region, '') as region, s.colour, count(*) as n
                        from ledger.standing s join ledger.business b on b.code = s.subject
                        group by b.region, s.colour""").query(row -> {
            regions.computeIfAbsent(row.getString("region"), _ -> new EnumMap<>(Grade.class))
                    .put(Grade.values()[row.getInt("colour")], row.getLong("n"));
        });
        return regions;
    }

    private static StoredGrade stored(ResultSet row, int n) throws SQLException {
        return new StoredGrade(
                row.getLong("id"),
                row.getTimestamp("known_at").toInstant(),
                new GradeEntry(
                        row.getString("subject"),
                        Grade.values()[row.getInt("colour")],
                        row.getBigDecimal("score"),
                        row.getBigDecimal("urgency"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("policy"),
                        row.getString("policy_version"),
                        row.getString("policy_digest"),
                        row.getString("receipt"),
                        row.getString("receipt_digest"),
                        known(row)));
    }

    private static Knowledge known(ResultSet row) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        return new Knowledge(
                (readAt == null ? row.getTimestamp("known_at") : readAt).toInstant(), row.getString("snapshot"));
    }
}
