package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.SignedIn;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrections: the list, and one with its next steps. A company sees and reports its own. */
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
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        CorrectionFilter filter = filter(state, business, sort);
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(filter));
        model.addAttribute("page", page(filter, own(signedIn.account()), from, PAGE));
        model.addAttribute("cursor", from);
        model.addAttribute("states", Arrays.asList(CorrectionState.values()));
        model.addAttribute("sorts", Arrays.asList(CorrectionFilter.Order.values()));
        model.addAttribute("items", items);
        model.addAttribute("rules", CorrectionRules.standard().rows());
        return "after/corrections";
    }

    @GetMapping({"/corrections.csv", "/corrections.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String sort,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        CorrectionFilter filter = filter(state, business, sort);
        String own = own(signedIn.account());
        Downloads.table(
                response,
                words.say("correction.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("correction.number"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("correction.visit"),
                        words.say("correction.item"),
                        words.say("correction.matter"),
                        words.say("correction.ordered"),
                        words.say("correction.due"),
                        words.say("correction.state"),
                        words.say("correction.exempted")),
                sheet -> fill(sheet, filter, own, words));
    }

    @GetMapping("/corrections/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Correction correction = find(id, signedIn.account());
        model.addAttribute("correction", correction);
        model.addAttribute("events", corrections.history(id));
        model.addAttribute("items", items);
        model.addAttribute("mayReport", correction.state().canTransitionTo(CorrectionState.REPORTED));
        model.addAttribute("mayVerify", correction.state().canTransitionTo(CorrectionState.VERIFIED));
        model.addAttribute("mayExtend", correction.state().canTransitionTo(CorrectionState.EXTENDED));
        return "after/correction";
    }

    @PostMapping("/corrections/{id}/report")
    String report(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id, signedIn.account());
        return Step.take("/corrections/" + id, flash, () -> corrections.report(id, note, signedIn.getUsername()));
    }

    @PostMapping("/corrections/{id}/verify")
    String verify(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean corrected,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id, signedIn.account());
        return Step.take(
                "/corrections/" + id, flash, () -> corrections.verify(id, corrected, note, signedIn.getUsername()));
    }

    @PostMapping("/corrections/{id}/extend")
    String extend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id, signedIn.account());
        return Step.take(
                "/corrections/" + id,
                flash,
                () -> corrections.extend(id, day("due", due), reason, signedIn.getUsername()));
    }

    /** The day of a form's field. */
    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + ": 应为日期，如 2026-12-01 / must be a day such as 2026-12-01", e);
        }
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
                        items.of(one.item()),
                        one.matter(),
                        one.orderedOn(),
                        one.due(),
                        words.of(one.state()),
                        one.exempted() ? words.say("after.yes") : words.say("after.no")));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private Page<Correction> page(CorrectionFilter filter, @Nullable String own, @Nullable String cursor, int limit) {
        try {
            return corrections.list(filter, own, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private Correction find(long id, Account account) {
        try {
            Correction correction = corrections.get(id);
            if (account.isAuthority() || correction.business().equals(account.creditCode())) {
                return correction;
            }
        } catch (NoSuchElementException e) {
            throw new NotFoundException("correction " + id);
        }
        throw new NotFoundException("correction " + id);
    }

    /** The one business that an account may see corrections of; null for all. */
    private static @Nullable String own(Account account) {
        return account.isAuthority() ? null : account.creditCode();
    }

    private static CorrectionFilter filter(@Nullable String state, @Nullable String business, @Nullable String sort) {
        CorrectionFilter.Order order = Choice.of(CorrectionFilter.Order.class, "sort", sort);
        return new CorrectionFilter(
                Choice.of(CorrectionState.class, "state", state),
                business == null || business.isBlank() ? null : business.strip(),
                false,
                order == null ? CorrectionFilter.Order.DUE : order);
    }

    private static String query(CorrectionFilter filter) {
        return Queries.of(
                "state", filter.state() == null ? "" : filter.state().token(),
                "business", filter.business(),
                "sort", Choice.word(filter.order()));
    }
}
