package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.StoredGrade;
import org.sise.server.query.Choice;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A grade; its receipt stands whole where one grade is asked for. */
@Schema(name = "Grade", description = "评级 / a grade")
public record GradeResponse(
        long id,
        String code,

        @Schema(allowableValues = {"blue", "yellow", "orange", "red"})
        String colour,

        BigDecimal score,

        @Schema(description = "评定日期 / the day for which it holds")
        LocalDate asOf,

        @Schema(description = "评定时间 / when it was appended") Instant gradedAt,
        @Schema(description = "评级规则 / policy id") String policy,
        String policyVersion,

        @Schema(description = "规则文件的 SHA-256 / of the policy file")
        String policyDigest,

        @Schema(description = "凭证字节的 SHA-256 / of the receipt's bytes")
        String receiptDigest,

        @Schema(description = "评级凭证 / the receipt") @Nullable
        Map<String, Object> receipt) {

    static GradeResponse of(StoredGrade stored, boolean withReceipt) {
        GradeEntry entry = stored.entry();
        return new GradeResponse(
                stored.id(),
                entry.subject(),
                Choice.word(entry.grade()),
                entry.score(),
                entry.asOf(),
                stored.knownAt(),
                entry.policy(),
                entry.policyVersion(),
                entry.policyDigest(),
                entry.receiptDigest(),
                withReceipt
                        ? JsonMapper.shared()
                                .readValue(entry.receipt(), new TypeReference<LinkedHashMap<String, Object>>() {})
                        : null);
    }
}
