package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.Page;
import org.sise.server.desk.ScanDesk;
import org.sise.server.house.EntrySettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.AddressLimit;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.door.Doors;
import org.sise.supervision.entry.AttemptFilter;
import org.sise.supervision.entry.CodeKey;
import org.sise.supervision.entry.CodeKeys;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.entry.Emergencies;
import org.sise.supervision.entry.EmergencyReview;
import org.sise.supervision.entry.EntryAttempt;
import org.sise.supervision.entry.EntryAttempts;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.entry.Notice;
import org.sise.supervision.entry.ReviewState;
import org.sise.supervision.entry.Way;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scans at the door, both ways, and what is kept of them. */
@RestController
@RequestMapping(path = "/api/v1/entry", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "entry", description = "扫码入企 / codes at the door")
final class EntryApi {

    private static final List<Condition> OFFLINE = List.of(
            Condition.CODE_UNREADABLE,
            Condition.CODE_KEY_UNKNOWN,
            Condition.CODE_FORGED,
            Condition.CODE_FROM_THE_FUTURE,
            Condition.CODE_EXPIRED,
            Condition.WRONG_BUSINESS);

    private final ScanDesk desk;
    private final Emergencies emergencies;
    private final EntryAttempts attempts;
    private final CodeKeys keys;
    private final EntryRules rules;
    private final Doors doors;
    private final ColourAccess colours;
    private final AddressLimit limit;
    private final EntrySettings settings;
    private final Clock clock;

    EntryApi(
            ScanDesk desk,
            Emergencies emergencies,
            EntryAttempts attempts,
            CodeKeys keys,
            EntryRules rules,
            Doors doors,
            ColourAccess colours,
            AddressLimit limit,
            EntrySettings settings,
            Clock clock) {
        this.desk = desk;
        this.emergencies = emergencies;
        this.attempts = attempts;
        this.keys = keys;
        this.rules = rules;
        this.doors = doors;
        this.colours = colours;
        this.limit = limit;
        this.settings = settings;
        this.clock = clock;
    }

    /** What an officer scanned. */
    @Schema(name = "SignScan")
    public record SignScan(
            @Schema(description = "企业码的内容 / the sign's text", example = "SISE/B1/91210100052601815X/7K3Q9W2M") @Nullable
            String text,

            @Schema(description = "手机时间，可不填 / what the phone's clock says, optional") @Nullable
            Instant deviceAt) {}

    /** What a business scanned. */
    @Schema(name = "CodeScan")
    public record CodeScan(
            @Schema(description = "任务码的内容 / the task code's text") @Nullable
            String text,

            @Schema(description = "本企业的统一社会信用代码，可不填 / the business's own credit code, optional") @Nullable
            String business,

            @Nullable Instant deviceAt) {}

    /** An entry that could not wait for approval. */
    @Schema(name = "EmergencyEntryRequest")
    public record EmergencyRequest(
            @Nullable String text,
            @Nullable String reason,
            @Nullable String department,
            @Nullable List<String> items,

            @Schema(description = "同行人员的执法证号 / colleagues' certificates") @Nullable
            List<String> officers) {}

    /** A review of an emergency entry. */
    @Schema(name = "EmergencyReviewRequest")
    public record ReviewRequest(
            @Nullable Boolean justified, @Nullable String note) {}

    /** How a business rates a visit. */
    @Schema(name = "RatingRequest")
    public record RatingRequest(
            @Schema(description = "入企时扫过的任务码 / the task code that was scanned at the door") @Nullable
            String text,

            @Schema(description = "1 至 5 / 1 to 5") @Nullable
            Integer score,

            @Nullable String note) {}

    /** A public key of task codes. */
    @Schema(name = "CodeKey")
    public record KeyResponse(
            int id, @Schema(description = "X.509，Base64") String publicKey, Instant from, Instant until) {
        static KeyResponse of(CodeKey key) {
            return new KeyResponse(key.id(), key.publicKey(), key.from(), key.until());
        }
    }

    /** All that is needed to check task codes without a network. */
    @Schema(name = "CodeKeys")
    public record KeysResponse(
            @Schema(description = "服务器时间，用于校正手机时钟 / the server's time, by which a phone's clock is corrected")
            Instant serverTime,

            long clockSkewSeconds,
            List<KeyResponse> keys,

            @Schema(description = "离线时可能不满足的条件 / the conditions that can fail offline")
            List<ConditionWords> conditions,

            String offlineZh,
            String offlineEn,
            String complaintLine) {}

    /** How a condition is told to people. */
    @Schema(name = "ConditionWords")
    public record ConditionWords(String condition, String zh, String en, String remedyZh, String remedyEn) {
        static ConditionWords of(Condition condition) {
            return new ConditionWords(
                    Choice.word(condition), condition.zh(), condition.en(), condition.remedyZh(), condition.remedyEn());
        }
    }

    @PostMapping(path = "/sign", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "执法人员扫企业码 / an officer scans a business's sign",
            description = "不得入企时返回 422，conditions 列出每一项不满足的条件 / 422 with each failed condition where entry is refused")
    ResponseEntity<?> scanSign(
            @RequestBody SignScan scan,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request) {
        return EntryResponses.of(
                desk.scanSign(text(scan.text()), signedIn.account(), scan.deviceAt()),
                request.getRequestURI(),
                colours.seesColours(signedIn.account()));
    }

    @PostMapping(path = "/code", consumes = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(
            summary = "企业扫任务码，无需账号 / a business scans an officer's task code, no account needed",
            description = "每个地址每分钟次数有限，超出返回 429 / limited per address and minute, 429 beyond")
    ResponseEntity<?> scanCode(@RequestBody CodeScan scan, HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        return EntryResponses.of(
                desk.scanCode(text(scan.text()), door(scan.business()), scan.deviceAt()),
                request.getRequestURI(),
                false);
    }

    @PostMapping(path = "/rating", consumes = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    @Operation(summary = "企业评价本次检查，无需账号 / a business rates a visit, no account needed")
    Map<String, Object> rate(@RequestBody RatingRequest rating, HttpServletRequest request) {
        limit.count(request.getRemoteAddr());
        long visit = desk.visitOfScanned(text(rating.text()))
                .orElseThrow(() -> new NotFoundException("visit of the scanned code"));
        int score = rating.score() == null ? 0 : rating.score();
        if (score < 1 || score > 5) {
            throw new BadParameterException("score", "评分为 1 至 5 / a score is 1 to 5");
        }
        try {
            doors.rate(visit, score, rating.note() == null ? "" : rating.note().strip());
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        }
        return EntryResponses.rated(visit, score);
    }

    @GetMapping("/keys")
    @SecurityRequirements
    @Operation(summary = "任务码的公钥，供离线核验 / the public keys of task codes, for checking offline")
    KeysResponse keys() {
        return new KeysResponse(
                clock.instant(),
                rules.clockSkew().toSeconds(),
                keys.published().stream().map(KeyResponse::of).toList(),
                OFFLINE.stream().map(ConditionWords::of).toList(),
                Notice.OFFLINE.zh(),
                Notice.OFFLINE.en(),
                settings.complaintLine());
    }

    @PostMapping(path = "/emergency", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "紧急入企，须说明理由，事后审查 / an emergency entry with a stated reason, reviewed afterwards")
    ResponseEntity<?> emergency(
            @RequestBody EmergencyRequest entry,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request) {
        try {
            ScanDesk.Result result = desk.enter(
                    text(entry.text()),
                    signedIn.account(),
                    orNone(entry.officers()),
                    text(entry.department()),
                    orNone(entry.items()),
                    text(entry.reason()));
            return EntryResponses.of(result, request.getRequestURI(), colours.seesColours(signedIn.account()));
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    @GetMapping("/emergencies")
    @Operation(summary = "紧急入企及其审查 / emergency entries and their reviews")
    List<EntryResponses.Emergency> emergencies(
            @RequestParam(required = false) @Nullable String state,
            @Parameter(description = "上一页最后一条的 visit / visit of the last one seen")
                    @RequestParam(required = false)
                    @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return emergencies.latest(Choice.of(ReviewState.class, "state", state), before, Limit.of(limit)).stream()
                .map(EntryResponses.Emergency::of)
                .toList();
    }

    @PostMapping(path = "/emergencies/{visit}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "审查紧急入企，须由他人 / reviews an emergency entry, by another person")
    EntryResponses.Emergency review(
            @PathVariable long visit,
            @RequestBody ReviewRequest review,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        if (review.justified() == null) {
            throw new BadParameterException("justified", "应为 true 或 false / must be true or false");
        }
        try {
            EmergencyReview reviewed =
                    emergencies.review(visit, review.justified(), text(review.note()), signedIn.getUsername());
            return EntryResponses.Emergency.of(reviewed);
        } catch (IllegalStateException e) {
            throw new ConflictException(e);
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    @GetMapping("/attempts")
    @Operation(summary = "扫码记录，最近在前 / scans at doors, the newest first")
    ApiPage<EntryResponses.Attempt> attempts(
            @RequestParam(required = false) @Nullable Boolean admitted,
            @RequestParam(required = false) @Nullable String way,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String certificate,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        AttemptFilter filter = new AttemptFilter(
                admitted,
                Choice.of(Way.class, "way", way),
                Choice.of(Condition.class, "condition", condition),
                business,
                certificate,
                from,
                until);
        Page<EntryAttempt> page = attempts.page(filter, NumberCursor.of(cursor), Limit.of(limit));
        return new ApiPage<>(
                page.items().stream().map(EntryResponses.Attempt::of).toList(), page.next(), page.total());
    }

    private static @Nullable CreditCode door(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return new CreditCode(code.strip());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("business", "不是统一社会信用代码 / is not a credit code");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
