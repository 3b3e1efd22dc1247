package org.sise.grading.phoenix;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.RecordKind;
import org.sise.graph.phoenix.BusinessFacts;
import org.sise.graph.phoenix.PhoenixRules;
import org.sise.graph.relation.Parties;
import org.sise.graph.relation.PartyKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the signs need of businesses: those that have ended, that are red, or that were established in the last years. A
 * business ended on the day on which the ledger first knew it to be closed or revoked; the register gives no other day.
 */
final class LedgerFacts {

    private static final String CANDIDATES = """
            select b.code, b.established, b.record_id, b.status, b.industry, s.colour, ending.day as ended, ending.id as ending
            from ledger.business b
            left join ledger.standing s on s.subject = b.code
            left join lateral (
                select r.id, cast(r.known_at at time zone 'Asia/Shanghai' as date) as day from ledger.record r
                where b.status <> 'operating' and r.subject = b.code and r.kind = 1
                    and r.fields ->> 'status' in ('closed', 'revoked')
                order by r.id limit 1) ending on true
            where b.status <> 'operating' or b.established >= :since or s.colour = 3""";
    private static final String RECORDS = """
            select r.subject, r.kind, r.id, r.event_date, r.fields ->> 'name' as name
            from ledger.record r join ledger.business b on b.code = r.subject
            where r.kind = any(:kinds) and r.state in ('effective', 'corrected')
                and (b.status <> 'operating' or b.established >= :since)
                and not exists (
                    select from ledger.record later
                    where later.kind = r.kind and later.record_key = r.record_key and later.version > r.version)
            order by r.id""";

    private final JdbcClient jdbc;

    LedgerFacts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    private record Lists(List<BusinessFacts.Mark> marks, List<BusinessFacts.Permit> permits) {}

    /** The facts by the parties' numbers. */
    Map<Integer, BusinessFacts> of(Parties parties, PhoenixRules rules, LocalDate day) {
        LocalDate since = day.minusYears(rules.years());
        Map<String, Lists> records = records(rules.debts(), since);
        Map<Integer, BusinessFacts> facts = new HashMap<>();
        jdbc.sql(CANDIDATES).param("since", since).query(row -> {
            String code = row.getString("code");
            int party = parties.find(PartyKind.BUSINESS, code);
            if (party >= 0) {
                facts.put(party, facts(row, records.getOrDefault(code, new Lists(List.of(), List.of()))));
            }
        });
        return facts;
    }

    private Map<String, Lists> records(Set<RecordKind> debts, LocalDate since) {
        List<Integer> kinds =
                new ArrayList<>(debts.stream().map(RecordKind::number).toList());
        kinds.add(RecordKind.PERMIT.number());
        Map<String, Lists> records = new HashMap<>();
        jdbc.sql(RECORDS)
                .param("kinds", kinds.toArray(Integer[]::new))
                .param("since", since)
                .query(row -> {
                    Lists lists = records.computeIfAbsent(
                            row.getString("subject"), _ -> new Lists(new ArrayList<>(), new ArrayList<>()));
                    RecordKind kind = RecordKind.ofNumber(row.getInt("kind"));
                    LocalDate date = row.getObject("event_date", LocalDate.class);
                    if (kind == RecordKind.PERMIT) {
                        lists.permits.add(new BusinessFacts.Permit(row.getString("name"), date, row.getLong("id")));
                    } else {
                        lists.marks.add(new BusinessFacts.Mark(kind, date, row.getLong("id")));
                    }
                });
        return records;
    }

    private static BusinessFacts facts(ResultSet row, Lists lists) throws SQLException {
        boolean operating = BusinessStatus.OPERATING.token().equals(row.getString("status"));
        return new BusinessFacts(
                row.getObject("established", LocalDate.class),
                row.getLong("record_id"),
                operating ? null : row.getObject("ended", LocalDate.class),
                row.getLong("ending"),
                row.getString("industry"),
                grade(row),
                lists.marks,
                lists.permits);
    }

    private static @Nullable Grade grade(ResultSet row) throws SQLException {
        int colour = row.getInt("colour");
        return row.wasNull() ? null : Grade.values()[colour];
    }
}
