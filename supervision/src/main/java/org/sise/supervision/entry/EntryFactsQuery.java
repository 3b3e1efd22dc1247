package org.sise.supervision.entry;

import static org.sise.supervision.entry.Columns.column;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearSoFar;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads all that entries are decided on: those of scans that come at the same time by one query, and so in one snapshot that is
 * younger than each of them. Officers are kept as long as that query says that they stand. Thread-safe.
 */
final class EntryFactsQuery {

    /**
     * Where a question names no visit, the officer at the door means one of the officer's own, under way, of today, planned, in
     * this order.
     */
    private static final String FACTS = """
        select b.code as registered, b.name, b.address, b.status, b.region as place, b.colour, r.changes, c.*, o.*,
            w.code is not null and exists (select 1 from supervision.entry_scan e
                where e.code_digest = w.code and e.admitted) as code_used
        from supervision.roster_state r
        cross join unnest(:business, :certificate, :visit, :code, :day)
            with ordinality as w (business, certificate, visit, code, day, n)
        left join lateral (
            select b.code, b.name, b.address, b.status, b.region, s.colour
            from ledger.business b left join ledger.standing s on s.subject = b.code
            where b.code = w.business limit 1) b on true
        left join lateral (
            (select v.id, v.business, v.window_from, v.window_until, v.kinds, v.items, v.officers, v.state, v.issue
                from supervision.visit v where v.id = w.visit)
            union all
            (select v.id, v.business, v.window_from, v.window_until, v.kinds, v.items, v.officers, v.state, v.issue
                from supervision.visit v
                where w.visit is null and v.business = w.business and v.state <> 'CANCELLED'
                order by w.certificate = any(v.officers) desc, v.state = 'OPEN' desc,
                    (v.state = 'PLANNED' and w.day between v.window_from and v.window_until) desc,
                    v.state = 'PLANNED' desc, abs(v.window_from - w.day), v.id desc
                limit 1)) c on true
        left join lateral (
            select
                array(select e.certificate from supervision.entry_scan e
                    where e.visit = c.id and e.admitted and e.way in ('OFFICER', 'EMERGENCY')) as present,
                array(select e.certificate from supervision.entry_scan e
                    where e.visit = c.id and e.admitted and e.way = 'OUT') as gone,
                array(select t.department from supervision.visit_task t
                    where t.visit = c.id and t.state in ('APPROVED', 'DONE') order by t.id) as departments,
                array(select t.plan from supervision.visit_task t
                    where t.visit = c.id and t.state in ('APPROVED', 'DONE') and t.plan is not null
                    order by t.id) as plans,
                array(select i from supervision.visit_task t, unnest(t.items) i
                    where t.visit = c.id and t.selection is not null) as drawn_items,
                array(select array_to_string(y.kinds, ',') from supervision.visit y
                    where y.business = w.business and y.state <> 'CANCELLED' and y.id <> c.id
                        and y.window_from between date_trunc('year', c.window_from)
                            and date_trunc('year', c.window_from) + interval '1 year' - interval '1 day') as others
            where c.id is not null offset 0) o on true
        order by w.n\
        """;

    private final JdbcClient jdbc;
    private final OfficerCards officers;
    private final Together<EntryQuestion, EntryFacts> together = new Together<>("entry-facts", this::read);

    EntryFactsQuery(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.officers = new OfficerCards(dataSource);
    }

    /** The facts of a question, when the query that asks for it and others has been answered; not in the caller's transaction. */
    CompletableFuture<EntryFacts> ask(EntryQuestion question) {
        return together.ask(question);
    }

    /** The facts of a question at once, in the caller's transaction where there is one. */
    EntryFacts read(EntryQuestion question) {
        return read(List.of(question)).getFirst();
    }

    private List<EntryFacts> read(List<EntryQuestion> questions) {
        return jdbc.sql(FACTS)
                .param("business", column(questions, EntryQuestion::business, String[]::new))
                .param("certificate", column(questions, EntryQuestion::scanner, String[]::new))
                .param("visit", column(questions, EntryQuestion::visit, Long[]::new))
                .param("code", column(questions, EntryQuestion::digest, byte[][]::new))
                .param("day", column(questions, one -> Date.valueOf(one.day()), Date[]::new))
                .query((row, n) -> facts(row, questions.get(n)))
                .list();
    }

    /** What is kept of officers. */
    OfficerCards officers() {
        return officers;
    }

    private EntryFacts facts(ResultSet row, EntryQuestion question) throws SQLException {
        EntryFacts.Planned visit = planned(row);
        SortedSet<String> certificates = new TreeSet<>();
        if (visit != null) {
            certificates.addAll(visit.officers());
        }
        if (question.scanner() != null) {
            certificates.add(question.scanner());
        }
        return new EntryFacts(
                question.day(),
                question.door(),
                question.scanner(),
                registered(row),
                visit,
                officers.of(row.getLong("changes"), certificates, question.business(), question.day()),
                question.issue(),
                row.getBoolean("code_used"));
    }

    private static @Nullable BusinessAtDoor registered(ResultSet row) throws SQLException {
        String code = row.getString("registered");
        if (code == null) {
            return null;
        }
        String token = row.getString("status");
        BusinessStatus status = Arrays.stream(BusinessStatus.values())
                .filter(one -> one.token().equals(token))
                .findFirst()
                .orElseThrow();
        int colour = row.getInt("colour");
        Grade grade = row.wasNull() ? null : Grade.values()[colour];
        return new BusinessAtDoor(
                code, row.getString("name"), row.getString("address"), row.getString("place"), status, grade);
    }

    private static EntryFacts.@Nullable Planned planned(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (row.wasNull()) {
            return null;
        }
        Set<VisitKind> kinds = EnumSet.noneOf(VisitKind.class);
        strings(row, "kinds").forEach(kind -> kinds.add(VisitKind.valueOf(kind)));
        return new EntryFacts.Planned(
                id,
                row.getString("business"),
                new Window(
                        row.getObject("window_from", LocalDate.class), row.getObject("window_until", LocalDate.class)),
                kinds,
                strings(row, "items"),
                new HashSet<>(strings(row, "drawn_items")),
                strings(row, "officers"),
                VisitState.valueOf(row.getString("state")),
                row.getInt("issue"),
                strings(row, "departments").stream().distinct().toList(),
                strings(row, "plans").stream().distinct().toList(),
                new HashSet<>(strings(row, "present")),
                new HashSet<>(strings(row, "gone")),
                others(strings(row, "others")));
    }

    private static YearSoFar others(List<String> visits) {
        Map<VisitKind, Integer> byKind = new EnumMap<>(VisitKind.class);
        int counted = 0;
        for (String visit : visits) {
            boolean counts = false;
            for (String name : visit.split(",", -1)) {
                VisitKind kind = VisitKind.valueOf(name);
                byKind.merge(kind, 1, Integer::sum);
                counts |= kind.rule().counted();
            }
            counted += counts ? 1 : 0;
        }
        return new YearSoFar(counted, byKind);
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
