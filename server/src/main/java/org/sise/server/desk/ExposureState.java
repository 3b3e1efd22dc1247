package org.sise.server.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.grading.related.ExposureRuns;
import org.springframework.stereotype.Component;

/** How far the exposure to related parties has followed what is known. */
@Component
public final class ExposureState {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExposureRuns runs;
    private final Clock clock;

    ExposureState(ExposureRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * How far it has come.
     *
     * @param reachedAt when it last was what everything known then says, or null before the first time
     * @param behind whether that is long ago: the graph is away, and grades rest on the last exposure
     */
    public record Reached(@Nullable Instant reachedAt, boolean behind) {}

    /** How far it has come now. */
    public Reached now() {
        Instant reached = runs.reachedAt().orElse(null);
        return new Reached(
                reached, reached == null || reached.isBefore(clock.instant().minus(PATIENCE)));
    }
}
