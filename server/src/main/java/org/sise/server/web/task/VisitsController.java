package org.sise.server.web.task;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitFilter;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of visits. */
@Controller
final class VisitsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final VisitLists lists;
    private final VisitDesk desk;
    private final MessageSource messages;

    VisitsController(VisitLists lists, VisitDesk desk, MessageSource messages) {
        this.lists = lists;
        this.desk = desk;
        this.messages = messages;
    }

    @GetMapping("/visits")
    String list(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        VisitFilter filter = filter(day, officer, business, state);
        Page<Visit> page = lists.visits(filter, cursor, PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(filter));
        model.addAttribute("page", page);
        model.addAttribute("cursor", cursor);
        model.addAttribute("states", VisitState.values());
        model.addAttribute(
                "businesses",
                desk.businesses(page.items().stream()
                        .map(visit -> visit.business().value())
                        .toList()));
        return "task/visits";
    }

    @GetMapping({"/visits.csv", "/visits.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        VisitFilter filter = filter(day, officer, business, state);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("visit.list"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("visit.number"),
                        words.say("business.code"),
                        words.say("task.kind"),
                        words.say("task.from"),
                        words.say("task.until"),
                        words.say("task.items"),
                        words.say("task.officers"),
                        words.say("visit.state"),
                        words.say("visit.opened"),
                        words.say("visit.left")),
                sheet -> fill(sheet, filter, words));
    }

    private void fill(SheetWriter sheet, VisitFilter filter, Words words) throws IOException {
        Long before = null;
        Page<Visit> page;
        do {
            page = lists.visits(filter, before, AT_ONCE);
            for (Visit visit : page.items()) {
                sheet.row(Arrays.asList(
                        visit.id(),
                        visit.business().value(),
                        visit.kinds().stream()
                                .map(kind -> words.either(
                                        kind.rule().zh(), kind.rule().en()))
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        visit.window().from(),
                        visit.window().until(),
                        String.join(" ", visit.items()),
                        String.join(" ", visit.officers()),
                        words.either(visit.state().zh(), visit.state().en()),
                        visit.openedAt() == null ? null : words.time(visit.openedAt()),
                        visit.leftAt() == null ? null : words.time(visit.leftAt())));
                before = visit.id();
            }
        } while (page.next() != null);
    }

    private static VisitFilter filter(
            @Nullable LocalDate day, @Nullable String officer, @Nullable String business, @Nullable String state) {
        return new VisitFilter(
                day, Filled.orNull(officer), Filled.orNull(business), Choice.of(VisitState.class, "state", state));
    }

    private static String query(VisitFilter filter) {
        return String.valueOf(UriComponentsBuilder.newInstance()
                .queryParam("day", filter.day() == null ? "" : filter.day())
                .queryParam("officer", filter.officer() == null ? "" : filter.officer())
                .queryParam("business", filter.business() == null ? "" : filter.business())
                .queryParam("state", filter.state() == null ? "" : Choice.word(filter.state()))
                .encode()
                .build()
                .getQuery());
    }
}
