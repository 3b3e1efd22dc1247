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
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Queries;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.mode.ModeFilter;
import org.sise.supervision.mode.ModeKind;
import org.sise.supervision.mode.ModePolicy;
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

/** The list of modes of supervision, and one with its end. A policy names colours: it is for those who may see them. */
@Controller
final class ModesController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Modes modes;
    private final ColourAccess access;
    private final MessageSource messages;

    ModesController(Modes modes, ColourAccess access, MessageSource messages) {
        this.modes = modes;
        this.access = access;
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
        model.addAttribute("page", PageSteps.read(() -> modes.list(filter, from, PAGE)));
        model.addAttribute("cursor", from);
        model.addAttribute("kinds", Arrays.asList(ModeKind.values()));
        model.addAttribute("policies", modes.policies());
        return "after/modes";
    }

    @PostMapping("/modes/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return PageSteps.step("/modes/" + id, flash, () -> modes.end(id, reason, signedIn.getUsername()));
    }

    @GetMapping("/modes/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        try {
            SupervisionMode mode = modes.get(id);
            model.addAttribute("mode", mode);
            model.addAttribute("policy", modes.policies().byId(mode.policy()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("mode " + id);
        }
        return "after/mode";
    }

    @GetMapping({"/modes.csv", "/modes.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String present,
            @RequestParam(required = false) @Nullable String business,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        ModeFilter filter = filter(kind, present, business);
        boolean seesColours = access.seesColours(signedIn.account());
        Downloads.table(
                response,
                words.say("mode.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("mode.number"),
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("mode.kind"),
                        words.say("mode.policy"),
                        words.say("mode.entered"),
                        words.say("mode.until"),
                        words.say("mode.by"),
                        words.say("mode.reason"),
                        words.say("mode.ended"),
                        words.say("mode.end"),
                        words.say("mode.ended.by"),
                        words.say("consequence.note")),
                sheet -> fill(sheet, filter, seesColours, words));
    }

    private void fill(SheetWriter sheet, ModeFilter filter, boolean colours, Words words) throws IOException {
        String cursor = null;
        do {
            Page<SupervisionMode> part = modes.list(filter, cursor, AT_ONCE);
            for (SupervisionMode one : part.items()) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business(),
                        one.name(),
                        words.of(one.kind()),
                        colours ? name(one, words) : null,
                        one.enteredOn(),
                        one.until(),
                        one.enteredBy(),
                        one.reason(),
                        one.endedAt() == null ? null : words.time(one.endedAt()),
                        one.end() == null ? null : words.of(one.end()),
                        one.endedBy(),
                        one.note()));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    private String name(SupervisionMode mode, Words words) {
        ModePolicy policy = modes.policies().byId(mode.policy());
        return policy == null ? mode.policy() : words.either(policy.zh(), policy.en());
    }

    private static ModeFilter filter(@Nullable String kind, @Nullable String present, @Nullable String business) {
        return new ModeFilter(
                Choice.of(ModeKind.class, "kind", kind), yesOrNo("present", present), Filled.orNull(business));
    }

    private static @Nullable Boolean yesOrNo(String field, @Nullable String text) {
        return switch (Filled.orNull(text)) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadParameterException(field, "应为 true 或 false / must be true or false");
        };
    }
}
