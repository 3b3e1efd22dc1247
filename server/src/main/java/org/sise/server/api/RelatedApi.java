package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sise.server.api.RelatedResponses.GroupResponse;
import org.sise.server.api.RelatedResponses.PathsResponse;
import org.sise.server.api.RelatedResponses.RelatedResponse;
import org.sise.server.desk.RelatedDesk;
import org.sise.server.security.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Related parties as nodes and edges. A company account asks about its own business only. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "related", description = "关联方 / related parties; 503 while Neo4j does not answer")
final class RelatedApi {

    private final RelatedDesk related;

    RelatedApi(RelatedDesk related) {
        this.related = related;
    }

    @GetMapping("/businesses/{code}/related")
    @Operation(
            summary = "一户企业的关联方 / the parties around a business",
            description = "牵连过多者列出但不延伸 / whoever leads to too many is shown and not followed")
    RelatedResponse around(
            @PathVariable String code,
            @Parameter(description = "间隔，1 – 4 / steps from business to business") @RequestParam(defaultValue = "2")
                    int depth,
            @Parameter(description = "最多主体数，1 – 500 / nodes at most") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "日期，默认今天 / the day, by default today: yyyy-MM-dd")
                    @RequestParam(required = false)
                    @Nullable
                    String on,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return RelatedResponse.of(related.around(code, depth, limit, on, signedIn.account()));
    }

    @GetMapping("/related/path")
    @Operation(
            summary = "两户企业间的最短路径 / the shortest ways between two businesses",
            description = "不经过牵连过多者和仅知姓名者，至多五条 / never through whoever leads to too many, nor through people"
                    + " known by name only; five at most")
    PathsResponse path(
            @Parameter(description = "统一社会信用代码 / credit code") @RequestParam String from,
            @Parameter(description = "统一社会信用代码 / credit code") @RequestParam String to,
            @Parameter(description = "日期，默认今天 / the day, by default today: yyyy-MM-dd")
                    @RequestParam(required = false)
                    @Nullable
                    String on,
            @Parameter(description = "最多间隔，1 – 6 / steps at most") @RequestParam(defaultValue = "4") int steps,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return PathsResponse.of(related.between(from, to, on, steps, signedIn.account()));
    }

    @GetMapping("/businesses/{code}/group")
    @Operation(
            summary = "实际控制人及其控制的企业 / who controls a business and what else they control",
            description = "按游标分页，截至最近一次计算 / by cursor, as last worked out")
    GroupResponse group(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 – 500") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        return GroupResponse.of(related.group(code, cursor, limit, signedIn.account()));
    }
}
