package org.sise.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.Effects;
import org.sise.supervision.effect.Span;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether supervision works. */
@RestController
@RequestMapping(path = "/api/v1/effect", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "effect", description = "监管成效 / whether supervision works")
final class EffectApi {

    private final Effects effects;
    private final ColourAccess colours;
    private final Clock clock;

    EffectApi(Effects effects, ColourAccess colours, Clock clock) {
        this.effects = effects;
        this.colours = colours;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "成效 / what came of visits",
            description =
                    "问题发现率附 95% 区间（Wilson），以纯随机检查为基准，没有时以层内随机份额为基准（yardstick）；默认最近一年"
                            + " / finding rates with 95 % intervals (Wilson) against pure random checks, or where there are none against the random share within strata (yardstick); the last year by default")
    Effect show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn signedIn) {
        LocalDate last = until == null ? LocalDate.now(clock) : until;
        LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
        Effect effect = effects.of(Named.ask(() -> new Span(first, last)));
        return colours.seesColours(signedIn.account()) ? effect : effect.withoutColours();
    }
}
