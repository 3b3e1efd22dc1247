package org.sise.server.web.yearly;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Choices;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.form.Column;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.yearly.YearlyEntry;
import org.sise.supervision.yearly.YearlyFile;
import org.sise.supervision.yearly.YearlyPlan;
import org.sise.supervision.yearly.YearlyPlans;
import org.sise.supervision.yearly.YearlyRefusedException;
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

/** Yearly plans: in from a table, approved, carried out by plans, and shown to the public. */
@Controller
final class YearlyController {

    private final YearlyPlans yearly;
    private final MessageSource messages;
    private final Clock clock;

    YearlyController(YearlyPlans yearly, MessageSource messages, Clock clock) {
        this.yearly = yearly;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/yearly")
    String list(Model model) {
        model.addAttribute("plans", yearly.list());
        model.addAttribute("districts", Choices.districts());
        model.addAttribute("year", LocalDate.now(clock.withZone(Words.SHANGHAI)).getYear());
        return "yearly/list";
    }

    @GetMapping("/yearly/template.xlsx")
    void template(HttpServletResponse response, Locale locale) throws IOException {
        table(response, new Words(locale, messages).say("yearly.template"), "xlsx", List.of());
    }

    @GetMapping("/yearly/{id}")
    String show(@PathVariable long id, Model model) {
        YearlyPlan plan = find(id);
        model.addAttribute("plan", plan);
        model.addAttribute("entries", yearly.entries(id));
        model.addAttribute(
                "carried", yearly.carriedOut(id).stream().collect(Collectors.groupingBy(YearlyPlans.Carried::number)));
        model.addAttribute(
                "states", Arrays.stream(PlanState.values()).collect(Collectors.toMap(PlanState::name, state -> state)));
        return "yearly/show";
    }

    @GetMapping({"/yearly/{id}.csv", "/yearly/{id}.xlsx"})
    void export(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(find(id), request, response);
    }

    @PostMapping("/yearly")
    String hand(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String title,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash)
            throws IOException {
        byte[] bytes = file.getBytes();
        try {
            return "redirect:/yearly/"
                    + yearly.handIn(year, region, title, bytes, signedIn.getUsername())
                            .id();
        } catch (YearlyRefusedException e) {
            flash.addFlashAttribute("faults", e.faults());
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("problem", String.valueOf(e.getMessage()));
        }
        return "redirect:/yearly";
    }

    @PostMapping("/yearly/{id}/approve")
    String approve(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        return PageSteps.step("/yearly/" + id, flash, () -> yearly.approve(id, signedIn.getUsername()));
    }

    @GetMapping("/published/yearly")
    String published(Model model) {
        List<YearlyPlan> plans = yearly.published();
        model.addAttribute("plans", plans);
        model.addAttribute(
                "entries", plans.stream().collect(Collectors.toMap(YearlyPlan::id, plan -> yearly.entries(plan.id()))));
        return "yearly/published";
    }

    @GetMapping({"/published/yearly/{id}.csv", "/published/yearly/{id}.xlsx"})
    void exportPublished(@PathVariable long id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        YearlyPlan plan = find(id);
        if (!plan.isPublished()) {
            throw new NotFoundException(String.valueOf(id));
        }
        send(plan, request, response);
    }

    private void send(YearlyPlan plan, HttpServletRequest request, HttpServletResponse response) throws IOException {
        table(
                response,
                plan.title(),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                yearly.entries(plan.id()));
    }

    /** In the columns in which it is handed in. */
    private static void table(HttpServletResponse response, String name, String extension, List<YearlyEntry> entries)
            throws IOException {
        Downloads.table(
                response,
                name,
                extension,
                YearlyFile.COLUMNS.stream().map(Column::zh).toList(),
                sheet -> {
                    for (YearlyEntry entry : entries) {
                        sheet.row(Arrays.<@Nullable Object>asList(
                                entry.number(),
                                entry.title(),
                                entry.monthFrom(),
                                entry.monthUntil(),
                                entry.lead(),
                                String.join("、", entry.partners()),
                                entry.subjects(),
                                String.join(" ", entry.industries()),
                                String.join(" ", entry.items()),
                                entry.share(),
                                entry.note()));
                    }
                });
    }

    private YearlyPlan find(long id) {
        return yearly.find(id).orElseThrow(() -> new NotFoundException(String.valueOf(id)));
    }
}
