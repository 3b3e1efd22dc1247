package org.sise.supervision.entry;

import java.sql.Array;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearSoFar;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all that an entry is decided on, in one query; officers are kept as long as that query says that they stand. */
final class EntryFactsQuery {

    /** The visit that an officer at a door means: one of the officer's own, under way, of today, planned, in this order. */
    private static final String AT_DOOR = """
        select v.* from supervision.visit v
        where v.business = :business and v.state <> 'CANCELLED'
        order by :certificate = any(v.officers) desc, v.state = 'OPEN' desc,
            (v.state = 'PLANNED' and :day between v.window_from and v.window_until) desc, v.state = 'PLANNED' desc,
            abs(v.window_from - cast(:day as date)), v.id desc
        limit 1\
        """;

    private static final String OF_CODE = "select v.* from supervision.visit v where v.id = :visit";

    private static final String CODE_USED =
            "exists (select 1 from supervision.entry_scan e where e.code_digest = :code and e.admitted)";

    private static final String SIGN_FACTS = facts(AT_DOOR, "false");
    private static final String CODE_FACTS = facts(OF_CODE, CODE_USED);

    private final JdbcClient jdbc;
    private final OfficerCards officers;

    EntryFactsQuery(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.officers = new OfficerCards(dataSource);
    }

    /** For an officer who scanned a business's sign. */
    EntryFacts atDoor(String business, String certificate, LocalDate day) {
        return jdbc.sql(SIGN_FACTS)
                .param("business", business)
                .param("certificate", certificate)
                .param("day", day)
                .query((row, _) -> facts(row, business, business, certificate, day, null))
                .single();
    }

    /** For a scanned task code. */
    EntryFacts ofCode(TaskCode code, byte[] digest, @Nullable String door, LocalDate day) {
        String business = code.business().value();
        return jdbc.sql(CODE_FACTS)
                .param("visit", code.visit())
                .param("business", business)
                .param("code", digest)
                .query((row, _) -> facts(row, business, door, null, day, code.issue()))
                .single();
    }

    /** What is kept of officers. */
    OfficerCards officers() {
        return officers;
    }

    private static String facts(String chosen, String codeUsed) {
        return """
            with chosen as materialized (%s)
            select b.code as registered, b.name, b.address, b.status, b.region as place, s.colour, r.changes, c.*,
                (select array_agg(distinct e.certificate) from supervision.entry_scan e
                    where e.visit = c.id and e.admitted and e.way in ('OFFICER', 'EMERGENCY')) as present,
                (select array_agg(distinct i) from supervision.visit_task t, unnest(t.items) i
                    where t.visit = c.id and t.selection is not null) as drawn_items,
                (select array_agg(array_to_string(y.kinds, ',')) from supervision.visit y
                    where y.business = :business and y.state <> 'CANCELLED' and y.id <> c.id
                        and y.window_from between date_trunc('year', c.window_from)
                            and date_trunc('year', c.window_from) + interval '1 year' - interval '1 day') as others,
                %s as code_used
            from supervision.roster_state r
            left join chosen c on true
            left join ledger.business b on b.code = :business
            left join ledger.standing s on s.subject = :business\
            """.formatted(chosen, codeUsed);
    }

    private EntryFacts facts(
            ResultSet row,
            String business,
            @Nullable String door,
            @Nullable String scanner,
            LocalDate day,
            @Nullable Integer issue)
            throws SQLException {
        EntryFacts.Planned visit = planned(row);
        SortedSet<String> certificates = new TreeSet<>();
        if (visit != null) {
            certificates.addAll(visit.officers());
        }
        if (scanner != null) {
            certificates.add(scanner);
        }
        return new EntryFacts(
                day,
                door,
                scanner,
                registered(row),
                visit,
                officers.of(row.getLong("changes"), certificates, business, day),
                issue,
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
                new HashSet<>(strings(row, "present")),
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
