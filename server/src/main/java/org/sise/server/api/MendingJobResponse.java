package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.MendingJob;

/** A job over quarantined rows as it stands now. */
@Schema(name = "MendingJob")
public record MendingJobResponse(
        long id,

        @Schema(allowableValues = {"replay", "mend", "discard", "import"})
        String action,

        @Schema(description = "条件 / which rows") Map<String, String> filter,

        @Nullable Map<String, String> rule,
        @Nullable String reason,
        String actor,

        @Schema(allowableValues = {"open", "finished", "cancelled", "failed"})
        String state,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "行数 / rows when it was asked for")
        long total,

        @Schema(description = "已处理 / rows done") long seen,

        long landed,
        long waiting,

        @Schema(description = "仍有误 / still at fault") long refused,

        long discarded,

        @Schema(description = "规则不改动 / left as they are by the rule")
        long unchanged,

        @Schema(description = "已由他人处理 / settled by others") long settled,

        @Nullable String failure,

        @Schema(description = "导入文件的内容 / what an imported file held")
        Map<String, String> summary) {

    static MendingJobResponse of(MendingJob job) {
        MendingJob.Counts counts = job.counts();
        return new MendingJobResponse(
                job.id(),
                job.action().token(),
                job.query().words(),
                job.rule(),
                job.reason(),
                job.actor(),
                job.state().token(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.total(),
                counts.seen(),
                counts.landed(),
                counts.waiting(),
                counts.refused(),
                counts.discarded(),
                counts.unchanged(),
                counts.settled(),
                job.failure(),
                job.summary());
    }
}
