package org.sise.server.web.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Choices;
import org.sise.server.web.Words;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanFault;
import org.sise.supervision.plan.PlanMatrix;
import org.sise.supervision.plan.PlanRefusedException;
import org.sise.supervision.plan.PlanRules;
import org.sise.supervision.plan.Plans;
import org.sise.supervision.plan.RatioRules;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.stratum.Risk;
import org.sise.supervision.visit.Window;
import org.sise.supervision.yearly.YearlyEntry;
import org.sise.supervision.yearly.YearlyPlans;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form of a new plan, with what it would come to. */
@Controller
final class NewPlanController {

    private final Plans plans;
    private final CheckItems items;
    private final Inspectors inspectors;
    private final YearlyPlans yearly;
    private final MessageSource messages;
    private final Clock clock;

    NewPlanController(
            Plans plans,
            CheckItems items,
            Inspectors inspectors,
            YearlyPlans yearly,
            MessageSource messages,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.inspectors = inspectors;
        this.yearly = yearly;
        this.messages = messages;
        this.clock = clock;
    }

    /** A new plan, or the one that carries out an entry of a yearly plan. */
    @GetMapping("/plans/new")
    ModelAndView blank(
            @RequestParam(name = "yearly", required = false) @Nullable Long ofYear,
            @RequestParam(required = false) @Nullable Integer entry,
            Locale locale) {
        LocalDate today = today();
        if (ofYear != null && entry != null) {
            YearlyEntry asked =
                    yearly.entry(ofYear, entry).orElseThrow(() -> new NotFoundException(ofYear + "/" + entry));
            return carrying(
                    page(
                            PlanForm.blank(asked.title(), asked.items(), asked.items(), quarter(today))
                                    .about(yearly.find(ofYear).orElseThrow().region(), asked.industries()),
                            List.of()),
                    ofYear,
                    entry);
        }
        String title = new Words(locale, messages)
                .say(
                        "plan.title.default",
                        String.valueOf(today.getYear()),
                        String.valueOf((today.getMonthValue() + 2) / 3));
        List<String> first =
                items.all().stream().map(CatalogueItem::id).limit(4).toList();
        return page(PlanForm.blank(title, first, first.stream().limit(1).toList(), quarter(today)), List.of());
    }

    @PostMapping("/plans/preview")
    String preview(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        PlanForm.Reading reading = PlanForm.of(parameters).read();
        if (reading.draft() == null) {
            model.addAttribute("faults", reading.faults());
        } else {
            var preview = plans.preview(reading.draft());
            model.addAttribute("preview", preview);
            model.addAttribute("planRules", PlanRules.standard());
            model.addAttribute("faults", preview.faults());
        }
        return "plan/preview";
    }

    @PostMapping("/plans")
    ModelAndView create(
            @RequestParam(name = "yearly", required = false) @Nullable Long ofYear,
            @RequestParam(required = false) @Nullable Integer entry,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn) {
        PlanForm form = PlanForm.of(parameters);
        PlanForm.Reading reading = form.read();
        if (reading.draft() == null) {
            return carrying(page(form, reading.faults()), ofYear, entry);
        }
        try {
            String maker = signedIn.getUsername();
            Plan plan = ofYear == null || entry == null
                    ? plans.create(reading.draft(), maker)
                    : plans.create(reading.draft(), maker, id -> yearly.carryOut(ofYear, entry, id, maker));
            return new ModelAndView("redirect:/plans/" + plan.id());
        } catch (PlanRefusedException e) {
            return carrying(page(form, e.faults()), ofYear, entry);
        } catch (NoSuchElementException e) {
            throw new NotFoundException(ofYear + "/" + entry);
        }
    }

    private ModelAndView page(PlanForm form, List<PlanFault> faults) {
        ModelAndView page = new ModelAndView("plan/new");
        page.addObject("form", form);
        page.addObject("faults", faults);
        page.addObject("colours", List.of(Grade.values()).reversed());
        page.addObject("risks", Risk.values());
        page.addObject("matrix", PlanMatrix.standard());
        page.addObject("planRules", PlanRules.standard());
        page.addObject("rules", RatioRules.standard().defaults());
        page.addObject("districts", Choices.districts());
        page.addObject("sections", Choices.sections());
        page.addObject("categories", items.categories());
        page.addObject("items", items);
        page.addObject("inspectors", inspectors.eligible(List.of(), today()));
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** The page with the entry of a yearly plan that the plan carries out, if it does. */
    private static ModelAndView carrying(ModelAndView page, @Nullable Long ofYear, @Nullable Integer entry) {
        return page.addObject("yearly", ofYear).addObject("entry", entry);
    }

    /** What is left of the quarter. */
    private static Window quarter(LocalDate today) {
        int last = (today.getMonthValue() + 2) / 3 * 3;
        return new Window(today, YearMonth.of(today.getYear(), last).atEndOfMonth());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.SHANGHAI));
    }
}
