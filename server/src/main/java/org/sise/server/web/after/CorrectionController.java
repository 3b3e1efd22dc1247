package org.sise.server.web.after;

import java.util.NoSuchElementException;
import org.sise.server.query.DayField;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.Correction;
import org.sise.supervision.correction.CorrectionState;
import org.sise.supervision.correction.Corrections;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One correction with its history and its next steps. A company sees and reports its own. */
@Controller
final class CorrectionController {

    private final Corrections corrections;
    private final ColourAccess access;
    private final ItemNames items;

    CorrectionController(Corrections corrections, ColourAccess access, CheckItems items) {
        this.corrections = corrections;
        this.access = access;
        this.items = new ItemNames(items);
    }

    @GetMapping("/corrections/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        Correction correction = find(id, signedIn.account());
        model.addAttribute("correction", correction);
        model.addAttribute("events", corrections.history(id));
        model.addAttribute("items", items);
        model.addAttribute("mayReport", correction.state().canTransitionTo(CorrectionState.REPORTED));
        model.addAttribute("mayVerify", correction.state().canTransitionTo(CorrectionState.VERIFIED));
        model.addAttribute("mayExtend", correction.state().canTransitionTo(CorrectionState.EXTENDED));
        return "after/correction";
    }

    @PostMapping("/corrections/{id}/report")
    String report(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id, signedIn.account());
        return PageSteps.step(page(id), flash, () -> corrections.report(id, note, signedIn.getUsername()));
    }

    @PostMapping("/corrections/{id}/verify")
    String verify(
            @PathVariable long id,
            @RequestParam boolean corrected,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return PageSteps.step(page(id), flash, () -> corrections.verify(id, corrected, note, signedIn.getUsername()));
    }

    @PostMapping("/corrections/{id}/extend")
    String extend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return PageSteps.step(
                page(id), flash, () -> corrections.extend(id, DayField.of("due", due), reason, signedIn.getUsername()));
    }

    private Correction find(long id, Account account) {
        try {
            Correction correction = corrections.get(id);
            if (access.seesBusiness(account, correction.business())) {
                return correction;
            }
        } catch (NoSuchElementException e) {
            throw new NotFoundException("correction " + id);
        }
        throw new NotFoundException("correction " + id);
    }

    private static String page(long id) {
        return "/corrections/" + id;
    }
}
