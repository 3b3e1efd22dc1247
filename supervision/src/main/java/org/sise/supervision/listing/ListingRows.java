package org.sise.supervision.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of listings. */
final class ListingRows {

    private static final String WHERE = """
             where (cast(:code as text) is null or list = :code)
                and (cast(:state as text) is null or state = :state)
                and (cast(:business as text) is null or business = :business)""";

    private final JdbcClient jdbc;

    ListingRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Inserts a proposal; empty where the business has an open one on the ground. */
    Optional<Long> insert(ListingDraft draft, ListingGround.Kind kind, Instant at, String actor) {
        return jdbc.sql("""
                        insert into supervision.listing (list, ground_no, kind, business, department, evidence, document,
                            facts, state, proposed_by, proposed_at)
                        values (:list, :ground, :kind, :business, :department, :evidence, :document, :facts, 'PROPOSED',
                            :actor, :at)
                        on conflict do nothing returning id""")
                .param("list", draft.code())
                .param("ground", draft.ground())
                .param("kind", kind.name())
                .param("business", draft.business().value())
                .param("department", draft.department())
                .param("evidence", draft.evidence())
                .param("document", draft.document())
                .param("facts", draft.facts())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Listing> find(long id, boolean lock) {
        return jdbc.sql("select * from supervision.listing where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(ListingRows::listing)
                .optional();
    }

    void state(long id, ListingState state) {
        jdbc.sql("update supervision.listing set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void served(long id, LocalDate on, LocalDate due) {
        jdbc.sql("update supervision.listing set served_on = :on, hearing_due = :due where id = :id")
                .param("on", on)
                .param("due", due)
                .param("id", id)
                .update();
    }

    void heard(long id) {
        jdbc.sql("update supervision.listing set heard = true where id = :id")
                .param("id", id)
                .update();
    }

    void decided(long id, String document, String actor, LocalDate on, @Nullable LocalDate until, String key) {
        jdbc.sql("""
                        update supervision.listing set document = :document, decided_by = :actor, listed_on = :on,
                            until = :until, record_key = :key
                        where id = :id""")
                .param("document", document)
                .param("actor", actor)
                .param("on", on)
                .param("until", until)
                .param("key", key)
                .param("id", id)
                .update();
    }

    void removalAsked(long id, String by, String reason, LocalDate due) {
        jdbc.sql("""
                        update supervision.listing
                        set removal_asked_by = :by, removal_reason = :reason, removal_due = :due where id = :id""")
                .param("by", by)
                .param("due", due)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    void removed(long id, LocalDate on) {
        jdbc.sql("update supervision.listing set removed_on = :on where id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    /** The numbers of listings in the ledger under one of the matters, kept from others until the transaction ends. */
    List<Long> lockedOn(ListingGround.Kind kind, Collection<String> keys) {
        return jdbc.sql("""
                        select id from supervision.listing
                        where kind = :kind and record_key = any(:keys) and state in ('LISTED', 'REMOVAL_ASKED')
                        order by id for update""")
                .param("kind", kind.name())
                .param("keys", keys.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    List<Long> overSince(LocalDate today) {
        return jdbc.sql("""
                        select id from supervision.listing
                        where until < :today and state in ('LISTED', 'REMOVAL_ASKED') order by id""").param("today", today).query(Long.class).list();
    }

    List<Listing> page(ListingFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.listing " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(ListingRows::listing)
                .list();
    }

    long count(ListingFilter filter) {
        return filtered("select count(*) from supervision.listing " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, ListingFilter filter) {
        return jdbc.sql(sql)
                .param("code", filter.code())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("business", filter.business());
    }

    private static Listing listing(ResultSet row, int n) throws SQLException {
        long evidence = row.getLong("evidence");
        return new Listing(
                row.getLong("id"),
                row.getString("list"),
                row.getString("ground_no"),
                ListingGround.Kind.valueOf(row.getString("kind")),
                new CreditCode(row.getString("business")),
                row.getString("department"),
                evidence == 0 ? null : evidence,
                row.getString("document"),
                row.getString("facts"),
                ListingState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("served_on", LocalDate.class),
                row.getObject("hearing_due", LocalDate.class),
                row.getBoolean("heard"),
                row.getString("decided_by"),
                row.getObject("listed_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("record_key"),
                row.getString("removal_asked_by"),
                row.getString("removal_reason"),
                row.getObject("removal_due", LocalDate.class),
                row.getObject("removed_on", LocalDate.class));
    }
}
