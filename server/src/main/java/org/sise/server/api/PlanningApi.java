package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.yearly.YearlyEntry;
import org.sise.supervision.yearly.YearlyPlan;
import org.sise.supervision.yearly.YearlyPlans;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What plans are made of: check items, inspectors, and the entries of yearly plans. They are handed in as workbooks on pages. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans", description = "抽查计划 / inspection plans")
final class PlanningApi {

    private final CheckItems items;
    private final Inspectors inspectors;
    private final YearlyPlans yearly;

    PlanningApi(CheckItems items, Inspectors inspectors, YearlyPlans yearly) {
        this.items = items;
        this.inspectors = inspectors;
        this.yearly = yearly;
    }

    /** A check item. */
    @Schema(name = "CheckItem")
    public record ItemResponse(
            String id,
            String category,
            String item,

            @Schema(allowableValues = {"general", "key"}) String kind,

            String subjects,
            String method,
            String legalBasis,
            String department,
            @Nullable BigDecimal ratioCap,
            List<String> industries,
            String source,

            @Schema(description = "可信度，low 须经主管机关确认 / low needs confirmation by the authority")
            String confidence) {

        static ItemResponse of(CatalogueItem item) {
            return new ItemResponse(
                    item.id(),
                    item.category(),
                    item.item(),
                    item.kind().en(),
                    item.subjects(),
                    item.method(),
                    item.legalBasis(),
                    item.department(),
                    item.ratioCap(),
                    item.industries(),
                    item.source(),
                    item.confidence());
        }
    }

    /** An inspector. */
    @Schema(name = "Inspector")
    public record InspectorResponse(
            String certificate, String name, String region, String field, int maxLoad, LocalDate validUntil) {

        static InspectorResponse of(CertifiedInspector one) {
            return new InspectorResponse(
                    one.certificate(), one.name(), one.region(), one.field(), one.maxLoad(), one.validUntil());
        }
    }

    /** A yearly plan with its entries and the plans that carry them out. */
    @Schema(name = "YearlyPlan")
    public record YearlyResponse(
            long id,
            int year,
            String region,
            String title,
            @Nullable Instant publishedAt,
            List<YearlyEntry> entries,
            List<YearlyPlans.Carried> carriedOut) {}

    @GetMapping("/check-items")
    @Operation(summary = "抽查事项清单 / the catalogue of check items")
    List<ItemResponse> items(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String department) {
        return items.select(category, department).stream().map(ItemResponse::of).toList();
    }

    @GetMapping("/inspectors")
    @Operation(summary = "执法检查人员名录 / the roster of inspectors")
    List<InspectorResponse> inspectors() {
        return inspectors.list().stream().map(InspectorResponse::of).toList();
    }

    @GetMapping("/yearly-plans")
    @Operation(summary = "年度抽查计划，含未公布的版本 / yearly plans, versions that are not published with them")
    List<YearlyResponse> yearly() {
        return yearly.list().stream().map(this::of).toList();
    }

    @GetMapping("/yearly-plans/{id}")
    @Operation(summary = "一个年度计划 / one yearly plan")
    YearlyResponse yearly(@PathVariable long id) {
        return of(yearly.find(id).orElseThrow(() -> new NotFoundException(String.valueOf(id))));
    }

    private YearlyResponse of(YearlyPlan plan) {
        return new YearlyResponse(
                plan.id(),
                plan.year(),
                plan.region(),
                plan.title(),
                plan.publishedAt(),
                yearly.entries(plan.id()),
                yearly.carriedOut(plan.id()));
    }
}
