package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.grading.whatif.WhatIfRun;
import org.sise.server.query.Choice;

/** A what-if as it stands now. */
@Schema(name = "WhatIf")
public record WhatIfResponse(
        long id,

        @Schema(allowableValues = {"waiting", "running", "finished", "failed"})
        String state,

        String draftDigest,
        String againstDigest,
        LocalDate asOf,
        LocalDate againstAsOf,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "已评户数 / businesses graded so far")
        long done,

        @Schema(description = "约计总户数 / about how many there are")
        long total,

        @Nullable Instant knownAt,
        @Nullable String failure) {

    static WhatIfResponse of(WhatIfRun run) {
        return new WhatIfResponse(
                run.id(),
                Choice.word(run.state()),
                run.draftDigest(),
                run.againstDigest(),
                run.asOf(),
                run.againstAsOf(),
                run.askedBy(),
                run.askedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.done(),
                run.total(),
                run.knownAt(),
                run.failure());
    }
}
