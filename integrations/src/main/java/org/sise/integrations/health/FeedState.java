package org.sise.integrations.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;
import org.sise.integrations.descriptor.FeedWatch;

/** How a feed stands, the worst first. */
public enum FeedState implements Labelled {
    /** A delivery waits for a person; nothing goes on. */
    HELD("held", "待审看", "held"),
    /** The last pull from its source failed. */
    FAILING("failing", "拉取失败", "failing"),
    /** It has given nothing for longer than it may. */
    SILENT("silent", "静默", "silent"),
    /** It has given nothing when something was due. */
    LATE("late", "迟到", "late"),
    /** It has never given anything. */
    NEVER("never", "从未交付", "never"),
    /** As usual. */
    OK("ok", "正常", "ok");

    private final String token;
    private final String zh;
    private final String en;

    FeedState(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The signs that a feed has given.
     *
     * @param lastFile when its last file was read to its end, or null
     * @param lastAnswer when its source last answered a pull, be it that there is nothing new, or null
     * @param held whether a delivery is held
     * @param failing whether the last pull failed
     */
    public record Signs(
            @Nullable Instant lastFile, @Nullable Instant lastAnswer, boolean held, boolean failing) {}

    /**
     * How a feed stands at a time. A file is due {@code every} after the last file or answer, and late
     * {@code late-after} beyond that; without a file for {@code silent-after} the feed is silent, even where its source
     * answers that there is nothing new.
     */
    public static FeedState of(FeedWatch watch, Signs signs, Instant now) {
        if (signs.held()) {
            return HELD;
        }
        if (signs.failing()) {
            return FAILING;
        }
        Instant file = signs.lastFile();
        if (file == null) {
            return NEVER;
        }
        Duration silent = watch.silentAfter();
        if (silent != null && now.isAfter(file.plus(silent))) {
            return SILENT;
        }
        Duration every = watch.every();
        Instant answer = signs.lastAnswer();
        Instant sign = answer != null && answer.isAfter(file) ? answer : file;
        return every != null && now.isAfter(sign.plus(every).plus(watch.lateAfter())) ? LATE : OK;
    }

    /** Whether a person should look after it. */
    public boolean isAlarming() {
        return switch (this) {
            case HELD, FAILING, SILENT, LATE -> true;
            case NEVER, OK -> false;
        };
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
