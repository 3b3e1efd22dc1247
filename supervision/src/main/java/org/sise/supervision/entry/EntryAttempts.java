package org.sise.supervision.entry;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of all scans at doors, the newest first, for whoever supervises those who inspect. */
public final class EntryAttempts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String FROM = """
        from supervision.entry_scan
        where (cast(:admitted as boolean) is null or admitted = :admitted)
            and (cast(:way as text) is null or way = :way)
            and (cast(:condition as text) is null or (not admitted and failures @> array[cast(:condition as text)]))
            and (cast(:business as text) is null or business = :business)
            and (cast(:certificate as text) is null or certificate = :certificate)
            and (cast(:from as timestamptz) is null or at >= :from)
            and (cast(:until as timestamptz) is null or at < :until)\
        """;

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public EntryAttempts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A part of the list.
     *
     * @param before the number of the last one shown, or null for the first part
     */
    public Page<EntryAttempt> page(AttemptFilter filter, @Nullable Long before, int limit) {
        Map<String, @Nullable Object> given = given(filter);
        List<EntryAttempt> found = jdbc.sql("select * " + FROM
                        + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit")
                .params(given)
                .param("before", before)
                .param("limit", limit + 1)
                .query(EntryAttempt::of)
                .list();
        long total = jdbc.sql("select count(*) " + FROM)
                .params(given)
                .query(Long.class)
                .single();
        boolean more = found.size() > limit;
        List<EntryAttempt> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? String.valueOf(items.getLast().id()) : null, total);
    }

    private static Map<String, @Nullable Object> given(AttemptFilter filter) {
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("admitted", filter.admitted());
        given.put("way", filter.way() == null ? null : filter.way().name());
        given.put(
                "condition",
                filter.condition() == null ? null : filter.condition().name());
        given.put("business", filter.business());
        given.put("certificate", filter.certificate());
        given.put("from", filter.from() == null ? null : start(filter.from()));
        given.put("until", filter.until() == null ? null : start(filter.until().plusDays(1)));
        return given;
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}
