package org.sise.supervision.effect;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.InspectionResult;
import org.sise.supervision.stratum.Selection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what visits found, cost and missed, from the visits themselves. */
public final class Effects {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String DONE = """
        with done as (select v.* from supervision.visit v
            where v.state = 'DONE' and v.left_at >= :from and v.left_at < :until)
        """;

    private static final String RATES = DONE + """
        , checks as (
            select t.plan, t.kind, coalesce(t.selection, '') as selection,
                coalesce((select g.colour from ledger.grade g
                    where g.subject = t.business and g.known_at <= d.opened_at order by g.id desc limit 1), -1) as colour,
                exists (select 1 from (select distinct on (f.item) f.item, f.result from supervision.finding f
                        where f.visit = t.visit order by f.item, f.id desc) s
                    where s.item = any(t.items) and s.result = any(:problems)) as problem
            from done d join supervision.visit_task t on t.visit = d.id and t.state = 'DONE')
        select grouping(colour, plan, selection, kind) as grouped, colour, plan, selection, kind,
            count(*) as n, count(*) filter (where problem) as found
        from checks group by grouping sets ((colour), (plan), (selection), (kind), (colour, selection))
        having grouping(colour, plan, selection, kind) <> 5 or selection = :any
        order by grouped, colour, plan desc nulls last, selection, kind\
        """;

    private static final String MERGING = DONE + """
        select coalesce(sum(n), 0) as tasks, count(*) as visits, count(*) filter (where n > 1) as joint
        from (select d.id, count(*) as n from done d join supervision.visit_task t
            on t.visit = d.id and t.state = 'DONE' group by d.id) v\
        """;

    private static final String BURDEN = DONE + """
        , visits as (select business, count(*) as visits,
                sum(extract(epoch from left_at - opened_at)) / 3600.0 as hours from done group by business)
        select coalesce(s.colour, -1) as colour, count(*) filter (where b.status = :operating) as businesses,
            count(v.business) as visited, coalesce(sum(v.visits), 0) as visits, coalesce(sum(v.hours), 0) as hours,
            coalesce(max(v.visits), 0) as most
        from ledger.business b left join ledger.standing s on s.subject = b.code
        left join visits v on v.business = b.code
        group by 1 having count(*) filter (where b.status = :operating) > 0 or count(v.business) > 0 order by 1\
        """;

    private static final String DISTRICTS = DONE + """
        , visits as (select business, count(*) as visits from done group by business)
        select coalesce(b.region, '') as region, count(*) filter (where b.status = :operating) as businesses,
            coalesce(sum(v.visits), 0) as visits
        from ledger.business b left join visits v on v.business = b.code
        group by 1 having count(*) filter (where b.status = :operating) > 0 or count(v.business) > 0 order by 1\
        """;

    private static final String INSPECTORS = DONE + """
        select e.certificate, i.name, i.region, i.max_load, count(distinct d.id) as visits,
            coalesce(sum(extract(epoch from coalesce(o.at, d.left_at) - e.at)) / 3600.0, 0) as hours
        from done d
        join supervision.entry_scan e on e.visit = d.id and e.admitted and e.way in ('OFFICER', 'EMERGENCY')
        left join supervision.entry_scan o on o.visit = d.id and o.certificate = e.certificate and o.admitted
            and o.way = 'OUT'
        left join lateral (select * from supervision.inspector r where r.certificate = e.certificate
            order by r.version desc limit 1) i on true
        group by 1, 2, 3, 4 order by visits desc, e.certificate\
        """;

    private final JdbcClient jdbc;
    private final Set<InspectionResult> problems;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param problems the results that are a problem found
     */
    public Effects(DataSource dataSource, Set<InspectionResult> problems) {
        this.jdbc = JdbcClient.create(dataSource);
        this.problems = Set.copyOf(problems);
    }

    /** What came of the visits that ended in some days. */
    public Effect of(Span span) {
        List<FindingRate> bare = rates(span);
        Rate pure = of(Selection.ANY, bare);
        Selection yardstick = pure.of() > 0 ? Selection.ANY : Selection.RANDOM_SHARE;
        Rate random = pure.of() > 0 ? pure : of(Selection.RANDOM_SHARE, bare);
        List<FindingRate> rates = bare.stream()
                .map(rate -> is(yardstick, rate) ? rate : rate.against(random))
                .toList();
        return new Effect(
                span, yardstick, random, rates, merging(span), burden(span), districts(span), inspectors(span));
    }

    private static Rate of(Selection selection, List<FindingRate> rates) {
        return rates.stream()
                .filter(rate -> is(selection, rate))
                .map(FindingRate::rate)
                .findFirst()
                .orElse(Rate.of(0, 0));
    }

    private static boolean is(Selection selection, FindingRate rate) {
        return rate.dimension() == FindingRate.Dimension.SELECTION && rate.key().equals(selection.name());
    }

    private List<FindingRate> rates(Span span) {
        return in(RATES, span)
                .param("any", Selection.ANY.name())
                .param("problems", problems.stream().map(Enum::name).toArray(String[]::new))
                .query((row, _) -> {
                    Rate rate = Rate.of(row.getLong("found"), row.getLong("n"));
                    // A bit is 1 where the column does not group: colour, plan, selection, kind.
                    return switch (row.getInt("grouped")) {
                        case 0b0101 ->
                            new FindingRate(FindingRate.Dimension.PURE, colour(row.getInt("colour")), rate, null);
                        case 0b0111 ->
                            new FindingRate(FindingRate.Dimension.COLOUR, colour(row.getInt("colour")), rate, null);
                        case 0b1011 ->
                            new FindingRate(FindingRate.Dimension.PLAN, orEmpty(row.getString("plan")), rate, null);
                        case 0b1101 ->
                            new FindingRate(FindingRate.Dimension.SELECTION, row.getString("selection"), rate, null);
                        default -> new FindingRate(FindingRate.Dimension.KIND, row.getString("kind"), rate, null);
                    };
                })
                .list();
    }

    private Merging merging(Span span) {
        return in(MERGING, span)
                .query((row, _) -> new Merging(row.getLong("tasks"), row.getLong("visits"), row.getLong("joint")))
                .single();
    }

    private List<Burden> burden(Span span) {
        return in(BURDEN, span)
                .param("operating", BusinessStatus.OPERATING.token())
                .query((row, _) -> {
                    long businesses = row.getLong("businesses");
                    long visits = row.getLong("visits");
                    return new Burden(
                            colour(row.getInt("colour")),
                            businesses,
                            row.getLong("visited"),
                            visits,
                            row.getDouble("hours"),
                            row.getLong("most"),
                            businesses == 0 ? 0 : span.yearly((double) visits / businesses));
                })
                .list();
    }

    private List<DistrictRate> districts(Span span) {
        record Counted(String region, long businesses, long visits) {}
        List<Counted> counted = in(DISTRICTS, span)
                .param("operating", BusinessStatus.OPERATING.token())
                .query((row, _) ->
                        new Counted(row.getString("region"), row.getLong("businesses"), row.getLong("visits")))
                .list();
        long businesses = counted.stream().mapToLong(Counted::businesses).sum();
        long visits = counted.stream().mapToLong(Counted::visits).sum();
        double mean = businesses == 0 ? 0 : (double) visits / businesses;
        List<DistrictRate> rates = new ArrayList<>();
        for (Counted one : counted) {
            double rate = one.businesses() == 0 ? 0 : (double) one.visits() / one.businesses();
            rates.add(new DistrictRate(
                    one.region(),
                    one.businesses(),
                    one.visits(),
                    span.yearly(1000 * rate),
                    mean == 0 ? 0 : rate / mean));
        }
        return rates;
    }

    private List<InspectorLoad> inspectors(Span span) {
        return in(INSPECTORS, span)
                .query((row, _) -> {
                    int most = row.getInt("max_load");
                    Integer limit = row.wasNull() ? null : most;
                    return new InspectorLoad(
                            row.getString("certificate"),
                            row.getString("name"),
                            row.getString("region"),
                            row.getLong("visits"),
                            row.getDouble("hours"),
                            limit);
                })
                .list();
    }

    private JdbcClient.StatementSpec in(String sql, Span span) {
        return jdbc.sql(sql)
                .param("from", midnight(span.from()))
                .param("until", midnight(span.until().plusDays(1)));
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }

    private static String colour(int colour) {
        return colour < 0 ? "" : Grade.values()[colour].name();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
