package org.sise.supervision.mode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.supervision.visit.VisitKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of modes, and what the ledger says of businesses that may come into one. */
final class ModeRows {

    /** Records that show a business at work, or noticed. */
    private static final Integer[] AT_WORK = EnumSet.range(RecordKind.PENALTY, RecordKind.ARREARS).stream()
            .map(RecordKind::number)
            .toArray(Integer[]::new);

    private static final String FACTS = """
        select b.code, b.name, b.status = :operating as operating, b.region, b.industry, s.colour, b.established,
            (select max(r.event_date) from ledger.record r where r.subject = b.code and r.kind = any(:work)
                and r.state <> :withdrawn) as heard_of,
            exists (select 1 from supervision.supervision_mode m
                where m.business = b.code and m.ended_at is null) as in_mode
        from ledger.business b left join ledger.standing s on s.subject = b.code
        """;

    private static final String MODES = """
        select m.*, coalesce(b.name, m.business) as name
        from supervision.supervision_mode m left join ledger.business b on b.code = m.business
        """;

    private final JdbcClient jdbc;

    ModeRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<ModeFacts> facts(String business) {
        return asked(FACTS + "where b.code = :business")
                .param("business", business)
                .query(ModeRows::facts)
                .optional();
    }

    /** Businesses for which a policy may be meant, by code; the policy itself decides. */
    List<ModeFacts> candidates(ModePolicy policy, LocalDate day, @Nullable String after, int limit) {
        return asked("select * from (" + FACTS + """
            where b.status = :operating and s.colour = any(:colours)
                and (cast(:regions as text[]) is null or b.region like any(:regions))
                and (cast(:industries as text[]) is null or b.industry like any(:industries))
                and (cast(:born_by as date) is null or b.established <= :born_by)
                and (cast(:born_from as date) is null or b.established >= :born_from)
                and (cast(:after as text) is null or b.code > :after)) f
            where not in_mode and (cast(:quiet_from as date) is null or heard_of is null or heard_of <= :quiet_from)
            order by code limit :limit\
            """)
                .param("colours", policy.colours().stream().map(Grade::ordinal).toArray(Integer[]::new))
                .param("regions", prefixes(policy.regions()))
                .param("industries", prefixes(policy.industries()))
                .param("born_by", policy.leastAge() == null ? null : day.minusDays(policy.leastAge()))
                .param("born_from", policy.mostAge() == null ? null : day.minusDays(policy.mostAge()))
                .param("quiet_from", policy.quiet() == null ? null : day.minusDays(policy.quiet()))
                .param("after", after)
                .param("limit", limit)
                .query(ModeRows::facts)
                .list();
    }

    long enter(
            ModePolicy policy, String business, LocalDate from, LocalDate until, String reason, Instant at, String by) {
        return jdbc.sql("""
            insert into supervision.supervision_mode (business, policy, kind, suspends, ends_on, colours, entered_on,
                until, entered_at, entered_by, reason, after_record)
            values (:business, :policy, :kind, :suspends, :ends, :colours, :from, :until, :at, :by, :reason,
                (select last_value from ledger.record_id_seq))
            returning id\
            """)
                .param("business", business)
                .param("policy", policy.id())
                .param("kind", policy.kind().name())
                .param("suspends", names(policy.suspends()))
                .param("ends", names(policy.endsOn()))
                .param("colours", names(policy.colours()))
                .param("from", from)
                .param("until", until)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    boolean end(long id, ModeEnd end, String note, Instant at, String by) {
        return jdbc.sql("""
            update supervision.supervision_mode
            set ended_at = :at, ended_by = :by, end_trigger = :end, end_note = :note
            where id = :id and ended_at is null\
            """)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("end", end.name())
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<SupervisionMode> find(long id) {
        return jdbc.sql(MODES + "where m.id = :id")
                .param("id", id)
                .query(ModeRows::mode)
                .optional();
    }

    List<SupervisionMode> of(String business) {
        return jdbc.sql(MODES + "where m.business = :business order by m.id desc")
                .param("business", business)
                .query(ModeRows::mode)
                .list();
    }

    List<SupervisionMode> list(ModeFilter filter, @Nullable Long before, int limit) {
        return bind(jdbc.sql(MODES + filter.where() + """
             and (cast(:before as bigint) is null or m.id < :before) order by m.id desc limit :limit\
            """), filter)
                .param("before", before)
                .param("limit", limit)
                .query(ModeRows::mode)
                .list();
    }

    long count(ModeFilter filter) {
        return bind(
                        jdbc.sql("select count(*) from supervision.supervision_mode m left join ledger.business b"
                                + " on b.code = m.business " + filter.where()),
                        filter)
                .query(Long.class)
                .single();
    }

    /** A mode that has come to its end, and by what. */
    record Ended(long id, String business, ModeEnd end, String note) {}

    /** Modes that are over by their terms, which are not ended yet. */
    List<Ended> over(LocalDate day, Set<InspectionResult> problems, int limit) {
        return jdbc.sql("""
            select * from (select m.id, m.business, case
                when m.until < :day then 'TERM: ' || m.until
                when 'COLOUR' = any(m.ends_on) and not coalesce((:colours)[s.colour + 1] = any(m.colours), false)
                    then 'COLOUR: ' || coalesce((:colours)[s.colour + 1], '')
                when 'FINDING' = any(m.ends_on) and f.id is not null then 'FINDING: ' || f.id
                when 'CLUE' = any(m.ends_on) and c.id is not null then 'CLUE: ' || c.id
                when 'ACTIVITY' = any(m.ends_on) and a.id is not null then 'ACTIVITY: ' || a.id end as over
            from supervision.supervision_mode m
            left join ledger.standing s on s.subject = m.business
            left join lateral (select r.id from ledger.record r where r.subject = m.business and r.kind = :inspection
                and r.id > m.after_record and r.state = :effective and r.fields ->> 'result' = any(:problems)
                order by r.id limit 1) f on 'FINDING' = any(m.ends_on)
            left join lateral (select r.id from ledger.record r where r.subject = m.business
                and r.kind = any(:clues) and r.id > m.after_record and r.state = :effective
                order by r.id limit 1) c on 'CLUE' = any(m.ends_on)
            left join lateral (select r.id from ledger.record r where r.subject = m.business
                and r.kind = any(:work) and r.id > m.after_record and r.state = :effective
                order by r.id limit 1) a on 'ACTIVITY' = any(m.ends_on)
            where m.ended_at is null) o
            where over is not null order by id limit :limit\
            """)
                .param("day", day)
                .param("colours", Arrays.stream(Grade.values()).map(Grade::name).toArray(String[]::new))
                .param("inspection", RecordKind.INSPECTION.number())
                .param("effective", RecordState.EFFECTIVE.token())
                .param(
                        "problems",
                        problems.stream().map(InspectionResult::token).toArray(String[]::new))
                .param("clues", new Integer[] {RecordKind.COMPLAINT.number(), RecordKind.ALERT.number()})
                .param("work", AT_WORK)
                .param("limit", limit)
                .query((row, _) -> {
                    String[] parts = row.getString("over").split(": ", 2);
                    return new Ended(
                            row.getLong("id"), row.getString("business"), ModeEnd.valueOf(parts[0]), note(parts));
                })
                .list();
    }

    private static String note(String[] parts) {
        return switch (ModeEnd.valueOf(parts[0])) {
            case FINDING, CLUE, ACTIVITY -> "record=" + parts[1];
            case TERM, COLOUR, DECISION -> parts[1];
        };
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ModeFilter filter) {
        return statement
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("present", filter.present())
                .param("business", filter.like());
    }

    private JdbcClient.StatementSpec asked(String sql) {
        return jdbc.sql(sql)
                .param("operating", BusinessStatus.OPERATING.token())
                .param("withdrawn", RecordState.WITHDRAWN.token())
                .param("work", AT_WORK);
    }

    private static String[] names(Set<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static String @Nullable [] prefixes(List<String> prefixes) {
        return prefixes.isEmpty()
                ? null
                : prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new);
    }

    private static ModeFacts facts(ResultSet row, int n) throws SQLException {
        int colour = row.getInt("colour");
        Grade grade = row.wasNull() ? null : Grade.values()[colour];
        return new ModeFacts(
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("operating"),
                row.getString("region"),
                row.getString("industry"),
                grade,
                row.getObject("established", LocalDate.class),
                row.getObject("heard_of", LocalDate.class),
                row.getBoolean("in_mode"));
    }

    private static <E> Set<E> words(ResultSet row, String column, Function<String, E> of) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SupervisionMode mode(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        String end = row.getString("end_trigger");
        return new SupervisionMode(
                row.getLong("id"),
                row.getString("business"),
                row.getString("name"),
                row.getString("policy"),
                ModeKind.valueOf(row.getString("kind")),
                words(row, "suspends", VisitKind::valueOf),
                words(row, "ends_on", ModeEnd::valueOf),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("entered_by"),
                row.getString("reason"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"),
                end == null ? null : ModeEnd.valueOf(end),
                row.getString("end_note"));
    }
}
