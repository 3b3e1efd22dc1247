package org.sise.server.web.repair;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Role;
import org.sise.server.security.SignedIn;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.RepairOffice;
import org.sise.supervision.repair.cases.RepairRefusedException;
import org.sise.supervision.repair.pack.Limit;
import org.sise.supervision.repair.pack.WorkingDays;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case before an official: its rules and why, materials, clocks, and every step. */
@Controller
final class RepairController {

    private final RepairCases cases;
    private final RepairOffice office;
    private final CaseViews views;

    RepairController(RepairCases cases, RepairOffice office, CaseViews views) {
        this.cases = cases;
        this.office = office;
        this.views = views;
    }

    @GetMapping("/repairs/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        RepairCase one = find(id);
        views.fill(one, model);
        WorkingDays extension = cases.packOf(one).daysOrNone(Limit.EXTEND);
        model.addAttribute("mostDays", extension == null ? null : extension.days());
        model.addAttribute("linkable", views.linkable(one));
        boolean official = signedIn.account().has(Role.REGULATOR, Role.APPROVER);
        model.addAttribute("official", official);
        model.addAttribute(
                "mayDecide",
                official
                        && one.state().isUnderDecision()
                        && !(cases.packOf(one).secondPerson()
                                && signedIn.getUsername().equals(one.acceptedBy())));
        return "repair/show";
    }

    @GetMapping("/repairs/{id}/materials/{material}")
    ResponseEntity<StreamingResponseBody> material(@PathVariable long id, @PathVariable long material) {
        return views.material(find(id), material);
    }

    @PostMapping("/repairs/{id}/accept")
    String accept(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return step(id, flash, () -> office.accept(id, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/not-accept")
    String notAccept(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reasons,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.notAccept(id, reasons, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/give-back")
    String giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reasons,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.giveBack(id, reasons, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/suspend")
    String suspend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reasons,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.suspend(id, reasons, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/resume")
    String resume(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return step(id, flash, () -> office.resume(id, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/extend")
    String extend(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String reasons,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.extend(id, days, reasons, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/grant")
    String grant(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean elsewhere,
            @RequestParam(required = false) @Nullable List<Long> linked,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(
                id,
                flash,
                () -> office.grant(id, note, elsewhere, linked == null ? List.of() : linked, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reasons,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.refuse(id, ground, reasons, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/pushed")
    String pushed(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.pushed(id, note, signedIn.getUsername()));
    }

    @PostMapping("/repairs/{id}/reverse")
    String reverse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "false") boolean falsePromise,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> office.reverse(id, reasons, falsePromise, signedIn.getUsername()));
    }

    private String step(long id, RedirectAttributes flash, Runnable step) {
        find(id);
        try {
            step.run();
            flash.addFlashAttribute("done", true);
        } catch (RepairRefusedException | ConcurrencyFailureException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/repairs/" + id;
    }

    private RepairCase find(long id) {
        try {
            return cases.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("case " + id);
        }
    }
}
