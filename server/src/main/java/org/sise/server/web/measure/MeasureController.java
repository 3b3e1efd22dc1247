package org.sise.server.web.measure;

import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.Choice;
import org.sise.server.query.CodeField;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.measure.Measure;
import org.sise.supervision.measure.MeasureCatalogue;
import org.sise.supervision.measure.MeasureKind;
import org.sise.supervision.measure.MeasureProposals;
import org.sise.supervision.measure.MeasureState;
import org.sise.supervision.measure.Measures;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposals for one business, and one measure with its steps. */
@Controller
final class MeasureController {

    private final Measures measures;
    private final MeasureProposals proposals;
    private final MeasureCatalogue catalogue;
    private final Businesses businesses;

    MeasureController(
            Measures measures, MeasureProposals proposals, MeasureCatalogue catalogue, Businesses businesses) {
        this.measures = measures;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.businesses = businesses;
    }

    @GetMapping("/measures/new")
    String candidates(@RequestParam(required = false) @Nullable String business, Model model) {
        if (business != null && !business.isBlank()) {
            CreditCode code = CodeField.of("business", business);
            model.addAttribute("business", businesses.find(code.value()).orElse(null));
            model.addAttribute("code", code.value());
            model.addAttribute("candidates", proposals.candidates(code));
        }
        return "measure/new";
    }

    @PostMapping("/measures")
    String propose(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String all,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        CreditCode code = CodeField.of("business", business);
        String back = "/measures/new?business=" + code.value();
        return PageSteps.go(back, flash, () -> {
            MeasureKind kind = Choice.of(MeasureKind.class, "all", all);
            if (kind != null) {
                proposals.proposeAll(code, kind, signedIn.getUsername());
                return "/measures?business=" + code.value();
            }
            return "/measures/" + proposals.propose(entry == null ? "" : entry, code, signedIn.getUsername());
        });
    }

    @GetMapping("/measures/{id}")
    String show(@PathVariable long id, Model model) {
        Measure measure = find(id);
        model.addAttribute("measure", measure);
        model.addAttribute("entry", catalogue.byId(measure.entry()));
        model.addAttribute(
                "business", businesses.find(measure.business().value()).orElse(null));
        model.addAttribute("steps", measures.steps(id));
        model.addAttribute("labels", PageSteps.labels(MeasureState.values()));
        return "measure/show";
    }

    @PostMapping("/measures/{id}/confirm")
    String confirm(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return step(id, flash, _ -> measures.confirm(id, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.refuse(id, reason, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/serve")
    String serve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String way,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.serve(id, DayField.of("on", on), way, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/hear")
    String hear(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "true") boolean upheld,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.hear(id, statement, upheld, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/dispatch")
    String dispatch(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return step(id, flash, _ -> measures.dispatch(id, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/acknowledge")
    String acknowledge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.acknowledge(id, note, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/act")
    String act(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.act(id, note, signedIn.getUsername()));
    }

    @PostMapping("/measures/{id}/lift")
    String lift(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, _ -> measures.lift(id, reason, signedIn.getUsername()));
    }

    private String step(long id, RedirectAttributes flash, Consumer<Measure> work) {
        Measure measure = find(id);
        return PageSteps.step("/measures/" + id, flash, () -> work.accept(measure));
    }

    private Measure find(long id) {
        try {
            return measures.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("measure " + id);
        }
    }
}
