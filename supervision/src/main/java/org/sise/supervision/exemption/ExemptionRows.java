package org.sise.supervision.exemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.sise.core.record.InspectionResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of decisions, and the findings that they are about. */
final class ExemptionRows {

    private final JdbcClient jdbc;

    ExemptionRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A finding that stands. */
    record Found(String business, long visit, String item, InspectionResult result, String note, LocalDate on) {}

    List<Found> findings(long visit) {
        return jdbc.sql("""
            select distinct on (f.item) v.business, f.visit, f.item, f.result, f.note,
                cast(f.at at time zone 'Asia/Shanghai' as date) as found_on
            from supervision.finding f join supervision.visit v on v.id = f.visit
            where f.visit = :visit order by f.item, f.id desc\
            """).param("visit", visit).query(ExemptionRows::found).list();
    }

    /** Problems found at a business in other visits for some items, from one day to another. */
    List<Found> earlier(
            String business, long visit, List<String> items, LocalDate from, LocalDate until, String[] problems) {
        return jdbc.sql("""
            select * from (select distinct on (f.visit, f.item) v.business, f.visit, f.item, f.result, f.note, f.id,
                    cast(f.at at time zone 'Asia/Shanghai' as date) as found_on
                from supervision.finding f join supervision.visit v on v.id = f.visit
                where v.business = :business and f.item = any(:items) and f.visit <> :visit
                order by f.visit, f.item, f.id desc) e
            where result = any(:problems) and found_on between :from and :until order by found_on, id\
            """)
                .param("business", business)
                .param("items", items.toArray(String[]::new))
                .param("visit", visit)
                .param("problems", problems)
                .param("from", from)
                .param("until", until)
                .query(ExemptionRows::found)
                .list();
    }

    long insert(
            long visit,
            String item,
            String entry,
            boolean exempted,
            List<String> checks,
            String reason,
            Instant at,
            String by) {
        return jdbc.sql("""
            insert into supervision.exemption_decision (visit, item, entry, exempted, checks, reason, decided_at,
                decided_by)
            values (:visit, :item, :entry, :exempted, :checks, :reason, :at, :by) returning id\
            """)
                .param("visit", visit)
                .param("item", item)
                .param("entry", entry)
                .param("exempted", exempted)
                .param("checks", checks.toArray(String[]::new))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    List<ExemptionDecision> decisions(long visit) {
        return jdbc.sql("select * from supervision.exemption_decision where visit = :visit order by id")
                .param("visit", visit)
                .query(ExemptionRows::decision)
                .list();
    }

    Optional<ExemptionDecision> decision(long id) {
        return jdbc.sql("select * from supervision.exemption_decision where id = :id")
                .param("id", id)
                .query(ExemptionRows::decision)
                .optional();
    }

    private static Found found(ResultSet row, int n) throws SQLException {
        return new Found(
                row.getString("business"),
                row.getLong("visit"),
                row.getString("item"),
                InspectionResult.valueOf(row.getString("result")),
                row.getString("note"),
                row.getObject("found_on", LocalDate.class));
    }

    private static ExemptionDecision decision(ResultSet row, int n) throws SQLException {
        return new ExemptionDecision(
                row.getLong("id"),
                row.getLong("visit"),
                row.getString("item"),
                row.getString("entry"),
                row.getBoolean("exempted"),
                Arrays.asList((String[]) row.getArray("checks").getArray()),
                row.getString("reason"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"));
    }
}
