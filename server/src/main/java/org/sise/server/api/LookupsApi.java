package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.audit.AuditVerdict;
import org.sise.ledger.grade.Grades;
import org.sise.server.query.Choice;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Small questions: the colours' distribution, whether a text is a credit code, the audit log's head. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lookups", description = "查询 / small questions")
final class LookupsApi {

    private final Grades grades;
    private final AuditLog audit;
    private final ColourAccess colours;

    LookupsApi(Grades grades, AuditLog audit, ColourAccess colours) {
        this.grades = grades;
        this.audit = audit;
        this.colours = colours;
    }

    /** How many businesses stand at each colour. */
    @Schema(name = "Distribution")
    public record Distribution(Map<String, Long> counts, long total) {}

    /** What a text turns out to be. */
    @Schema(name = "CodeCheck")
    public record CodeCheck(
            String text,

            @Schema(
                    description = "结论 / verdict",
                    allowableValues = {"valid", "mended", "registration-number", "invalid"})
            String verdict,

            @Schema(description = "代码 / the credit code, as it stood or as mended") @Nullable
            String code,

            @Schema(description = "说明 / what there is to say")
            String detail) {}

    /** The audit log's tree head by RFC 9162, over every line as it stands. */
    @Schema(name = "AuditHead")
    public record AuditHeadResponse(
            long size,
            String root,

            @Schema(description = "是否核验通过 / whether every line holds")
            boolean holds,

            @Nullable String fault) {}

    @GetMapping("/distribution")
    @Operation(summary = "四色分布 / distribution of the colours")
    Distribution distribution(
            @Parameter(description = "区划代码的开头 / first digits of a region code")
                    @RequestParam(required = false)
                    @Nullable
                    String district,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (!colours.seesColours(signedIn.account())) {
            throw new AccessDeniedException("colours");
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        long total = 0;
        for (Map.Entry<Grade, Long> entry : grades.distribution(district).entrySet()) {
            counts.put(Choice.word(entry.getKey()), entry.getValue());
            total += entry.getValue();
        }
        return new Distribution(counts, total);
    }

    @GetMapping("/codes/{text}")
    @Operation(summary = "校验统一社会信用代码 / checks a credit code", description = "GB 32100-2015")
    CodeCheck code(@PathVariable String text) {
        CodeVerdict verdict = CodeVerdict.of(text);
        return new CodeCheck(
                text,
                verdict.word(),
                verdict.code() == null ? null : verdict.code().value(),
                verdict.detail());
    }

    @GetMapping("/audit/head")
    @Operation(summary = "审计日志头 / the audit log's head", description = "逐行重算 / recomputed over every line")
    AuditHeadResponse head() {
        AuditVerdict verdict = audit.verify();
        return new AuditHeadResponse(
                verdict.head().size(), verdict.head().root(), verdict.fault() == null, verdict.fault());
    }
}
