package org.sise.integrations.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.FeedStore;
import org.sise.integrations.landing.Holds;

/** How feeds stand: late, silent, held, failing or as usual, and what came of them by day. */
public final class FeedHealth {

    /** The zone of all days. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How many days an overview shows. */
    public static final int DAYS = 14;

    private final FeedCatalogue catalogue;
    private final FeedFigures figures;
    private final Holds holds;
    private final FeedDays days;
    private final Clock clock;

    /** Of the feeds of a store. */
    public FeedHealth(DataSource dataSource, FeedStore store, Clock clock) {
        this.catalogue = store.catalogue();
        this.figures = new FeedFigures(dataSource);
        this.holds = store.holds();
        this.days = new FeedDays(dataSource);
        this.clock = clock;
    }

    /** How every feed of the catalogue stands, in the catalogue's order. */
    public List<FeedStatus> look() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        String[] names = catalogue.feeds().stream().map(FeedDescriptor::feed).toArray(String[]::new);
        Map<String, FeedFigures.Last> lasts = figures.lasts();
        Map<String, FeedFigures.Rows> rows = figures.rows();
        Map<String, FeedStatus.Pull> pulls = figures.pulls(names);
        Map<String, Instant> answers = figures.answers(names);
        Map<String, Delivery> held = new HashMap<>();
        holds.held().forEach(delivery -> held.putIfAbsent(delivery.feed(), delivery));
        Map<String, List<FeedDay>> latest = days.of(null, today.minusDays(DAYS - 1), today);
        List<FeedStatus> all = new ArrayList<>();
        for (FeedDescriptor feed : catalogue.feeds()) {
            String name = feed.feed();
            FeedFigures.Last last = lasts.getOrDefault(name, FeedFigures.Last.NONE);
            FeedStatus.Pull pull = pulls.get(name);
            FeedFigures.Rows waiting = rows.getOrDefault(name, FeedFigures.Rows.NONE);
            FeedState.Signs signs = new FeedState.Signs(
                    last.file(), answers.get(name), held.containsKey(name), pull != null && pull.failed());
            List<FeedDay> own = latest.get(name);
            all.add(new FeedStatus(
                    feed,
                    FeedState.of(feed.watch(), signs, now),
                    last.file(),
                    last.row(),
                    pull,
                    last.file() == null ? null : Duration.between(last.file(), now),
                    own == null ? FeedDays.filled(name, Map.of(), today.minusDays(DAYS - 1), today) : own,
                    waiting.open(),
                    waiting.oldest(),
                    waiting.waiting(),
                    held.get(name)));
        }
        return all;
    }

    /**
     * The latest days of a feed, today first, with those on which nothing came.
     *
     * @param count how many days, at least one
     */
    public List<FeedDay> days(String feed, int count) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate from = today.minusDays(count - 1L);
        List<FeedDay> found = days.of(feed, from, today).get(feed);
        return (found == null ? FeedDays.filled(feed, Map.of(), from, today) : found).reversed();
    }
}
