package org.sise.server.web.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.commitment.CommitmentState;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.commitment.SignedCommitment;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One commitment before an official: its text, what an inspection found, and every step. */
@Controller
final class CommitmentController {

    private final Commitments commitments;
    private final CommitmentKinds kinds;
    private final Businesses businesses;
    private final Clock clock;

    CommitmentController(Commitments commitments, CommitmentKinds kinds, Businesses businesses, Clock clock) {
        this.commitments = commitments;
        this.kinds = kinds;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping("/commitments/{id}")
    String show(@PathVariable long id, Model model) {
        SignedCommitment one = find(id);
        model.addAttribute("one", one);
        model.addAttribute("kind", kinds.find(one.kind()).orElse(null));
        model.addAttribute("business", businesses.find(one.business().value()).orElse(null));
        model.addAttribute("suspicion", commitments.suspicion(id).orElse(null));
        model.addAttribute("bans", commitments.bans(one.business(), LocalDate.now(clock)));
        model.addAttribute("steps", commitments.steps(id));
        model.addAttribute("labels", PageSteps.labels(CommitmentState.values()));
        return "commitment/show";
    }

    @PostMapping("/commitments/{id}/confirm")
    String confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean full,
            @RequestParam(defaultValue = "") String evidence,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> commitments.confirm(id, full, evidence, signedIn.getUsername()));
    }

    @PostMapping("/commitments/{id}/breach")
    String breach(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String inspection,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> commitments.breach(id, number(inspection), note, signedIn.getUsername()));
    }

    @PostMapping("/commitments/{id}/dismiss")
    String dismiss(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String inspection,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> commitments.dismiss(id, number(inspection), reason, signedIn.getUsername()));
    }

    @PostMapping("/commitments/{id}/clear")
    String clear(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        return step(id, flash, () -> commitments.clear(id, reason, signedIn.getUsername()));
    }

    private static long number(String inspection) {
        try {
            return Long.parseLong(inspection.strip());
        } catch (NumberFormatException e) {
            throw new BadParameterException("inspection", "应为检查记录编号 / must be the number of an inspection record");
        }
    }

    private String step(long id, RedirectAttributes flash, Runnable work) {
        find(id);
        return PageSteps.step("/commitments/" + id, flash, work);
    }

    private SignedCommitment find(long id) {
        try {
            return commitments.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("commitment " + id);
        }
    }
}
