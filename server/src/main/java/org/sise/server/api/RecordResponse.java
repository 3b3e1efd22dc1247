package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordShape;
import org.sise.ledger.record.StoredRecord;

/** A version of a record; keys of persons are left out. */
@Schema(name = "Record", description = "信用记录 / a version of a record")
public record RecordResponse(
        long id,

        @Schema(description = "类别 / kind", example = "penalty")
        String kind,

        LocalDate date,

        @Schema(description = "文号 / document number") @Nullable
        String document,

        @Schema(description = "部门 / department") String department,
        @Schema(description = "状态 / state") String state,
        @Schema(description = "失信类别 / severity") @Nullable String severity,

        @Schema(description = "金额（元） / amount in yuan") @Nullable
        BigDecimal amount,

        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedUntil,
        @Schema(description = "版本，从1起 / version, from 1") int version,

        @Schema(description = "入库时间 / when the ledger came to know it")
        Instant knownAt,

        String feed,
        @Schema(description = "批次 / delivery") long delivery,
        @Schema(description = "文件中的行 / line in the file") int line,

        @Schema(description = "该类别特有的字段 / fields that only this kind has")
        Map<String, String> fields) {

    static RecordResponse of(StoredRecord stored) {
        RecordHeader header = stored.record().header();
        Map<String, String> fields = RecordShape.of(stored.record().kind()).writeOwn(stored.record());
        fields.keySet().removeIf(RecordShape.of(stored.record().kind())::isPersonal);
        return new RecordResponse(
                stored.id(),
                stored.record().kind().token(),
                header.date(),
                header.document(),
                header.department(),
                header.state().token(),
                header.severity() == null ? null : header.severity().token(),
                header.amount() == null ? null : header.amount().amount(),
                header.publishedFrom(),
                header.publishedUntil(),
                stored.version(),
                stored.knownAt(),
                stored.feed(),
                stored.batch(),
                stored.line(),
                fields);
    }
}
