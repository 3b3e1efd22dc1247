package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.CodeField;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Queries;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.mode.ModeFacts;
import org.sise.supervision.mode.ModePolicy;
import org.sise.supervision.mode.Modes;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entry into a mode of supervision: each policy's conditions for one business, and who qualifies for a policy. */
@Controller
final class NewModeController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Modes modes;
    private final Businesses businesses;
    private final MessageSource messages;

    NewModeController(Modes modes, Businesses businesses, MessageSource messages) {
        this.modes = modes;
        this.businesses = businesses;
        this.messages = messages;
    }

    @GetMapping("/modes/new")
    String conditions(@RequestParam(required = false) @Nullable String business, Locale locale, Model model) {
        Words words = new Words(locale, messages);
        CreditCode code = business == null || business.isBlank() ? null : CodeField.of("business", business);
        model.addAttribute("code", code == null ? null : code.value());
        model.addAttribute(
                "business", code == null ? null : businesses.find(code.value()).orElse(null));
        model.addAttribute(
                "offers",
                modes.policies().all().stream()
                        .map(policy -> new ModeTerms(
                                policy, code == null ? null : modes.unmet(policy.id(), code.value()), words))
                        .toList());
        return "after/mode-new";
    }

    @PostMapping("/modes")
    String enter(
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        String code = CodeField.of("business", business).value();
        return PageSteps.go("/modes/new?business=" + code, flash, () -> {
            long id = modes.enter(
                            policy,
                            code,
                            until.isBlank() ? null : DayField.of("until", until),
                            reason,
                            signedIn.getUsername())
                    .id();
            return "/modes/" + id;
        });
    }

    @GetMapping("/modes/candidates")
    String candidates(
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        ModePolicy wanted = policy(policy);
        String after = cursor == null || cursor.isBlank() ? null : cursor;
        List<ModeFacts> found = modes.candidates(wanted.id(), after, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("policy", wanted);
        model.addAttribute("candidates", more ? found.subList(0, PAGE) : found);
        model.addAttribute("query", Queries.of("policy", wanted.id()));
        model.addAttribute("cursor", after);
        model.addAttribute("next", more ? found.get(PAGE - 1).code() : null);
        model.addAttribute("policies", modes.policies().all());
        return "after/candidates";
    }

    @GetMapping({"/modes/candidates.csv", "/modes/candidates.xlsx"})
    void export(
            @RequestParam(defaultValue = "") String policy,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        ModePolicy wanted = policy(policy);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.either(wanted.zh(), wanted.en()),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("business.district"),
                        words.say("business.industry"),
                        words.say("business.colour"),
                        words.say("business.established"),
                        words.say("mode.heard.of")),
                sheet -> fill(sheet, wanted, words));
    }

    private void fill(SheetWriter sheet, ModePolicy policy, Words words) throws IOException {
        String after = null;
        List<ModeFacts> some;
        do {
            some = modes.candidates(policy.id(), after, AT_ONCE);
            for (ModeFacts one : some) {
                after = one.code();
                sheet.row(Arrays.asList(
                        one.code(),
                        one.name(),
                        words.region(one.region()),
                        words.industry(one.industry()),
                        words.grade(one.grade()),
                        one.established(),
                        one.heardOf()));
            }
        } while (some.size() == AT_ONCE);
    }

    private ModePolicy policy(String id) {
        ModePolicy policy = modes.policies().byId(id);
        if (policy == null) {
            throw new NotFoundException("policy " + id);
        }
        return policy;
    }
}
