package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.Choice;
import org.sise.server.security.Account;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.correction.CorrectionFilter;
import org.sise.supervision.correction.CorrectionRules;
import org.sise.supervision.correction.CorrectionState;
import org.sise.supervision.correction.Corrections;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of corrections. A company sees its own. */
@Controller
final class CorrectionsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Corrections corrections;
    private final ItemNames items;
    private final MessageSource messages;

    CorrectionsController(Corrections corrections, CheckItems items, MessageSource messages) {
        this.corrections = corrections;
        this.items = new ItemNames(items);
        this.messages = messages;
    }

    @GetMapping("/corrections")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        CorrectionSearch search = CorrectionSearch.of(state, due, business, department, sort);
        String own = own(signedIn.account());
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("search", search);
        model.addAttribute("page", PageSteps.read(() -> corrections.list(search.filter(), own, from, PAGE)));
        model.addAttribute("cursor", from);
        model.addAttribute("overdue", count(CorrectionState.OVERDUE, own));
        model.addAttribute("reported", count(CorrectionState.REPORTED, own));
        model.addAttribute("states", Arrays.asList(CorrectionState.values()));
        model.addAttribute(
                "sorts",
                Arrays.stream(CorrectionFilter.Order.values()).map(Choice::word).toList());
        model.addAttribute("departments", corrections.departments(own));
        model.addAttribute("items", items);
        model.addAttribute("rules", CorrectionRules.standard().rows());
        return "after/corrections";
    }

    @GetMapping({"/corrections.csv", "/corrections.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String sort,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        CorrectionSearch search = CorrectionSearch.of(state, due, business, department, sort);
        String own = own(signedIn.account());
        Downloads.table(
                response,
                words.say("correction.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("correction.number"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("visit.number"),
                        words.say("task.department"),
                        words.say("correction.item"),
                        words.say("correction.matter"),
                        words.say("correction.ordered"),
                        words.say("correction.due"),
                        words.say("correction.due.first"),
                        words.say("correction.state"),
                        words.say("correction.exempted")),
                sheet -> fill(sheet, search.filter(), own, words));
    }

    private void fill(SheetWriter sheet, CorrectionFilter filter, @Nullable String own, Words words)
            throws IOException {
        String cursor = null;
        do {
            Page<Correction> part = corrections.list(filter, own, cursor, AT_ONCE);
            for (Correction one : part.items()) {
                sheet.row(List.of(
                        one.id(),
                        one.business(),
                        one.name(),
                        one.visit(),
                        String.join("、", one.departments()),
                        items.of(one.item()),
                        one.matter(),
                        one.orderedOn(),
                        one.due(),
                        one.firstDue(),
                        words.of(one.state()),
                        words.say(one.exempted() ? "after.yes" : "after.no")));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private long count(CorrectionState state, @Nullable String own) {
        return corrections
                .list(new CorrectionFilter(state, null, null, null, false, CorrectionFilter.Order.DUE), own, null, 1)
                .total();
    }

    /** The one business that an account may see corrections of; null for all. */
    private static @Nullable String own(Account account) {
        return account.isAuthority() ? null : account.creditCode();
    }
}
