package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.CodeField;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.approval.ApprovalAnswer;
import org.sise.supervision.approval.ApprovalMatter;
import org.sise.supervision.approval.ApprovalMatters;
import org.sise.supervision.approval.ApprovalQuestions;
import org.sise.supervision.approval.FirstCheck;
import org.sise.supervision.approval.FirstChecks;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What approval asks: whether promise-based and credit approval are open to a business. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "approval", description = "审批查询与审管联动 / approval's question")
final class ApprovalQuestionsApi {

    private final ApprovalQuestions questions;
    private final ApprovalMatters matters;
    private final FirstChecks checks;
    private final ColourAccess colours;

    ApprovalQuestionsApi(
            ApprovalQuestions questions, ApprovalMatters matters, FirstChecks checks, ColourAccess colours) {
        this.questions = questions;
        this.matters = matters;
        this.checks = checks;
        this.colours = colours;
    }

    /** The answer. */
    @Schema(name = "ApprovalAnswer")
    public record AnswerResponse(
            String business,
            String matter,
            LocalDate day,

            @Schema(description = "告知承诺 / promise-based approval")
            ApprovalAnswer.Way promise,

            @Schema(description = "信用审批 / credit approval") ApprovalAnswer.Way credit,

            @Schema(description = "仅供参考 / notes that decide nothing")
            List<ApprovalAnswer.Reason> notes) {}

    @GetMapping("/approval-questions")
    @Operation(summary = "告知承诺、信用审批是否适用 / whether promise-based and credit approval are open")
    AnswerResponse ask(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam String matter,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        ApprovalAnswer answer = questions.ask(CodeField.of("business", business), matter);
        boolean coloured = colours.seesColours(signedIn.account());
        return new AnswerResponse(
                answer.business().value(),
                answer.matter().code(),
                answer.day(),
                answer.promise(),
                answer.credit(),
                answer.notes().stream()
                        .filter(note -> coloured || !note.code().equals("colour"))
                        .toList());
    }

    @GetMapping("/approval-matters")
    @Operation(summary = "审批事项 / the matters")
    List<ApprovalMatter> matters() {
        return matters.all();
    }

    @GetMapping("/first-checks")
    @Operation(summary = "审批后首次检查 / first checks after a permit")
    List<FirstCheck> firstChecks(
            @RequestParam(required = false) @Nullable String business, @RequestParam(defaultValue = "50") int limit) {
        return checks.latest(business, Limit.of(limit));
    }
}
