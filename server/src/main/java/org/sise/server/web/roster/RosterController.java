package org.sise.server.web.roster;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.region.Regions;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Choices;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.form.Column;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.RecusalKind;
import org.sise.supervision.roster.Recusals;
import org.sise.supervision.roster.RosterFile;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster as a list, out as a table and in from one, and one inspector with versions and recusals. */
@Controller
final class RosterController {

    private static final int PAGE = 50;

    private final Inspectors inspectors;
    private final Recusals recusals;
    private final Businesses businesses;
    private final MessageSource messages;
    private final Clock clock;

    RosterController(
            Inspectors inspectors, Recusals recusals, Businesses businesses, MessageSource messages, Clock clock) {
        this.inspectors = inspectors;
        this.recusals = recusals;
        this.businesses = businesses;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/roster")
    String list(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean valid,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        List<CertifiedInspector> found = found(region, q, valid);
        int start = Math.clamp(from, 0, found.size());
        model.addAttribute("region", region);
        model.addAttribute("q", q);
        model.addAttribute("valid", valid);
        model.addAttribute("districts", Choices.districts());
        model.addAttribute("total", found.size());
        model.addAttribute("inspectors", found.subList(start, Math.min(found.size(), start + PAGE)));
        model.addAttribute("next", start + PAGE < found.size() ? start + PAGE : null);
        model.addAttribute("today", today());
        return "roster/list";
    }

    /** The table in the columns in which it is handed in; without rows it is the template. */
    @GetMapping({"/roster.csv", "/roster.xlsx"})
    void export(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean valid,
            @RequestParam(defaultValue = "false") boolean template,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        List<CertifiedInspector> rows = template ? List.of() : found(region, q, valid);
        Downloads.table(
                response,
                words.say(template ? "roster.template" : "roster.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                RosterFile.COLUMNS.stream().map(Column::zh).toList(),
                sheet -> {
                    for (CertifiedInspector one : rows) {
                        sheet.row(Arrays.asList(
                                one.certificate(),
                                one.name(),
                                one.region(),
                                one.field(),
                                one.maxLoad(),
                                one.validUntil()));
                    }
                });
    }

    @GetMapping("/roster/{certificate}")
    String show(@PathVariable String certificate, Model model) {
        model.addAttribute("inspector", find(certificate));
        model.addAttribute("history", inspectors.history(certificate));
        model.addAttribute("recusals", recusals.of(List.of(certificate)));
        model.addAttribute("kinds", RecusalKind.values());
        model.addAttribute("today", today());
        return "roster/show";
    }

    @PostMapping("/roster")
    String hand(@RequestParam MultipartFile file, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash)
            throws IOException {
        flash.addFlashAttribute("outcome", inspectors.importFile(file.getBytes(), signedIn.getUsername()));
        return "redirect:/roster";
    }

    @PostMapping("/roster/{certificate}/recusals")
    String declare(
            @PathVariable String certificate,
            @RequestParam(defaultValue = "") String business,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(certificate);
        return PageSteps.step("/roster/" + certificate, flash, () -> {
            RecusalKind of =
                    Objects.requireNonNullElse(Choice.of(RecusalKind.class, "kind", kind), RecusalKind.DECLARED);
            if (reason.isBlank()) {
                throw new BadParameterException("reason", "请填写回避事由 / a reason is needed");
            }
            recusals.declare(certificate, business(business), of, reason.strip(), signedIn.getUsername());
        });
    }

    private CreditCode business(String text) {
        CreditCode code;
        try {
            code = new CreditCode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("business", "请填写统一社会信用代码 / a credit code is needed");
        }
        if (businesses.known(Set.of(code.value())).isEmpty()) {
            throw new BadParameterException("business", "登记库中没有该企业 / the register has no such business");
        }
        return code;
    }

    private List<CertifiedInspector> found(String region, String text, boolean valid) {
        return inspectors.list().stream()
                .filter(one -> region.isEmpty() || Regions.standard().isWithin(one.region(), region))
                .filter(one -> text.isBlank()
                        || one.name().contains(text.strip())
                        || one.certificate().contains(text.strip())
                        || one.field().contains(text.strip()))
                .filter(one -> !valid || one.isValidOn(today()))
                .toList();
    }

    private CertifiedInspector find(String certificate) {
        CertifiedInspector found = inspectors.find(List.of(certificate)).get(certificate);
        if (found == null) {
            throw new NotFoundException(certificate);
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.SHANGHAI));
    }
}
