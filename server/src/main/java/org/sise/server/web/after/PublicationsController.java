package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.house.PublicationSettings;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Queries;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.publication.Published;
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

/** Results that wait for their publication, those that are published, and the step between. */
@Controller
final class PublicationsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final ResultPublications publications;
    private final Published published;
    private final PublicationSettings settings;
    private final MessageSource messages;

    PublicationsController(
            ResultPublications publications,
            Published published,
            PublicationSettings settings,
            MessageSource messages) {
        this.publications = publications;
        this.published = published;
        this.settings = settings;
        this.messages = messages;
    }

    /** Which results are wanted. */
    enum Show {
        WAITING,
        OVERDUE,
        PUBLISHED
    }

    @GetMapping("/publications")
    String list(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Show wanted = show(show);
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        Page<?> page = PageSteps.read(() -> wanted == Show.PUBLISHED
                ? published.results(business, from, PAGE)
                : publications.waiting(wanted == Show.OVERDUE, business, from, PAGE));
        model.addAttribute("show", Choice.word(wanted));
        model.addAttribute(
                "shows", Arrays.stream(Show.values()).map(Choice::word).toList());
        model.addAttribute("business", business);
        model.addAttribute("query", Queries.of("show", Choice.word(wanted), "business", business));
        model.addAttribute("page", page);
        model.addAttribute("cursor", from);
        model.addAttribute("late", publications.overdue());
        model.addAttribute("today", publications.today());
        model.addAttribute("automatic", settings.automatic());
        model.addAttribute(
                "kindRows",
                publications.kinds().rows().stream().map(ShownKind::of).toList());
        return "after/publications";
    }

    @PostMapping("/publications/{visit}")
    String publish(
            @PathVariable long visit,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return PageSteps.step(
                back.equals("visit") ? "/visits/" + visit + "/after" : "/publications",
                flash,
                () -> publications.publish(visit, signedIn.getUsername()));
    }

    @GetMapping({"/publications.csv", "/publications.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        boolean overdue = show(show) == Show.OVERDUE;
        Downloads.table(
                response,
                words.say(overdue ? "publication.show.overdue" : "publication.show.waiting"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("visit.number"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("task.department"),
                        words.say("visit.result"),
                        words.say("visit.completed"),
                        words.say("publication.due"),
                        words.say("publication.due.then"),
                        words.say("publication.overdue")),
                sheet -> fill(sheet, overdue, business, words));
    }

    private void fill(SheetWriter sheet, boolean overdue, @Nullable String business, Words words) throws IOException {
        String cursor = null;
        do {
            Page<WaitingResult> part = publications.waiting(overdue, business, cursor, AT_ONCE);
            for (WaitingResult one : part.items()) {
                sheet.row(List.of(
                        one.visit(),
                        one.business(),
                        one.name(),
                        String.join("、", one.departments()),
                        words.of(one.result()),
                        one.completedOn(),
                        one.due(),
                        one.dueThen(),
                        words.say(one.isOverdue(publications.today()) ? "after.yes" : "after.no")));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private static Show show(@Nullable String word) {
        Show wanted = Choice.of(Show.class, "show", word);
        return wanted == null ? Show.WAITING : wanted;
    }
}
