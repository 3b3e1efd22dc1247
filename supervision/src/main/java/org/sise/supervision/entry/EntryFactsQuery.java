package org.sise.supervision.entry;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearSoFar;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all that an entry is decided on, in one query. */
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

    private static final String FACTS = """
        with chosen as materialized (%s)
        select b.status, b.region, s.colour, c.*, o.*,
            (select array_agg(distinct e.certificate) from supervision.entry_scan e
                where e.visit = c.id and e.admitted and e.way in ('OFFICER', 'EMERGENCY')) as present,
            (select array_agg(distinct i) from supervision.visit_task t, unnest(t.items) i
                where t.visit = c.id and t.selection is not null) as drawn_items,
            (select array_agg(array_to_string(y.kinds, ',')) from supervision.visit y
                where y.business = :business and y.state <> 'CANCELLED' and y.id <> c.id
                    and y.window_from between date_trunc('year', c.window_from)
                        and date_trunc('year', c.window_from) + interval '1 year' - interval '1 day') as others,
            cast(:code as bytea) is not null and exists (select 1 from supervision.entry_scan e
                where e.code_digest = :code and e.admitted) as code_used
        from (values (1)) one
        left join chosen c on true
        left join ledger.business b on b.code = :business
        left join ledger.standing s on s.subject = :business
        left join lateral (
            select array_agg(p.certificate order by p.certificate) as certificates,
                array_agg(r.region order by p.certificate) as certificate_regions,
                array_agg(r.valid_until order by p.certificate) as valid_until,
                array_agg(exists (select 1 from supervision.certificate_revocation x
                    where x.certificate = p.certificate and x.revoked_on <= :day) order by p.certificate) as revoked,
                array_agg(exists (select 1 from supervision.recusal x
                    where x.certificate = p.certificate and x.code = :business) order by p.certificate) as recused
            from (select unnest(c.officers) as certificate
                    union select :certificate where cast(:certificate as text) is not null) p
            left join lateral (select i.region, i.valid_until from supervision.inspector i
                where i.certificate = p.certificate order by i.version desc limit 1) r on true) o on true\
        """;

    private final JdbcClient jdbc;

    EntryFactsQuery(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** For an officer who scanned a business's sign. */
    EntryFacts atDoor(String business, String certificate, LocalDate day) {
        return jdbc.sql(FACTS.formatted(AT_DOOR))
                .param("business", business)
                .param("certificate", certificate)
                .param("day", day)
                .param("code", null)
                .query((row, _) -> facts(row, business, certificate, day, null))
                .single();
    }

    /** For a scanned task code. */
    EntryFacts ofCode(TaskCode code, byte[] digest, @Nullable String door, LocalDate day) {
        return jdbc.sql(FACTS.formatted(OF_CODE))
                .param("visit", code.visit())
                .param("business", code.business().value())
                .param("certificate", null)
                .param("day", day)
                .param("code", digest)
                .query((row, _) -> facts(row, door, null, day, code.issue()))
                .single();
    }

    private static EntryFacts facts(
            ResultSet row, @Nullable String door, @Nullable String scanner, LocalDate day, @Nullable Integer issue)
            throws SQLException {
        return new EntryFacts(
                day, door, scanner, registered(row), planned(row), officers(row), issue, row.getBoolean("code_used"));
    }

    private static EntryFacts.@Nullable Registered registered(ResultSet row) throws SQLException {
        String token = row.getString("status");
        if (token == null) {
            return null;
        }
        BusinessStatus status = Arrays.stream(BusinessStatus.values())
                .filter(one -> one.token().equals(token))
                .findFirst()
                .orElseThrow();
        int colour = row.getInt("colour");
        Grade grade = row.wasNull() ? null : Grade.values()[colour];
        return new EntryFacts.Registered(status, row.getString("region"), grade);
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

    private static List<EntryFacts.Officer> officers(ResultSet row) throws SQLException {
        List<EntryFacts.Officer> officers = new ArrayList<>();
        Array certificates = row.getArray("certificates");
        if (certificates == null) {
            return officers;
        }
        String[] ids = (String[]) certificates.getArray();
        @Nullable
        String[] regions = (String[]) row.getArray("certificate_regions").getArray();
        @Nullable Date[] until = (Date[]) row.getArray("valid_until").getArray();
        Boolean[] revoked = (Boolean[]) row.getArray("revoked").getArray();
        Boolean[] recused = (Boolean[]) row.getArray("recused").getArray();
        for (int at = 0; at < ids.length; at++) {
            Date last = until[at];
            officers.add(new EntryFacts.Officer(
                    ids[at], regions[at], last == null ? null : last.toLocalDate(), revoked[at], recused[at]));
        }
        return officers;
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
