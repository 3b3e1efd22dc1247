package org.sise.server.web.after;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.DayField;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.door.DoorRecords;
import org.sise.supervision.exemption.Exemptions;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.ResultPublications;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitTask;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows one visit: offers of exemption, decisions, corrections, publication. A visit's page takes it in. */
@Controller
final class VisitAfterController {

    private final VisitDesk visits;
    private final DoorRecords records;
    private final Exemptions exemptions;
    private final Corrections corrections;
    private final ResultPublications publications;
    private final Published published;
    private final ItemNames items;

    VisitAfterController(
            VisitDesk visits,
            DoorRecords records,
            Exemptions exemptions,
            Corrections corrections,
            ResultPublications publications,
            Published published,
            CheckItems items) {
        this.visits = visits;
        this.records = records;
        this.exemptions = exemptions;
        this.corrections = corrections;
        this.publications = publications;
        this.published = published;
        this.items = new ItemNames(items);
    }

    @GetMapping("/visits/{id}/after")
    String show(@PathVariable long id, Model model) {
        VisitDesk.Shown shown = visits.show(id);
        model.addAttribute("shown", shown);
        model.addAttribute("visit", shown.visit());
        model.addAttribute("findings", exemptions.of(id));
        model.addAttribute("decisions", exemptions.decisions(id));
        model.addAttribute(
                "corrections",
                corrections.ofVisit(id).stream().collect(Collectors.toMap(Correction::item, Function.identity())));
        model.addAttribute("list", exemptions.list());
        model.addAttribute("items", items);
        model.addAttribute("result", records.result(id).orElse(null));
        model.addAttribute("waiting", publications.waiting(id).orElse(null));
        model.addAttribute("today", publications.today());
        model.addAttribute(
                "published",
                shown.tasks().stream()
                        .map(VisitTask::id)
                        .map(published::result)
                        .flatMap(Optional::stream)
                        .toList());
        return "after/visit";
    }

    @PostMapping("/visits/{id}/exemptions")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam boolean exempt,
            @RequestParam(required = false) @Nullable List<String> confirmed,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        Set<String> words = confirmed == null ? Set.of() : Set.copyOf(confirmed);
        flash.addFlashAttribute("tried", new TriedDecision(item, entry, words, reason));
        return PageSteps.step(page(id), flash, () -> {
            visits.checkDecides(id, signedIn.account());
            exemptions.decide(id, item, entry, exempt, words, reason, signedIn.getUsername());
        });
    }

    @PostMapping("/visits/{id}/corrections")
    String order(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String due,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        Visit visit = visits.show(id).visit();
        return PageSteps.step(page(id), flash, () -> {
            visits.checkDecides(id, signedIn.account());
            if (exemptions.of(id).stream().noneMatch(one -> one.item().equals(item))) {
                throw new BadParameterException("item", "该事项没有发现问题 / no problem was found for this item: " + item);
            }
            corrections.order(
                    visit.business().value(),
                    id,
                    item,
                    matter,
                    due.isBlank() ? null : DayField.of("due", due),
                    false,
                    signedIn.getUsername());
        });
    }

    private static String page(long id) {
        return "/visits/" + id + "/after";
    }
}
