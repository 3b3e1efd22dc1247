package org.sise.supervision.plan;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.plan.PlanPreview.StratumPreview;
import org.sise.supervision.visit.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of plans, their secrets and their history. */
final class PlanRows {

    private static final String SELECT = """
            select p.*, (select array_agg(f.name || '=' || f.sha256) from supervision.frozen_file f
                where f.plan = p.id and f.name in ('objects.csv', 'inspectors.csv', 'items.csv', 'recusals.csv')) as digests
            from supervision.plan p
            """;

    private final JdbcClient jdbc;

    PlanRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The next number of a quarter, which no other transaction gets. */
    int nextNumber(String period) {
        return jdbc.sql("""
                        insert into supervision.plan_number (period, last) values (:period, 1)
                        on conflict (period) do update set last = supervision.plan_number.last + 1
                        returning last""").param("period", period).query(Integer.class).single();
    }

    void insert(String id, PlanDraft draft, Instant at, String actor) {
        jdbc.sql("""
                        insert into supervision.plan (id, title, industries, regions, ratios, worst_share, any_share,
                            any_ratio, items, mandatory_items, items_per_object, inspectors, window_from, window_until, state, created_at,
                            created_by)
                        values (:id, :title, :industries, :regions, cast(:ratios as numeric[]), :worstShare, :anyShare,
                            :anyRatio, :items, :mandatory, :itemsPerObject, :inspectors, :from, :until, :state, :at, :actor)""")
                .param("id", id)
                .param("title", draft.title())
                .param("industries", strings(draft.industries()))
                .param("regions", strings(draft.regions()))
                .param("ratios", PlanRatios.write(draft.ratios()))
                .param("worstShare", draft.worstShare())
                .param("anyShare", draft.any().isKept() ? draft.any().share() : null)
                .param("anyRatio", draft.any().isKept() ? draft.any().ratio() : null)
                .param("items", strings(draft.items()))
                .param("mandatory", strings(draft.mandatoryItems()))
                .param("itemsPerObject", draft.itemsPerObject())
                .param("inspectors", strings(draft.inspectors()))
                .param("from", draft.window() == null ? null : draft.window().from())
                .param("until", draft.window() == null ? null : draft.window().until())
                .param("state", PlanState.DRAFT.name())
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .update();
    }

    void submitted(String id, String actor) {
        jdbc.sql("update supervision.plan set state = :state, submitted_by = :actor where id = :id")
                .param("id", id)
                .param("state", PlanState.SUBMITTED.name())
                .param("actor", actor)
                .update();
    }

    void approved(String id, String actor) {
        jdbc.sql("update supervision.plan set state = :state, approved_by = :actor where id = :id")
                .param("id", id)
                .param("state", PlanState.APPROVED.name())
                .param("actor", actor)
                .update();
    }

    void givenBack(String id) {
        jdbc.sql("update supervision.plan set state = :state where id = :id")
                .param("id", id)
                .param("state", PlanState.DRAFT.name())
                .update();
    }

    /** Drawn plans whose businesses do not have their tasks yet, in the order of their draws. */
    List<String> withoutTasks() {
        return jdbc.sql("""
                        select id from supervision.plan
                        where state = 'DRAWN' and tasks_at is null and tasks_fault is null and window_from is not null
                        order by drawn_at, id""").query(String.class).list();
    }

    /** How many tasks a plan has that are proposed still, or that are not. */
    int tasks(String id, boolean proposed) {
        return jdbc.sql("""
                        select count(*) from supervision.visit_task
                        where plan = :plan and (state = 'PROPOSED') = :proposed""")
                .param("plan", id)
                .param("proposed", proposed)
                .query(Integer.class)
                .single();
    }

    /** Notes how many of a plan's drawn businesses were gone through for their tasks, if more than before. */
    void tasksThrough(String id, int businesses) {
        jdbc.sql("""
                        update supervision.plan set tasks_through = :n
                        where id = :id and tasks_at is null and tasks_through < :n""").param("id", id).param("n", businesses).update();
    }

    /** Lets a plan that was put aside be tried again; whether it was. */
    boolean tasksAgain(String id) {
        return jdbc.sql("update supervision.plan set tasks_fault = null where id = :id and tasks_fault is not null")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Puts a plan aside whose tasks cannot be made. */
    void tasksFault(String id, String fault) {
        jdbc.sql("update supervision.plan set tasks_fault = :fault where id = :id")
                .param("id", id)
                .param("fault", fault)
                .update();
    }

    void tasksMade(String id, Instant at) {
        jdbc.sql("update supervision.plan set tasks_at = :at where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    void commit(String id, String secret, PlanCommitment commitment) {
        jdbc.sql("insert into supervision.plan_secret (plan, secret) values (:plan, :secret)")
                .param("plan", id)
                .param("secret", secret)
                .update();
        jdbc.sql("""
                        update supervision.plan set state = :state, commitment = :commitment, objects_root = :root,
                            sizes = cast(:sizes as integer[]), committed_at = :at, audit_seq = :audit
                        where id = :id""")
                .param("id", id)
                .param("state", PlanState.COMMITTED.name())
                .param("commitment", commitment.commitment())
                .param("root", commitment.objectsRoot())
                .param(
                        "sizes",
                        commitment.strata().stream()
                                .map(stratum -> Integer.toString(stratum.size()))
                                .toArray(String[]::new))
                .param("at", Timestamp.from(commitment.committedAt()))
                .param("audit", commitment.auditSeq())
                .update();
    }

    String secret(String id) {
        return jdbc.sql("select secret from supervision.plan_secret where plan = :plan")
                .param("plan", id)
                .query(String.class)
                .single();
    }

    void drawn(String id, Beacon beacon, Instant at) {
        jdbc.sql("""
                        update supervision.plan set state = :state, beacon_source = :source, beacon_value = :value,
                            drawn_at = :at
                        where id = :id""")
                .param("id", id)
                .param("state", PlanState.DRAWN.name())
                .param("source", beacon.source())
                .param("value", beacon.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void cancelled(String id, String reason) {
        jdbc.sql("update supervision.plan set state = :state, cancel_reason = :reason where id = :id")
                .param("id", id)
                .param("state", PlanState.CANCELLED.name())
                .param("reason", reason)
                .update();
    }

    void event(String id, PlanEvent event) {
        jdbc.sql("""
                        insert into supervision.plan_event (plan, at, actor, state, note)
                        values (:plan, :at, :actor, :state, :note)""")
                .param("plan", id)
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("state", event.state().name())
                .param("note", event.note())
                .update();
    }

    List<PlanEvent> history(String id) {
        return jdbc.sql("select * from supervision.plan_event where plan = :plan order by id")
                .param("plan", id)
                .query((row, _) -> new PlanEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        PlanState.valueOf(row.getString("state")),
                        row.getString("note")))
                .list();
    }

    Optional<Plan> find(String id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(PlanRows::plan)
                .optional();
    }

    /** The plan, which no other transaction changes until this one ends. */
    Optional<Plan> lock(String id) {
        return jdbc.sql(SELECT + "where p.id = :id for update of p")
                .param("id", id)
                .query(PlanRows::plan)
                .optional();
    }

    /** A part of the plans, the newest first; the cursor is the last one's sequence number. */
    Page<Plan> page(@Nullable Long before, int limit) {
        List<Long> seqs = new ArrayList<>();
        List<Plan> plans = jdbc.sql(SELECT
                        + "where cast(:before as bigint) is null or p.seq < :before order by p.seq desc limit :limit")
                .param("before", before)
                .param("limit", limit + 1)
                .query((row, n) -> {
                    seqs.add(row.getLong("seq"));
                    return plan(row, n);
                })
                .list();
        boolean more = plans.size() > limit;
        return new Page<>(
                more ? plans.subList(0, limit) : plans,
                more ? Long.toString(seqs.get(limit - 1)) : null,
                jdbc.sql("select count(*) from supervision.plan")
                        .query(Long.class)
                        .single());
    }

    private static String[] strings(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static Plan plan(ResultSet row, int n) throws SQLException {
        LocalDate from = row.getObject("window_from", LocalDate.class);
        LocalDate until = row.getObject("window_until", LocalDate.class);
        PlanDraft draft = new PlanDraft(
                row.getString("title"),
                list(row.getArray("industries")),
                list(row.getArray("regions")),
                PlanRatios.read((BigDecimal[]) row.getArray("ratios").getArray()),
                row.getBigDecimal("worst_share"),
                any(row.getBigDecimal("any_share"), row.getBigDecimal("any_ratio")),
                list(row.getArray("items")),
                list(row.getArray("mandatory_items")),
                row.getInt("items_per_object"),
                list(row.getArray("inspectors")),
                from == null ? null : new Window(from, until));
        String source = row.getString("beacon_source");
        Timestamp drawnAt = row.getTimestamp("drawn_at");
        Timestamp tasksAt = row.getTimestamp("tasks_at");
        return new Plan(
                row.getString("id"),
                draft,
                PlanState.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getString("submitted_by"),
                row.getString("approved_by"),
                commitment(row, draft),
                source == null ? null : new Beacon(source, row.getString("beacon_value")),
                drawnAt == null ? null : drawnAt.toInstant(),
                row.getInt("tasks_through"),
                tasksAt == null ? null : tasksAt.toInstant(),
                row.getString("tasks_fault"),
                row.getString("cancel_reason"));
    }

    private static AnyShare any(@Nullable BigDecimal share, @Nullable BigDecimal ratio) {
        return share == null || ratio == null ? AnyShare.NONE : new AnyShare(share, ratio);
    }

    private static @Nullable PlanCommitment commitment(ResultSet row, PlanDraft draft) throws SQLException {
        String commitment = row.getString("commitment");
        if (commitment == null) {
            return null;
        }
        Integer[] sizes = (Integer[]) row.getArray("sizes").getArray();
        var planned = Strata.planned(draft);
        List<StratumPreview> strata = new ArrayList<>();
        for (int at = 0; at < sizes.length; at++) {
            strata.add(new StratumPreview(planned.get(at), sizes[at]));
        }
        Map<String, String> digests = new TreeMap<>();
        for (String digest : list(row.getArray("digests"))) {
            int equals = digest.indexOf('=');
            digests.put(digest.substring(0, equals), digest.substring(equals + 1));
        }
        return new PlanCommitment(
                commitment,
                row.getString("objects_root"),
                digests,
                strata,
                row.getTimestamp("committed_at").toInstant(),
                row.getLong("audit_seq"));
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
