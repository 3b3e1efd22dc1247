package org.sise.grading.related;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.RelatedRisk;
import org.sise.ledger.record.StandingRecords;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The businesses to which related parties' conduct comes, with their grades with and without it. */
public final class ExposedBusinesses {

    private static final String PAGE = """
            select r.id, r.subject, b.name, e.own, s.colour
            from ledger.record r
            left join ledger.business b on b.code = r.subject
            left join grading.exposed e on e.subject = r.subject
            left join ledger.standing s on s.subject = r.subject
            where r.kind = 21 and r.state in ('effective', 'corrected')
                and not exists (
                    select from ledger.record later
                    where later.kind = 21 and later.record_key = r.record_key and later.version > r.version)
                and (not :moved or e.own <> s.colour)
                and (cast(:region as text) is null or b.region like :region || '%')
                and (cast(:after as text) is null or r.subject > :after)
            order by r.subject limit :limit""";

    private final JdbcClient jdbc;
    private final StandingRecords records;

    /** On a database whose schemas {@code ledger} and {@code grading} are up to date. */
    public ExposedBusinesses(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new StandingRecords(dataSource);
    }

    private record Row(
            long record,
            String code,
            @Nullable String name,
            @Nullable Grade own,
            @Nullable Grade grade) {}

    /**
     * By credit code.
     *
     * @param moved only those whose grade is another by it
     * @param region a prefix of region codes, or null for all
     * @param after only later codes, or null from the first
     */
    public List<ExposedBusiness> page(boolean moved, @Nullable String region, @Nullable String after, int limit) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        jdbc.sql(PAGE)
                .param("moved", moved)
                .param("region", region)
                .param("after", after)
                .param("limit", limit)
                .query(row -> {
                    rows.put(
                            row.getLong("id"),
                            new Row(
                                    row.getLong("id"),
                                    row.getString("subject"),
                                    row.getString("name"),
                                    grade(row, "own"),
                                    grade(row, "colour")));
                });
        Map<Long, RelatedRisk> risks = new HashMap<>();
        for (StoredRecord stored : records.ofNumbers(rows.keySet())) {
            if (stored.record() instanceof RelatedRisk risk) {
                risks.put(stored.id(), risk);
            }
        }
        List<ExposedBusiness> page = new ArrayList<>();
        rows.values().forEach(row -> {
            RelatedRisk risk = risks.get(row.record);
            if (risk != null) {
                LocalDate since = risk.header().date();
                page.add(new ExposedBusiness(row.code, row.name, row.own, row.grade, risk, row.record, since));
            }
        });
        return page;
    }

    private static @Nullable Grade grade(ResultSet row, String column) throws SQLException {
        int colour = row.getInt(column);
        return row.wasNull() ? null : Grade.values()[colour];
    }
}
