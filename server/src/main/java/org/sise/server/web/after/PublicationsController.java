package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.house.PublicationSettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.publication.ResultPublications;
import org.sise.supervision.publication.WaitingResult;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results that wait for their publication, and their publication. */
@Controller
final class PublicationsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final ResultPublications publications;
    private final PublicationSettings settings;
    private final MessageSource messages;

    PublicationsController(ResultPublications publications, PublicationSettings settings, MessageSource messages) {
        this.publications = publications;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/publications")
    String list(
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("overdue", overdue);
        model.addAttribute("page", page(overdue, from));
        model.addAttribute("cursor", from);
        model.addAttribute("late", publications.overdue());
        model.addAttribute("today", publications.today());
        model.addAttribute("automatic", settings.automatic());
        model.addAttribute("kinds", publications.kinds().rows());
        model.addAttribute("known", publications.isFinal(publications.today().getYear()));
        return "after/publications";
    }

    @PostMapping("/publications/{visit}")
    String publish(
            @PathVariable long visit,
            @RequestParam(defaultValue = "/publications") String back,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        String page = back.equals("visit") ? "/visits/" + visit + "/after" : "/publications";
        try {
            return Step.take(page, flash, () -> publications.publish(visit, signedIn.getUsername()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("visit " + visit);
        }
    }

    @GetMapping({"/publications.csv", "/publications.xlsx"})
    void export(
            @RequestParam(defaultValue = "false") boolean overdue,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("publication.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("correction.visit"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("publication.departments"),
                        words.say("publication.result"),
                        words.say("publication.completed"),
                        words.say("publication.due"),
                        words.say("publication.due.then"),
                        words.say("publication.overdue")),
                sheet -> fill(sheet, overdue, words));
    }

    private void fill(SheetWriter sheet, boolean overdue, Words words) throws IOException {
        String cursor = null;
        do {
            Page<WaitingResult> part = publications.waiting(overdue, cursor, AT_ONCE);
            for (WaitingResult one : part.items()) {
                sheet.row(List.of(
                        one.visit(),
                        one.business(),
                        one.name(),
                        String.join(" ", one.departments()),
                        words.of(one.result()),
                        one.completedOn(),
                        one.due(),
                        one.dueThen(),
                        one.isOverdue(publications.today()) ? words.say("after.yes") : words.say("after.no")));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private Page<WaitingResult> page(boolean overdue, @Nullable String cursor) {
        try {
            return publications.waiting(overdue, cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }
}
