package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.ledger.Page;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.Records;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.BusinessSearch;
import org.sise.server.query.Moment;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Businesses with their grades and records. A company account sees its own business only. */
@RestController
@RequestMapping(path = "/api/v1/businesses", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "businesses", description = "企业及其颜色 / businesses and their colours")
final class BusinessesApi {

    private static final int HISTORY = 500;

    private final Businesses businesses;
    private final Grades grades;
    private final Records records;
    private final ColourAccess colours;
    private final Clock clock;

    BusinessesApi(Businesses businesses, Grades grades, Records records, ColourAccess colours, Clock clock) {
        this.businesses = businesses;
        this.grades = grades;
        this.records = records;
        this.colours = colours;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "企业列表 / list of businesses", description = "按游标分页 / by cursor")
    ApiPage<BusinessResponse> list(
            @Parameter(description = "部分名称或代码 / a part of name or code") @RequestParam(required = false) @Nullable
                    String q,
            @Parameter(description = "blue, yellow, orange, red") @RequestParam(required = false) @Nullable
                    String colour,
            @Parameter(description = "区划代码，2、4或6位 / GB/T 2260 code of 2, 4 or 6 digits")
                    @RequestParam(required = false)
                    @Nullable
                    String district,
            @Parameter(description = "门类字母或行业代码 / GB/T 4754 section letter or code")
                    @RequestParam(required = false)
                    @Nullable
                    String industry,
            @Parameter(description = "operating, revoked, closed") @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(description = "worst, name, code") @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 – 500") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        boolean seesColours = colours.seesColours(signedIn.account());
        BusinessSearch search = BusinessSearch.of(q, colour, district, industry, status, sort, seesColours);
        Page<Business> page = page(search, cursor, Limit.of(limit));
        return new ApiPage<>(
                page.items().stream()
                        .map(business -> BusinessResponse.of(business, seesColours))
                        .toList(),
                page.next(),
                page.total());
    }

    @GetMapping("/{code}")
    @Operation(summary = "一户企业 / one business")
    BusinessResponse one(
            @PathVariable String code, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        Account account = signedIn.account();
        return BusinessResponse.of(visible(code, account), colours.seesColourOf(account, code));
    }

    @GetMapping("/{code}/records")
    @Operation(
            summary = "某日、按某时已知的记录 / records of a day, as known at a time",
            description = "默认今天、现在 / by default today and now")
    List<RecordResponse> records(
            @PathVariable String code,
            @Parameter(description = "yyyy-MM-dd") @RequestParam(required = false) @Nullable String asOf,
            @Parameter(description = "2026-11-22T03:00:00Z") @RequestParam(required = false) @Nullable String knownAt,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        visible(code, signedIn.account());
        Moment moment = Moment.of(asOf, knownAt, clock);
        return records.of(new CreditCode(code), moment.asOf(), moment.knownAt()).stream()
                .map(RecordResponse::of)
                .toList();
    }

    @GetMapping("/{code}/grade")
    @Operation(summary = "现颜色及评级凭证 / the present grade with its receipt")
    GradeResponse grade(
            @PathVariable String code, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        coloured(code, signedIn.account());
        return GradeResponse.of(
                grades.present(code).orElseThrow(() -> new NotFoundException("grade of " + code)), true);
    }

    @GetMapping("/{code}/grades")
    @Operation(summary = "历次评级，最近在前 / grade history, the latest first")
    List<GradeResponse> history(
            @PathVariable String code, @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        coloured(code, signedIn.account());
        return grades.history(code, HISTORY).stream()
                .map(grade -> GradeResponse.of(grade, false))
                .toList();
    }

    @GetMapping("/{code}/grades/{id}/receipt")
    @Operation(summary = "评级凭证原字节 / a receipt, byte for byte", description = "SHA-256 见 X-Receipt-SHA-256")
    ResponseEntity<byte[]> receipt(
            @PathVariable String code,
            @PathVariable long id,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        coloured(code, signedIn.account());
        StoredGrade grade = grades.find(code, id).orElseThrow(() -> new NotFoundException("receipt " + id));
        return ResponseEntity.ok()
                .header("X-Receipt-SHA-256", grade.entry().receiptDigest())
                .body(grade.entry().receipt().getBytes(StandardCharsets.UTF_8));
    }

    private Page<Business> page(BusinessSearch search, @Nullable String cursor, int limit) {
        try {
            return businesses.page(search.filter(), search.sort(), cursor, limit);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", Limit.cursorFault());
        }
    }

    private void coloured(String code, Account account) {
        visible(code, account);
        if (!colours.seesColourOf(account, code)) {
            throw new NotFoundException(code);
        }
    }

    private Business visible(String code, Account account) {
        if (CodeVerdict.of(code) instanceof CodeVerdict.Valid && colours.seesBusiness(account, code)) {
            return businesses.find(code).orElseThrow(() -> new NotFoundException(code));
        }
        throw new NotFoundException(code);
    }
}
