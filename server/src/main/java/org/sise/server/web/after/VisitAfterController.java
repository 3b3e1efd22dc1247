package org.sise.server.web.after;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.exemption.Exemptions;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.Visits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows one visit's findings: what the lists offer, decisions, corrections. A visit's page takes the section in. */
@Controller
final class VisitAfterController {

    private final Visits visits;
    private final Exemptions exemptions;
    private final Corrections corrections;
    private final ItemNames items;

    VisitAfterController(Visits visits, Exemptions exemptions, Corrections corrections, CheckItems items) {
        this.visits = visits;
        this.exemptions = exemptions;
        this.corrections = corrections;
        this.items = new ItemNames(items);
    }

    @GetMapping("/visits/{id}/after")
    String show(@PathVariable long id, Model model) {
        Visit visit = visit(id);
        model.addAttribute("visit", visit);
        model.addAttribute("findings", exemptions.of(id));
        model.addAttribute("decisions", exemptions.decisions(id));
        model.addAttribute("corrections", corrections.ofVisit(id));
        model.addAttribute("list", exemptions.list());
        model.addAttribute("items", items);
        return "after/visit";
    }

    @PostMapping("/visits/{id}/exemptions")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "false") boolean exempt,
            @RequestParam(required = false) @Nullable List<String> confirmed,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        visit(id);
        Set<String> words = confirmed == null ? Set.of() : Set.copyOf(confirmed);
        try {
            return Step.take(
                    "/visits/" + id + "/after",
                    flash,
                    () -> exemptions.decide(id, item, entry, exempt, words, reason, signedIn.getUsername()));
        } catch (NoSuchElementException e) {
            throw new NotFoundException("finding " + item);
        }
    }

    @PostMapping("/visits/{id}/corrections")
    String order(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        Visit visit = visit(id);
        return Step.take("/visits/" + id + "/after", flash, () -> {
            if (!visit.items().contains(item)) {
                throw new IllegalArgumentException("item: 不是本次检查的事项 / is not an item of this visit: " + item);
            }
            corrections.order(
                    visit.business().value(),
                    id,
                    item,
                    matter,
                    due.isBlank() ? null : CorrectionsController.day("due", due),
                    false,
                    signedIn.getUsername());
        });
    }

    @GetMapping("/exemptions")
    String list(Model model) {
        model.addAttribute("list", exemptions.list());
        model.addAttribute("items", items);
        return "after/exemptions";
    }

    private Visit visit(long id) {
        try {
            return visits.visit(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("visit " + id);
        }
    }
}
