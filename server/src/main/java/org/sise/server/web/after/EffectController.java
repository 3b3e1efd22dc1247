package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.Effects;
import org.sise.supervision.effect.FindingRate;
import org.sise.supervision.effect.Span;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether supervision works, over chosen days. */
@Controller
final class EffectController {

    private final Effects effects;
    private final MessageSource messages;
    private final Clock clock;

    EffectController(Effects effects, MessageSource messages, Clock clock) {
        this.effects = effects;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/effect")
    String show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Locale locale,
            Model model) {
        Effect effect = effects.of(span(from, until));
        model.addAttribute("effect", effect);
        model.addAttribute("dimensions", FindingRate.Dimension.values());
        model.addAttribute("names", new EffectWords(new Words(locale, messages)));
        model.addAttribute("tables", EffectTable.values());
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
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        EffectTable chosen = Choice.of(EffectTable.class, "table", table);
        EffectTable of = chosen == null ? EffectTable.RATES : chosen;
        EffectWords words = new EffectWords(new Words(locale, messages));
        Effect effect = effects.of(span(from, until));
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

    /** The year up to today, where nothing else is asked for. */
    private Span span(@Nullable String from, @Nullable String until) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = day("until", until, today);
        LocalDate first = day("from", from, last.minusYears(1).plusDays(1));
        if (last.isBefore(first)) {
            throw new BadParameterException("until", "止日不应早于起日 / the last day must not be before the first");
        }
        return new Span(first, last);
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return CorrectionsController.day(field, text);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException(field, "应为日期，如 2026-12-01 / must be a day such as 2026-12-01");
        }
    }
}
