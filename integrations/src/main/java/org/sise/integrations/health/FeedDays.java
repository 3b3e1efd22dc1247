package org.sise.integrations.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came of feeds, day by day. */
final class FeedDays {

    private final JdbcClient jdbc;

    FeedDays(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The days of one feed or of all, by feed, the earliest first, with those on which nothing came. */
    Map<String, List<FeedDay>> of(@Nullable String feed, LocalDate from, LocalDate to) {
        Map<String, Map<LocalDate, FeedDay>> found = new HashMap<>();
        jdbc.sql("""
                        select feed, day, coalesce(p.pulls, 0) as pulls, coalesce(p.failed_pulls, 0) as failed_pulls,
                            coalesce(files, 0) as files, coalesce(refused, 0) as refused, coalesce(rows, 0) as rows,
                            coalesce(fresh, 0) as fresh, coalesce(same, 0) as same, coalesce(corrected, 0) as corrected,
                            coalesce(withdrawn, 0) as withdrawn, coalesce(quarantined, 0) as quarantined,
                            coalesce(waiting, 0) as waiting, last_file_at, last_row_at
                        from (select * from integrations.feed_day
                            where day between :from and :to and (cast(:feed as text) is null or feed = :feed)) d
                        full join (
                            select feed, (started_at at time zone 'Asia/Shanghai')::date as day, count(*) as pulls,
                                count(*) filter (where state = 'failed') as failed_pulls
                            from integrations.pull
                            where started_at >= cast(:from as date)::timestamp at time zone 'Asia/Shanghai'
                                and started_at < (cast(:to as date) + 1)::timestamp at time zone 'Asia/Shanghai'
                                and (cast(:feed as text) is null or feed = :feed)
                            group by 1, 2) p using (feed, day)""")
                .param("from", from)
                .param("to", to)
                .param("feed", feed)
                .query(FeedDay::of)
                .list()
                .forEach(day ->
                        found.computeIfAbsent(day.feed(), _ -> new HashMap<>()).put(day.day(), day));
        Map<String, List<FeedDay>> days = new HashMap<>();
        found.forEach((name, known) -> days.put(name, filled(name, known, from, to)));
        return days;
    }

    static List<FeedDay> filled(String feed, Map<LocalDate, FeedDay> known, LocalDate from, LocalDate to) {
        List<FeedDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            FeedDay found = known.get(day);
            days.add(found == null ? FeedDay.none(feed, day) : found);
        }
        return days;
    }
}
