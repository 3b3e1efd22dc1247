package org.sise.supervision.repair.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Reason;
import org.sise.supervision.repair.pack.RepairPack;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of cases and their events. */
final class CaseRows {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private static final String CASES = """
            select c.*, p.pack from supervision.repair_case c join supervision.repair_pack p on p.digest = c.pack_digest
            where %s""";

    /** The step of a case's last event. */
    private static final String LAST_STEP = """
            (select step from supervision.repair_event e where e.repair_case = c.id order by number desc limit 1)""";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    CaseRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Nobody else begins a case on the matter until the caller's transaction ends. */
    void lockMatter(RecordKind kind, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:matter, 7))")
                .param("matter", kind.number() + " " + key)
                .query((_, _) -> true)
                .single();
    }

    /** Nobody else takes a step in the case until the caller's transaction ends. */
    void lock(long id) {
        jdbc.sql("select id from supervision.repair_case where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    long insert(
            CaseKind kind,
            StoredRecord record,
            RepairPack pack,
            List<Reason> reasons,
            String statement,
            LocalDate day,
            Instant at,
            String actor) {
        jdbc.sql("insert into supervision.repair_pack values (:digest, :pack, :content) on conflict do nothing")
                .param("digest", pack.digest())
                .param("pack", pack.id())
                .param("content", pack.file())
                .update();
        return jdbc.sql("""
                        insert into supervision.repair_case (kind, business, record_kind, record_key, record_id,
                            department, pack_digest, reasons, statement, applied_on, created_at, created_by)
                        values (:kind, :business, :recordKind, :recordKey, :record, :department, :pack, :reasons,
                            :statement, :day, :at, :actor)
                        returning id""")
                .param("kind", kind.token())
                .param("business", record.record().header().subject().value())
                .param("recordKind", record.record().kind().number())
                .param("recordKey", record.key())
                .param("record", record.id())
                .param("department", record.record().header().department())
                .param("pack", pack.digest())
                .param("reasons", json.writeValueAsString(reasons))
                .param("statement", statement)
                .param("day", day)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    void insert(long id, int number, Step step, Instant at, LocalDate day, String actor, String note, String detail) {
        jdbc.sql("""
                        insert into supervision.repair_event (repair_case, number, step, at, day, actor, note, detail)
                        values (:case, :number, :step, :at, :day, :actor, :note, :detail)""")
                .param("case", id)
                .param("number", number)
                .param("step", step.token())
                .param("at", Timestamp.from(at))
                .param("day", day)
                .param("actor", actor)
                .param("note", note)
                .param("detail", detail)
                .update();
    }

    Optional<RepairCase> find(long id) {
        return cases("c.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<RepairCase> ofBusiness(String business) {
        return cases("c.business = :business order by c.id desc", Map.of("business", business));
    }

    List<RepairCase> ofMatter(RecordKind kind, String key) {
        return cases(
                "c.record_kind = :kind and c.record_key = :key order by c.id",
                Map.of("kind", kind.number(), "key", key));
    }

    /** Those that officials have to do with: handed in and not at an end, or to be pushed. */
    List<RepairCase> open() {
        return cases(
                LAST_STEP + " in ('submitted', 'returned', 'accepted', 'suspended', 'resumed', 'extended')"
                        + " or exists (select from supervision.repair_event g where g.repair_case = c.id"
                        + " and g.step = 'granted' and g.detail like '%elsewhere%') and " + LAST_STEP
                        + " = 'granted' order by c.id",
                Map.of());
    }

    /** Handed in at some time, the latest first. */
    List<RepairCase> page(@Nullable Long before, int limit, @Nullable String business, @Nullable CaseKind kind) {
        Map<String, Object> values = new HashMap<>();
        values.put("before", before == null ? Long.MAX_VALUE : before);
        values.put("limit", limit);
        String where = "c.id < :before and exists (select from supervision.repair_event s where s.repair_case = c.id"
                + " and s.step = 'submitted')";
        if (business != null) {
            where += " and c.business = :business";
            values.put("business", business);
        }
        if (kind != null) {
            where += " and c.kind = :kind";
            values.put("kind", kind.token());
        }
        return cases(where + " order by c.id desc limit :limit", values);
    }

    Optional<String> packFile(String digest) {
        return jdbc.sql("select content from supervision.repair_pack where digest = :digest")
                .param("digest", digest)
                .query(String.class)
                .optional();
    }

    void insertBan(RepairCase one, LocalDate from, LocalDate until) {
        jdbc.sql("insert into supervision.repair_ban values (:case, :business, :from, :until)")
                .param("case", one.id())
                .param("business", one.business())
                .param("from", from)
                .param("until", until)
                .update();
    }

    /** The last day of the ban that a business is under on a day, if it is. */
    Optional<LocalDate> bannedUntil(String business, LocalDate day) {
        return jdbc.sql("""
                        select max(until_day) as until from supervision.repair_ban
                        where business = :business and :day between from_day and until_day having count(*) > 0""")
                .param("business", business)
                .param("day", day)
                .query((row, _) -> row.getObject("until", LocalDate.class))
                .optional();
    }

    private List<RepairCase> cases(String where, Map<String, ?> values) {
        List<RepairCase> cases = jdbc.sql(CASES.formatted(where))
                .params(values)
                .query((row, _) -> one(row))
                .list();
        Map<Long, List<CaseEvent>> events = new HashMap<>();
        jdbc.sql("select * from supervision.repair_event where repair_case = any(:ids) order by repair_case, number")
                .param("ids", cases.stream().map(RepairCase::id).toArray(Long[]::new))
                .query(row -> {
                    events.computeIfAbsent(row.getLong("repair_case"), _ -> new ArrayList<>())
                            .add(event(row));
                });
        return cases.stream()
                .map(one -> one.with(events.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private RepairCase one(ResultSet row) throws SQLException {
        return new RepairCase(
                row.getLong("id"),
                kind(row.getString("kind")),
                row.getString("business"),
                RecordKind.ofNumber(row.getInt("record_kind")),
                row.getString("record_key"),
                row.getLong("record_id"),
                row.getString("department"),
                row.getString("pack"),
                row.getString("pack_digest"),
                json.readValue(row.getString("reasons"), REASONS),
                row.getString("statement"),
                row.getObject("applied_on", LocalDate.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                List.of());
    }

    private static CaseEvent event(ResultSet row) throws SQLException {
        return new CaseEvent(
                row.getInt("number"),
                step(row.getString("step")),
                row.getTimestamp("at").toInstant(),
                row.getObject("day", LocalDate.class),
                row.getString("actor"),
                row.getString("note"),
                row.getString("detail"));
    }

    private static CaseKind kind(String token) {
        for (CaseKind kind : CaseKind.values()) {
            if (kind.token().equals(token)) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind of case is called " + token);
    }

    private static Step step(String token) {
        for (Step step : Step.values()) {
            if (step.token().equals(token)) {
                return step;
            }
        }
        throw new IllegalStateException("no step is called " + token);
    }
}
