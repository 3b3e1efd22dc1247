package org.sise.integrations.landing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.mapping.Originals;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link Quarantine} answers without changing anything: rows, their counts, their files' columns. */
final class QuarantineReads {

    /** The most rows that are counted one by one. */
    private static final int COUNTED = 100_000;

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    QuarantineReads(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    QuarantineCounts counts(QuarantineQuery query, LocalDate today) {
        if (query.isTallied()) {
            List<QuarantineCounts.Cell> cells =
                    jdbc.sql("""
                            select feed, state, reason, field, col, day, sum(rows) as n
                            from integrations.quarantine_tally
                            group by feed, state, reason, field, col, day having sum(rows) > 0""").query(QuarantineReads::cell).list();
            return QuarantineCounts.of(cells, query, true, today);
        }
        QuarantineFilter filter = QuarantineFilter.of(
                new QuarantineQuery(null, null, null, null, null, query.delivery(), query.file(), null, query.text()));
        List<QuarantineCounts.Cell> cells = jdbc.sql("""
                        select feed, state, reason, field, col, day, count(*) as n
                        from (select feed, state, reason, field, col,
                                cast(created_at at time zone 'Asia/Shanghai' as date) as day
                            from integrations.quarantined_row q""" + filter.where() + """
                             limit :counted) as row
                        group by feed, state, reason, field, col, day""")
                .params(filter.parameters())
                .param("counted", COUNTED)
                .query(QuarantineReads::cell)
                .list();
        boolean exact = cells.stream().mapToLong(QuarantineCounts.Cell::rows).sum() < COUNTED;
        return QuarantineCounts.of(cells, query, exact, today);
    }

    private static QuarantineCounts.Cell cell(ResultSet row, int n) throws SQLException {
        return new QuarantineCounts.Cell(
                row.getString("feed"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("field"),
                row.getString("col"),
                row.getObject("day", LocalDate.class),
                row.getLong("n"));
    }

    QuarantinePage page(QuarantineQuery query, QuarantinePage.Place place, int limit) {
        Long before = place.before();
        List<QuarantinedRow> found = new ArrayList<>(rows(
                query, place.newestFirst() ^ (before != null), before == null ? place.after() : before, limit + 1));
        boolean more = found.size() > limit;
        if (more) {
            found.removeLast();
        }
        List<QuarantinedRow> rows = before == null ? found : found.reversed();
        if (rows.isEmpty()) {
            return new QuarantinePage(List.of(), null, null);
        }
        boolean hasPrevious = before == null ? place.after() != null : more;
        boolean hasNext = before != null || more;
        return new QuarantinePage(
                List.copyOf(rows),
                hasPrevious ? rows.getFirst().id() : null,
                hasNext ? rows.getLast().id() : null);
    }

    QuarantinePage.Neighbours neighbours(QuarantineQuery query, boolean newestFirst, long id) {
        return new QuarantinePage.Neighbours(
                first(rows(query, !newestFirst, id, 1)), first(rows(query, newestFirst, id, 1)));
    }

    private static @Nullable Long first(List<QuarantinedRow> rows) {
        return rows.isEmpty() ? null : rows.getFirst().id();
    }

    void forEach(QuarantineQuery query, Consumer<List<QuarantinedRow>> each) {
        long after = 0;
        List<QuarantinedRow> rows;
        do {
            rows = rows(query, false, after, AT_ONCE);
            if (!rows.isEmpty()) {
                each.accept(rows);
                after = rows.getLast().id();
            }
        } while (rows.size() == AT_ONCE);
    }

    List<QuarantinedRow> rows(QuarantineQuery query, boolean down, @Nullable Long from, int limit) {
        QuarantineFilter filter = QuarantineFilter.of(query);
        if (from != null) {
            filter.and(down ? "q.id < :from" : "q.id > :from", "from", from);
        }
        return jdbc.sql("select q.*, d.file from (select q.* from integrations.quarantined_row q" + filter.where()
                        + " order by q.id " + (down ? "desc" : "asc") + " limit :limit) q"
                        + " join integrations.delivery d on d.id = q.delivery order by q.id " + (down ? "desc" : "asc"))
                .params(filter.parameters())
                .param("limit", limit)
                .query(QuarantinedRow::of)
                .list();
    }

    List<String> columns(QuarantineQuery query) {
        QuarantineFilter filter = QuarantineFilter.of(query);
        Set<String> columns = new LinkedHashSet<>();
        List<Long> unknown = new ArrayList<>();
        jdbc.sql("""
                        select d.id, c.columns from integrations.delivery d
                            left join integrations.delivery_columns c on c.delivery = d.id
                        where d.id in (select q.delivery from integrations.quarantined_row q""" + filter.where() + """
                            ) order by d.id desc""")
                .params(filter.parameters())
                .query((row, _) -> {
                    Array names = row.getArray("columns");
                    if (names == null) {
                        unknown.add(row.getLong("id"));
                    } else {
                        columns.addAll(List.of((String[]) names.getArray()));
                    }
                    return true;
                })
                .list();
        if (!unknown.isEmpty()) {
            columns.addAll(jdbc.sql("""
                            select key from integrations.quarantined_row q,
                                json_object_keys(q.original) with ordinality as cell (key, place)
                            """ + filter.where() + """
                             and q.delivery = any(:unknown) and key <> :text group by key
                            order by min(q.id), min(place)""")
                    .params(filter.parameters())
                    .param("unknown", unknown.toArray(Long[]::new))
                    .param("text", Originals.TEXT)
                    .query(String.class)
                    .list());
        }
        return List.copyOf(columns);
    }
}
