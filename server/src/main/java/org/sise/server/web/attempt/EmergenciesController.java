package org.sise.server.web.attempt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.entry.Emergencies;
import org.sise.supervision.entry.EmergencyReview;
import org.sise.supervision.entry.ReviewState;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entries without approval, to be reviewed by another person. */
@Controller
final class EmergenciesController {

    private static final int PAGE = 50;

    private final Emergencies emergencies;
    private final VisitDesk desk;

    EmergenciesController(Emergencies emergencies, VisitDesk desk) {
        this.emergencies = emergencies;
        this.desk = desk;
    }

    @GetMapping("/emergencies")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        ReviewState wanted = Choice.of(ReviewState.class, "state", state);
        List<EmergencyReview> found = emergencies.latest(wanted, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<EmergencyReview> page = more ? found.subList(0, PAGE) : found;
        Map<Long, VisitDesk.Shown> visits = new LinkedHashMap<>();
        page.forEach(review -> visits.put(review.visit(), desk.show(review.visit())));
        model.addAttribute("reviews", page);
        model.addAttribute("visits", visits);
        model.addAttribute("next", more ? page.getLast().visit() : null);
        model.addAttribute("before", before);
        model.addAttribute("state", wanted);
        model.addAttribute("states", ReviewState.values());
        model.addAttribute("self", signedIn.getUsername());
        return "attempt/emergencies";
    }

    @PostMapping("/emergencies/{visit}")
    String review(
            @PathVariable long visit,
            @RequestParam(defaultValue = "false") boolean justified,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        try {
            emergencies.review(visit, justified, note.strip(), signedIn.getUsername());
        } catch (NoSuchElementException e) {
            throw new NotFoundException("emergency " + visit);
        } catch (IllegalStateException | IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/emergencies";
    }
}
