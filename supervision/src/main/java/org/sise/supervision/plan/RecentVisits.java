package org.sise.supervision.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.stratum.IndustryRisks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits that were paid: who was visited too recently to be drawn, and by whom somebody was visited last. */
final class RecentVisits {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final Businesses businesses;
    private final PlanMatrix matrix = PlanMatrix.standard();
    private final IndustryRisks risks = IndustryRisks.standard();

    RecentVisits(DataSource dataSource, Businesses businesses) {
        this.jdbc = JdbcClient.create(dataSource);
        this.businesses = businesses;
    }

    /** The businesses whose interval since their last visit is not over on a day, by the colour that they have now. */
    Set<String> withinInterval(LocalDate day) {
        Map<String, LocalDate> last = new HashMap<>();
        jdbc.sql("""
                        select business, max(left_at) as last from supervision.visit
                        where state = 'DONE' and left_at >= :since group by business""")
                .param(
                        "since",
                        day.minusMonths(matrix.longestInterval())
                                .atStartOfDay(ZONE)
                                .toOffsetDateTime())
                .query(row -> {
                    last.put(
                            row.getString("business"),
                            row.getTimestamp("last").toInstant().atZone(ZONE).toLocalDate());
                });
        Set<String> within = new HashSet<>();
        List<String> codes = new ArrayList<>(last.keySet());
        for (int from = 0; from < codes.size(); from += BATCH) {
            businesses.of(codes.subList(from, Math.min(from + BATCH, codes.size()))).values().stream()
                    .filter(business -> isWithin(business, last, day))
                    .forEach(business -> within.add(business.code()));
        }
        return within;
    }

    /**
     * Hands over each pair of an inspector and a business whose last visit that inspector paid.
     *
     * @param certificates of the inspectors in question
     */
    List<Pair> lastVisitors(Collection<String> certificates) {
        return jdbc.sql("""
                        select v.business, officer from (
                            select distinct on (business) business, officers from supervision.visit
                            where state = 'DONE' order by business, left_at desc) v, unnest(v.officers) officer
                        where officer = any(:certificates)""")
                .param("certificates", certificates.toArray(String[]::new))
                .query((row, _) -> new Pair(row.getString("officer"), row.getString("business")))
                .list();
    }

    /** An inspector and a business. */
    record Pair(String certificate, String business) {}

    private boolean isWithin(Business business, Map<String, LocalDate> last, LocalDate day) {
        LocalDate visited = last.get(business.code());
        return business.grade() != null
                && visited != null
                && visited.plusMonths(matrix.of(business.grade(), risks.of(business.industry()))
                                .intervalMonths())
                        .isAfter(day);
    }
}
