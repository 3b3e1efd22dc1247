package org.sise.integrations.health;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures that a feed's health is told from, of all feeds at once. */
final class FeedFigures {

    private final JdbcClient jdbc;

    FeedFigures(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * All that ever came of feeds, as one day each whose date says nothing; they only grow.
     *
     * @return by feed; feeds of which nothing ever came are left out
     */
    Map<String, FeedDay> totals() {
        Map<String, FeedDay> totals = new HashMap<>();
        jdbc.sql("""
                        select feed, current_date as day, 0 as pulls, 0 as failed_pulls, sum(files) as files,
                            sum(refused) as refused, sum(rows) as rows, sum(fresh) as fresh, sum(same) as same,
                            sum(corrected) as corrected, sum(withdrawn) as withdrawn, sum(quarantined) as quarantined,
                            sum(waiting) as waiting, max(last_file_at) as last_file_at, max(last_row_at) as last_row_at
                        from integrations.feed_day group by feed""").query(FeedDay::of).list().forEach(day -> totals.put(day.feed(), day));
        return totals;
    }

    /** When a feed's last file was read to its end, and when its last rows came. */
    record Last(@Nullable Instant file, @Nullable Instant row) {
        static final Last NONE = new Last(null, null);
    }

    /** By feed. */
    Map<String, Last> lasts() {
        Map<String, Last> lasts = new HashMap<>();
        jdbc.sql("""
                        select feed, max(last_file_at) as last_file_at, max(last_row_at) as last_row_at
                        from integrations.feed_day group by feed""").query(row -> {
            lasts.put(
                    row.getString("feed"),
                    new Last(FeedDay.instant(row, "last_file_at"), FeedDay.instant(row, "last_row_at")));
        });
        return lasts;
    }

    /** A feed's faulty rows, since when the oldest is there, and its rows that wait for a registration. */
    record Rows(long open, @Nullable Instant oldest, long waiting) {
        static final Rows NONE = new Rows(0, null, 0);
    }

    /** By feed. */
    Map<String, Rows> rows() {
        Map<String, Rows> rows = new HashMap<>();
        jdbc.sql("""
                        select feed, count(*) filter (where state = 'open') as open,
                            min(created_at) filter (where state = 'open') as oldest,
                            count(*) filter (where state = 'waiting') as waiting
                        from integrations.quarantined_row where state in ('open', 'waiting') group by feed""").query(row -> {
            rows.put(
                    row.getString("feed"),
                    new Rows(row.getLong("open"), FeedDay.instant(row, "oldest"), row.getLong("waiting")));
        });
        return rows;
    }

    /** Each feed's last pull. */
    Map<String, FeedStatus.Pull> pulls(String[] feeds) {
        Map<String, FeedStatus.Pull> pulls = new HashMap<>();
        jdbc.sql("""
                        select name, p.* from unnest(cast(:feeds as text[])) name cross join lateral (
                            select started_at, state, message from integrations.pull
                            where feed = name order by id desc limit 1) p""").param("feeds", feeds).query(row -> {
            pulls.put(
                    row.getString("name"),
                    new FeedStatus.Pull(
                            row.getTimestamp("started_at").toInstant(),
                            row.getString("state"),
                            row.getString("message")));
        });
        return pulls;
    }

    /** When each feed's source last answered a pull. */
    Map<String, Instant> answers(String[] feeds) {
        Map<String, Instant> answers = new HashMap<>();
        jdbc.sql("""
                        select name, greatest(
                            (select max(ended_at) from integrations.pull where feed = name and state = 'ok'),
                            (select max(ended_at) from integrations.pull where feed = name and state = 'empty')) as at
                        from unnest(cast(:feeds as text[])) name""").param("feeds", feeds).query(row -> {
            Instant at = FeedDay.instant(row, "at");
            if (at != null) {
                answers.put(row.getString("name"), at);
            }
        });
        return answers;
    }
}
