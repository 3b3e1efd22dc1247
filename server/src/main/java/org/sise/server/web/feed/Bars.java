package org.sise.server.web.feed;

import java.util.ArrayList;
import java.util.List;
import org.sise.integrations.health.FeedDay;

/**
 * The rows of a feed's latest days as small bars: rows read, and within them the faulty ones.
 *
 * @param bars one bar a day, the earliest first
 */
public record Bars(List<Bar> bars) {

    /** The height of the picture, in its own units. */
    public static final int HEIGHT = 24;

    /** The width of a day, in the same units. */
    public static final int STEP = 6;

    /**
     * A day.
     *
     * @param day what came
     * @param x its left edge
     * @param height its height, at least one where anything was read
     * @param faulty the height of the faulty part
     */
    public record Bar(FeedDay day, int x, int height, int faulty) {

        /** The upper edge. */
        public int y() {
            return HEIGHT - height;
        }

        /** The upper edge of the faulty part. */
        public int faultyY() {
            return HEIGHT - faulty;
        }
    }

    /** Of these days. */
    public static Bars of(List<FeedDay> days) {
        long most = days.stream().mapToLong(FeedDay::rows).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (FeedDay day : days) {
            int height = scaled(day.rows(), most);
            bars.add(new Bar(day, bars.size() * STEP, height, Math.min(height, scaled(day.quarantined(), most))));
        }
        return new Bars(bars);
    }

    /** The width of the picture. */
    public int width() {
        return bars.size() * STEP;
    }

    private static int scaled(long rows, long most) {
        return rows == 0 ? 0 : (int) Math.max(1, Math.round((double) HEIGHT * rows / most));
    }
}
