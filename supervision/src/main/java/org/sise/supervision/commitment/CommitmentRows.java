package org.sise.supervision.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.record.InspectionResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of commitments. */
final class CommitmentRows {

    private static final String WHERE = """
             where (cast(:kind as text) is null or kind = :kind)
                and (cast(:state as text) is null or state = :state)
                and (cast(:business as text) is null or business = :business)
                and (cast(:due as date) is null or state = 'SIGNED' and until <= :due)
                and (not :reported or reported_on is not null)""";

    private final JdbcClient jdbc;

    CommitmentRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Optional<Long> insert(
            CommitmentDraft draft,
            CommitmentKind kind,
            String content,
            LocalDate on,
            String key,
            Instant at,
            String actor) {
        return jdbc.sql("""
                        insert into supervision.commitment (kind, business, matter, content, department, items, made_on,
                            until, check_by, signer, published, record_key, state, created_by, created_at)
                        values (:kind, :business, :matter, :content, :department, :items, :on, :until, :checkBy, :signer,
                            :published, :key, 'SIGNED', :actor, :at)
                        on conflict do nothing returning id""")
                .param("kind", kind.code())
                .param("business", draft.business().value())
                .param("matter", draft.matter())
                .param("content", content)
                .param("department", draft.department())
                .param("items", draft.items().toArray(String[]::new))
                .param("on", on)
                .param("until", draft.until())
                .param("checkBy", on.plusDays(kind.checkDays()))
                .param("signer", draft.signer())
                .param("published", kind.published())
                .param("key", key)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<SignedCommitment> find(long id, boolean lock) {
        return jdbc.sql("select * from supervision.commitment where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(CommitmentRows::commitment)
                .optional();
    }

    void state(
            long id,
            CommitmentState state,
            LocalDate confirmedOn,
            @Nullable Long inspection,
            @Nullable LocalDate bannedUntil) {
        jdbc.sql("""
                        update supervision.commitment set state = :state, confirmed_on = :on, inspection = :inspection,
                            banned_until = :banned, reported_on = null, report = null
                        where id = :id""")
                .param("state", state.name())
                .param("on", confirmedOn)
                .param("inspection", inspection)
                .param("banned", bannedUntil)
                .param("id", id)
                .update();
    }

    void reported(long id, LocalDate on, String report) {
        jdbc.sql("update supervision.commitment set reported_on = :on, report = :report where id = :id")
                .param("on", on)
                .param("report", report)
                .param("id", id)
                .update();
    }

    /** Says that an inspection proves no breach; gives whether that is new. */
    boolean dismiss(long id, long inspection) {
        return jdbc.sql("""
                                insert into supervision.commitment_dismissal (commitment, inspection)
                                values (:id, :inspection) on conflict do nothing""").param("id", id).param("inspection", inspection).update() > 0;
    }

    /** The numbers of broken commitments in the ledger under one of the matters, kept from others. */
    List<Long> brokenOn(Collection<String> keys) {
        return jdbc.sql("""
                        select id from supervision.commitment
                        where record_key = any(:keys) and state = 'BREACHED' order by id for update""")
                .param("keys", keys.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    boolean standsFor(String business, String item, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from supervision.commitment
                            where business = :business and :item = any(items) and state = 'SIGNED'
                                and made_on <= :day and until >= :day)""")
                .param("business", business)
                .param("item", item)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Businesses of a colour without a commitment to be kept, a listing or a breach, by credit code. */
    List<String> without(int colour, @Nullable String business, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select s.subject from ledger.standing s
                        where s.colour = :colour and (cast(:after as text) is null or s.subject > :after)
                            and (cast(:business as text) is null or s.subject = :business)
                            and not exists (select from supervision.commitment c where c.business = s.subject
                                and (c.state = 'SIGNED' and cardinality(c.items) > 0 or c.state = 'BREACHED'))
                            and not exists (select from ledger.record r where r.subject = s.subject and r.kind in (6, 7)
                                and r.state in ('effective', 'corrected') and r.fields ->> 'removedOn' is null
                                and not exists (select from ledger.record later where later.kind = r.kind
                                    and later.record_key = r.record_key and later.version > r.version))
                        order by s.subject limit :limit""")
                .param("colour", colour)
                .param("business", business)
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    List<Suspicion> suspicions(@Nullable Long after, int limit) {
        return jdbc.sql("""
                        select c.id, c.business, found.id as inspection, found.event_date, found.fields ->> 'result' as result
                        from supervision.commitment c cross join lateral (
                            select r.* from ledger.record r
                            where r.subject = c.business and r.kind = 4 and r.event_date >= c.made_on
                                and r.state in ('effective', 'corrected')
                                and r.fields ->> 'result' not in ('no-problem', 'no-such-activity')
                                and not exists (select from supervision.commitment_dismissal d
                                    where d.commitment = c.id and d.inspection = r.id)
                                and not exists (select from ledger.record later where later.kind = r.kind
                                    and later.record_key = r.record_key and later.version > r.version)
                            order by r.event_date, r.id limit 1) found
                        where c.state = 'SIGNED' and c.id > :after order by c.id limit :limit""")
                .param("after", after == null ? 0 : after)
                .param("limit", limit)
                .query((row, _) -> new Suspicion(
                        row.getLong("id"),
                        row.getString("business"),
                        row.getLong("inspection"),
                        row.getObject("event_date", LocalDate.class),
                        result(row.getString("result"))))
                .list();
    }

    private static InspectionResult result(String token) {
        return Arrays.stream(InspectionResult.values())
                .filter(one -> one.token().equals(token))
                .findFirst()
                .orElseThrow();
    }

    List<SignedCommitment> page(CommitmentFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.commitment " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(CommitmentRows::commitment)
                .list();
    }

    long count(CommitmentFilter filter) {
        return filtered("select count(*) from supervision.commitment " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, CommitmentFilter filter) {
        return jdbc.sql(sql)
                .param("kind", filter.kind())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("business", filter.business())
                .param("due", filter.dueBy())
                .param("reported", filter.reported());
    }

    private static SignedCommitment commitment(ResultSet row, int n) throws SQLException {
        long inspection = row.getLong("inspection");
        return new SignedCommitment(
                row.getLong("id"),
                row.getString("kind"),
                new CreditCode(row.getString("business")),
                row.getString("matter"),
                row.getString("content"),
                row.getString("department"),
                Arrays.asList((String[]) row.getArray("items").getArray()),
                row.getObject("made_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("check_by", LocalDate.class),
                row.getString("signer"),
                row.getBoolean("published"),
                row.getString("record_key"),
                CommitmentState.valueOf(row.getString("state")),
                row.getObject("confirmed_on", LocalDate.class),
                inspection == 0 ? null : inspection,
                row.getObject("banned_until", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getString("report"));
    }
}
