package org.sise.server.web.attempt;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.VisitDesk;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.entry.EntryAttempt;
import org.sise.supervision.entry.EntryAttempts;
import org.sise.supervision.entry.Way;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Scans at doors, above all those refused. */
@Controller
final class AttemptsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final EntryAttempts attempts;
    private final VisitDesk desk;
    private final MessageSource messages;

    AttemptsController(EntryAttempts attempts, VisitDesk desk, MessageSource messages) {
        this.attempts = attempts;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/attempts")
    String list(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String way,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String certificate,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        AttemptFilterForm form = AttemptFilterForm.of(verdict, way, condition, business, certificate, from, until);
        Page<EntryAttempt> page = attempts.page(form.filter(), cursor, PAGE);
        model.addAttribute("filter", form);
        model.addAttribute("page", page);
        model.addAttribute("cursor", cursor);
        model.addAttribute("verdicts", AttemptFilterForm.Verdict.values());
        model.addAttribute("ways", Way.values());
        model.addAttribute("conditions", Condition.values());
        model.addAttribute(
                "businesses",
                desk.businesses(page.items().stream()
                        .map(EntryAttempt::business)
                        .filter(Objects::nonNull)
                        .toList()));
        return "attempt/list";
    }

    @GetMapping({"/attempts.csv", "/attempts.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String way,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String certificate,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        AttemptFilterForm form = AttemptFilterForm.of(verdict, way, condition, business, certificate, from, until);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("attempt.list"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("attempt.number"),
                        words.say("attempt.at"),
                        words.say("attempt.device.at"),
                        words.say("attempt.way"),
                        words.say("business.code"),
                        words.say("attempt.certificate"),
                        words.say("attempt.visit"),
                        words.say("attempt.verdict"),
                        words.say("attempt.conditions"),
                        words.say("attempt.reason")),
                sheet -> fill(sheet, form, words));
    }

    private void fill(SheetWriter sheet, AttemptFilterForm form, Words words) throws IOException {
        Long before = null;
        Page<EntryAttempt> page;
        do {
            page = attempts.page(form.filter(), before, AT_ONCE);
            for (EntryAttempt attempt : page.items()) {
                sheet.row(Arrays.asList(
                        attempt.id(),
                        words.time(attempt.at()),
                        attempt.deviceAt() == null ? null : words.time(attempt.deviceAt()),
                        words.of(attempt.way()),
                        attempt.business(),
                        attempt.certificate(),
                        attempt.visit(),
                        words.say(attempt.isAdmitted() ? "attempt.verdict.admitted" : "attempt.verdict.refused"),
                        attempt.failures().stream()
                                .map(failed -> words.either(failed.zh(), failed.en()))
                                .collect(Collectors.joining("; ")),
                        attempt.reason()));
                before = attempt.id();
            }
        } while (page.next() != null);
    }
}
