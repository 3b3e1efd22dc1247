package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.server.security.SignedIn;
import org.sise.supervision.recognition.ForeignGrade;
import org.sise.supervision.recognition.Recognitions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mutual recognition: grades signed for other cities, and theirs taken in. */
@RestController
@RequestMapping(path = "/api/v1/recognitions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "recognition", description = "信用互认 / mutual recognition")
final class RecognitionApi {

    private final Recognitions recognitions;

    RecognitionApi(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    /** A signed grade. */
    @Schema(name = "SignedGrade")
    public record SignedGrade(
            @Schema(description = "RFC 7515 签名文本 / a compact signed text by RFC 7515") @Nullable
            String text) {}

    /** A grade of another city; it enters no grade of this one. */
    @Schema(name = "ForeignGrade")
    public record ForeignGradeResponse(
            long id,
            String business,
            String city,

            @Schema(description = "对方等级 / the level there") String level,

            @Schema(description = "对应的本市颜色 / the colour that it is here")
            String colour,

            LocalDate asOf,
            LocalDate validUntil,
            Instant acceptedAt) {

        static ForeignGradeResponse of(ForeignGrade grade) {
            return new ForeignGradeResponse(
                    grade.id(),
                    grade.business(),
                    grade.city(),
                    grade.level(),
                    Choice.word(grade.colour()),
                    grade.asOf(),
                    grade.validUntil(),
                    grade.acceptedAt());
        }
    }

    @GetMapping
    @Operation(summary = "外地评级，最近在前 / grades of other cities, the newest first")
    List<ForeignGradeResponse> list(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        List<ForeignGrade> found =
                business == null ? recognitions.page(before, Limit.of(limit)) : recognitions.of(business);
        return found.stream().map(ForeignGradeResponse::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "收录外地签名评级 / takes a signed grade in")
    ForeignGradeResponse accept(
            @RequestBody SignedGrade request, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        try {
            return ForeignGradeResponse.of(
                    recognitions.accept(request.text() == null ? "" : request.text(), signedIn.getUsername()));
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    @PostMapping(path = "/issue/{business}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "为外地签发现评级及凭证 / signs the present grade with its receipt for another city",
            description = "内容为空对象 / the body is an empty object")
    SignedGrade issue(
            @PathVariable String business,
            @RequestBody Object empty,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        try {
            return new SignedGrade(recognitions.issue(new CreditCode(business), signedIn.getUsername()));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("business", String.valueOf(e.getMessage()));
        }
    }
}
