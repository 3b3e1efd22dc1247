package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.RowChange;
import org.sise.integrations.landing.SentBack;
import org.sise.server.desk.QuarantineDesk;

/** A row that did not land. */
@Schema(name = "QuarantinedRow")
public record QuarantinedRowResponse(
        long id,
        long delivery,
        String feed,
        String file,

        @Schema(description = "行号，0为整个文件 / line, 0 for the file as a whole")
        int line,

        @Nullable String field,
        @Nullable String column,
        String reason,
        String message,

        @Schema(description = "整行，JSON / the whole row, JSON") @Nullable
        String original,

        @Nullable String corrected,

        @Schema(allowableValues = {"open", "waiting", "replayed", "discarded"})
        String state,

        @Nullable String waitsFor,
        Instant createdAt,

        @Schema(description = "处理经过，列表中为空 / its history, left out in lists") @Nullable
        List<Change> history) {

    /** What was once done with the row. */
    @Schema(name = "QuarantinedRowChange")
    public record Change(
            Instant at,
            String actor,

            @Schema(allowableValues = {"replay", "mend", "discard", "import", "read-again"})
            String action,

            @Schema(allowableValues = {"landed", "waits", "refused", "discarded", "read-again"})
            String outcome,

            @Schema(description = "批量作业 / the job that did it") @Nullable
            Long job,

            List<Cell> cells,
            @Nullable String note) {}

    /** A cell that was changed. */
    @Schema(name = "QuarantinedCellChange")
    public record Cell(String column, String from, String to) {}

    static QuarantinedRowResponse of(QuarantinedRow row, @Nullable List<RowChange> history) {
        return new QuarantinedRowResponse(
                row.id(),
                row.delivery(),
                row.feed(),
                row.file(),
                row.line(),
                row.field(),
                row.column(),
                row.reason(),
                SentBack.masked(row.message()),
                QuarantineDesk.masked(row.original()),
                QuarantineDesk.masked(row.corrected()),
                row.state().token(),
                row.waitsFor(),
                row.createdAt(),
                history == null
                        ? null
                        : history.stream().map(QuarantinedRowResponse::change).toList());
    }

    private static Change change(RowChange change) {
        return new Change(
                change.at(),
                change.actor(),
                change.action(),
                change.outcome(),
                change.mending(),
                change.cells().stream()
                        .map(cell -> new Cell(cell.column(), SentBack.masked(cell.from()), SentBack.masked(cell.to())))
                        .toList(),
                QuarantineDesk.masked(change.note()));
    }
}
