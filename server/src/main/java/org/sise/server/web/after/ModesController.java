package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.mode.ModeFacts;
import org.sise.supervision.mode.ModeFilter;
import org.sise.supervision.mode.ModeKind;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.mode.SupervisionMode;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Modes of supervision: policies, who is in one, who would qualify, entry and end. */
@Controller
final class ModesController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Modes modes;
    private final MessageSource messages;

    ModesController(Modes modes, MessageSource messages) {
        this.modes = modes;
        this.messages = messages;
    }

    @GetMapping("/modes")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String present,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        ModeFilter filter = filter(kind, present, business);
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("filter", filter);
        model.addAttribute(
                "query",
                Queries.of(
                        "kind", filter.kind() == null ? "" : filter.kind().token(),
                        "present",
                                filter.present() == null ? "" : filter.present().toString(),
                        "business", filter.business()));
        model.addAttribute("page", page(filter, from));
        model.addAttribute("cursor", from);
        model.addAttribute("kinds", Arrays.asList(ModeKind.values()));
        model.addAttribute("policies", modes.policies().all());
        return "after/modes";
    }

    @GetMapping("/modes/candidates")
    String candidates(
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        if (modes.policies().byId(policy) == null) {
            throw new NotFoundException("policy " + policy);
        }
        String after = cursor == null || cursor.isBlank() ? null : cursor;
        List<ModeFacts> found = modes.candidates(policy, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("policy", modes.policies().byId(policy));
        model.addAttribute("candidates", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).code() : null);
        return "after/candidates";
    }

    @PostMapping("/modes")
    String enter(
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(defaultValue = "") String business,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        try {
            return Step.take(
                    "/businesses/" + business + "/supervision",
                    flash,
                    () -> modes.enter(
                            policy,
                            business,
                            until.isBlank() ? null : CorrectionsController.day("until", until),
                            reason,
                            signedIn.getUsername()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("policy " + policy);
        }
    }

    @PostMapping("/modes/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        try {
            String business = modes.get(id).business();
            return Step.take(
                    "/businesses/" + business + "/supervision",
                    flash,
                    () -> modes.end(id, reason, signedIn.getUsername()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("mode " + id);
        }
    }

    @GetMapping({"/modes.csv", "/modes.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String present,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        ModeFilter filter = filter(kind, present, business);
        Downloads.table(
                response,
                words.say("mode.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("correction.number"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("mode.kind"),
                        words.say("mode.policy"),
                        words.say("mode.entered"),
                        words.say("mode.until"),
                        words.say("mode.by"),
                        words.say("mode.reason"),
                        words.say("mode.ended"),
                        words.say("mode.end")),
                sheet -> fill(sheet, filter, words));
    }

    private void fill(SheetWriter sheet, ModeFilter filter, Words words) throws IOException {
        String cursor = null;
        do {
            Page<SupervisionMode> part = modes.list(filter, cursor, AT_ONCE);
            for (SupervisionMode one : part.items()) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business(),
                        one.name(),
                        words.of(one.kind()),
                        one.policy(),
                        one.enteredOn(),
                        one.until(),
                        one.enteredBy(),
                        one.reason(),
                        one.endedAt() == null ? null : words.time(one.endedAt()),
                        one.end() == null ? null : words.of(one.end())));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private Page<SupervisionMode> page(ModeFilter filter, @Nullable String cursor) {
        try {
            return modes.list(filter, cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private static ModeFilter filter(@Nullable String kind, @Nullable String present, @Nullable String business) {
        return new ModeFilter(
                Choice.of(ModeKind.class, "kind", kind),
                present == null || present.isBlank() ? null : Boolean.valueOf(present),
                business == null || business.isBlank() ? null : business.strip());
    }
}
