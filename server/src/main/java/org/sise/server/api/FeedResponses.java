package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.health.Alarm;
import org.sise.integrations.health.FeedDay;
import org.sise.integrations.health.FeedStatus;
import org.sise.integrations.landing.Hold;
import org.sise.server.query.Choice;

/** Feeds' health as the REST interface says it. */
final class FeedResponses {

    private FeedResponses() {}

    /** How a feed stands. */
    @Schema(name = "Feed")
    public record FeedResponse(
            String feed,
            String zh,
            String en,
            String department,

            @Schema(allowableValues = {"held", "failing", "silent", "late", "never", "ok"})
            String state,

            @Schema(description = "是否全量文件 / whether its files are full copies")
            boolean snapshot,

            @Schema(description = "最近读完的文件 / when the last file was read to its end") @Nullable
            Instant lastFileAt,

            @Schema(description = "最近入库的行 / when the last rows came") @Nullable
            Instant lastRowAt,

            @Schema(description = "距上次文件的秒数 / seconds since the last file") @Nullable
            Long lagSeconds,

            @Nullable Instant lastPullAt,

            @Schema(allowableValues = {"ok", "empty", "failed"}) @Nullable
            String lastPull,

            @Schema(description = "隔离待处理的行 / open rows in the quarantine")
            long open,

            @Nullable Instant oldestOpenAt,

            @Schema(description = "等待登记的行 / rows that wait for a registration")
            long waiting,

            @Schema(description = "待审看的批次 / the delivery that waits for a person") @Nullable
            Long held,

            FeedDayResponse today) {

        static FeedResponse of(FeedStatus status) {
            FeedStatus.Pull pull = status.lastPull();
            return new FeedResponse(
                    status.feed().feed(),
                    status.feed().title().zh(),
                    status.feed().title().en(),
                    status.feed().department(),
                    status.state().token(),
                    status.feed().snapshot() != null,
                    status.lastFile(),
                    status.lastRow(),
                    status.lag() == null ? null : status.lag().toSeconds(),
                    pull == null ? null : pull.startedAt(),
                    pull == null ? null : pull.state(),
                    status.open(),
                    status.oldestOpen(),
                    status.waiting(),
                    status.held() == null ? null : status.held().id(),
                    FeedDayResponse.of(status.today()));
        }
    }

    /** What came of a feed on a day of Asia/Shanghai. */
    @Schema(name = "FeedDay")
    public record FeedDayResponse(
            LocalDate day,
            long pulls,
            long failedPulls,
            long files,
            long refusedFiles,
            long read,
            long fresh,
            long same,
            long corrected,
            long withdrawn,
            long quarantined,
            long waiting) {

        static FeedDayResponse of(FeedDay day) {
            return new FeedDayResponse(
                    day.day(),
                    day.pulls(),
                    day.failedPulls(),
                    day.files(),
                    day.refused(),
                    day.rows(),
                    day.fresh(),
                    day.same(),
                    day.corrected(),
                    day.withdrawn(),
                    day.quarantined(),
                    day.waiting());
        }
    }

    /** A delivery that was stopped for a person to look. */
    @Schema(name = "Hold")
    public record HoldResponse(
            long delivery,

            @Schema(allowableValues = {"unusual-rows", "faulty-rows", "withdrawals", "unclear-rows"})
            String reason,

            @Schema(description = "测得的数值 / what was measured")
            double measured,

            @Schema(description = "比较的对象 / with what it was compared") @Nullable
            Double usual,

            @Nullable Double least,
            @Nullable Double most,
            String message,
            Instant heldAt,

            @Schema(allowableValues = {"accepted", "refused", "replaced"}) @Nullable
            String decision,

            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static HoldResponse of(Hold hold) {
            return new HoldResponse(
                    hold.delivery(),
                    hold.finding().reason().token(),
                    hold.finding().measured(),
                    hold.finding().usual(),
                    hold.finding().least(),
                    hold.finding().most(),
                    hold.finding().message(),
                    hold.heldAt(),
                    hold.decision() == null ? null : Choice.word(hold.decision()),
                    hold.decidedBy(),
                    hold.decidedAt());
        }
    }

    /** A feed that a person should look after. */
    @Schema(name = "FeedAlarm")
    public record AlarmResponse(
            long id,
            String feed,

            @Schema(allowableValues = {"held", "failing", "silent", "late"})
            String kind,

            String message,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static AlarmResponse of(Alarm alarm) {
            return new AlarmResponse(
                    alarm.id(),
                    alarm.feed(),
                    alarm.kind().token(),
                    alarm.message(),
                    alarm.openedAt(),
                    alarm.closedAt());
        }
    }
}
