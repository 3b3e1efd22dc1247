package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.Effects;
import org.sise.supervision.effect.FindingRate;
import org.sise.supervision.effect.Span;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether supervision works, over chosen days. Sums by colour are for those who may see colours. */
@Controller
final class EffectController {

    private final Effects effects;
    private final ColourAccess colours;
    private final MessageSource messages;
    private final Clock clock;

    EffectController(Effects effects, ColourAccess colours, MessageSource messages, Clock clock) {
        this.effects = effects;
        this.colours = colours;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/effect")
    String show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        Effect effect = effect(from, until, signedIn);
        model.addAttribute("effect", effect);
        model.addAttribute("dimensions", FindingRate.Dimension.values());
        model.addAttribute("names", new EffectWords(new Words(locale, messages)));
        model.addAttribute("bars", new EffectBars(effect));
        model.addAttribute(
                "query",
                "from=" + effect.span().from() + "&until=" + effect.span().until());
        return "after/effect";
    }

    @GetMapping({"/effect.csv", "/effect.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String table,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        EffectTable chosen = Choice.of(EffectTable.class, "table", table);
        EffectTable of = chosen == null ? EffectTable.RATES : chosen;
        EffectWords words = new EffectWords(new Words(locale, messages));
        Effect effect = effect(from, until, signedIn);
        Downloads.table(
                response,
                words.words().say("effect.table." + Choice.word(of)),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                of.header(words.words()),
                sheet -> {
                    for (List<@Nullable Object> row : of.rows(effect, words)) {
                        sheet.row(row);
                    }
                });
    }

    private Effect effect(@Nullable String from, @Nullable String until, SignedIn signedIn) {
        Effect effect = effects.of(span(from, until));
        return colours.seesColours(signedIn.account()) ? effect : effect.withoutColours();
    }

    /** The year up to today, where nothing else is asked for. */
    private Span span(@Nullable String from, @Nullable String until) {
        LocalDate last = day("until", until, LocalDate.now(clock));
        LocalDate first = day("from", from, last.minusYears(1).plusDays(1));
        return PageSteps.read(() -> new Span(first, last));
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate otherwise) {
        return text == null || text.isBlank() ? otherwise : DayField.of(field, text);
    }
}
