package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyVersions;
import org.sise.grading.whatif.MovedBusiness;
import org.sise.grading.whatif.MoverQuery;
import org.sise.grading.whatif.WhatIfRefusedException;
import org.sise.grading.whatif.WhatIfReport;
import org.sise.grading.whatif.WhatIfRun;
import org.sise.grading.whatif.WhatIfs;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.MoverSearch;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What-ifs over all businesses of the ledger. */
@RestController
@RequestMapping(path = "/api/v1/what-ifs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "what-ifs", description = "全量推演：拟用规则与现行规则对比 / a draft policy beside the one in force, over every business")
final class WhatIfsApi {

    private static final String YAML = "application/yaml";

    /** One byte more than the language allows, so that a longer file is told as such. */
    private static final int MOST_BYTES = (2 << 20) + 1;

    private final WhatIfs whatIfs;
    private final PolicyVersions versions;
    private final Clock clock;

    WhatIfsApi(WhatIfs whatIfs, PolicyVersions versions, Clock clock) {
        this.whatIfs = whatIfs;
        this.versions = versions;
        this.clock = clock;
    }

    /** What is to be compared. */
    @Schema(name = "WhatIfRequest")
    public record AskRequest(
            @Schema(description = "拟用规则的版本号，空为现行规则（须有两个日期） / number of the version tried; none: the one in force")
            @Nullable
            Long policyVersion,

            @Schema(description = "对比规则的摘要，空为现行规则 / digest of the policy to compare with; none: the one in force")
            @Nullable
            String against,

            @Schema(description = "拟用规则的日期，默认今天 / day of the draft, today by default") @Nullable
            LocalDate asOf,

            @Schema(description = "对比规则的日期，默认同上 / day of the other, by default the same") @Nullable
            LocalDate againstAsOf) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "推演已保存的版本 / a what-if of a version that is kept")
    ResponseEntity<WhatIfResponse> ask(
            @org.springframework.web.bind.annotation.RequestBody AskRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        LocalDate asOf = orToday(request.asOf());
        LocalDate againstAsOf = request.againstAsOf() == null ? asOf : request.againstAsOf();
        long version;
        if (request.policyVersion() == null) {
            if (request.against() == null && asOf.equals(againstAsOf)) {
                throw new BadParameterException(
                        "policyVersion", "请给出拟用规则的版本号，或两个不同的日期 / a version is needed, or two different days");
            }
            version = versions.inForce().id();
        } else {
            version = request.policyVersion();
            if (versions.find(version).isEmpty()) {
                throw new BadParameterException("policyVersion", "没有该版本 / there is no such version");
            }
        }
        return asked(versions.file(version), request.against(), asOf, againstAsOf, signedIn);
    }

    @PostMapping(consumes = {YAML, "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(summary = "推演未保存的文件 / a what-if of a file that is not kept as a version")
    @RequestBody(required = true, content = @Content(mediaType = YAML, schema = @Schema(type = "string")))
    ResponseEntity<WhatIfResponse> askFile(
            @Parameter(hidden = true) InputStream body,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate againstAsOf,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn)
            throws IOException {
        LocalDate day = orToday(asOf);
        return asked(body.readNBytes(MOST_BYTES), against, day, againstAsOf == null ? day : againstAsOf, signedIn);
    }

    @GetMapping
    @Operation(summary = "推演，最近在前 / what-ifs, the latest first")
    ApiPage<WhatIfResponse> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        int most = Limit.of(limit);
        try {
            Page<WhatIfRun> page = whatIfs.list(cursor, most);
            return new ApiPage<>(page.items().stream().map(WhatIfResponse::of).toList(), page.next(), page.total());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "状态与进度 / state and progress")
    WhatIfResponse one(@PathVariable long id) {
        return WhatIfResponse.of(run(id));
    }

    @GetMapping("/{id}/result")
    @Operation(summary = "分布、变动矩阵、行业与地区 / distributions, moves, industries and regions")
    WhatIfResultResponse result(@PathVariable long id) {
        return WhatIfResultResponse.of(report(id));
    }

    @GetMapping("/{id}/movers")
    @Operation(summary = "每户变动及原因，按信用代码 / every business that moves and why, by credit code")
    ApiPage<WhatIfMoverResponse> movers(
            @PathVariable long id,
            @Parameter(description = "原等级或 not-applicable / its grade before") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "新等级或 not-applicable / its grade after") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "2、4或6位行政区划代码 / region code of 2, 4 or 6 digits")
                    @RequestParam(required = false)
                    @Nullable
                    String district,
            @Parameter(description = "门类字母或2至4位行业代码 / section letter or industry code")
                    @RequestParam(required = false)
                    @Nullable
                    String industry,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Limit.of(limit);
        WhatIfReport report = report(id);
        MoverQuery query = MoverSearch.of(from, to, district, industry).query();
        try {
            Page<MovedBusiness> page = whatIfs.movers(report, query, cursor, most);
            return new ApiPage<>(
                    page.items().stream().map(WhatIfMoverResponse::of).toList(), page.next(), page.total());
        } catch (WhatIfRefusedException e) {
            throw new BadParameterException(e.field(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
    }

    @GetMapping("/{id}/movers/{code}")
    @Operation(summary = "一户的变动及原因 / one business and why it moves")
    WhatIfMoverResponse mover(@PathVariable long id, @PathVariable String code) {
        return whatIfs.mover(report(id), code)
                .map(WhatIfMoverResponse::of)
                .orElseThrow(() -> new NotFoundException(code));
    }

    private ResponseEntity<WhatIfResponse> asked(
            byte[] file, @Nullable String against, LocalDate asOf, LocalDate againstAsOf, SignedIn signedIn) {
        try {
            WhatIfRun run = whatIfs.ask(file, against, asOf, againstAsOf, signedIn.getUsername());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/what-ifs/" + run.id()))
                    .body(WhatIfResponse.of(run));
        } catch (WhatIfRefusedException e) {
            throw new BadParameterException(e.field(), String.valueOf(e.getMessage()));
        }
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.now(clock) : day;
    }

    private WhatIfRun run(long id) {
        return whatIfs.find(id).orElseThrow(() -> new NotFoundException("what-if " + id));
    }

    private WhatIfReport report(long id) {
        WhatIfRun run = run(id);
        return whatIfs.report(id)
                .orElseThrow(() ->
                        new ConflictException(new IllegalStateException("推演尚无结果（%s） / the what-if has no result (%s)"
                                .formatted(run.state().zh(), run.state().en()))));
    }
}
