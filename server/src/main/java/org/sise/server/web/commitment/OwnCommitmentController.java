package org.sise.server.web.commitment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.CommitmentDesk;
import org.sise.server.security.SignedIn;
import org.sise.server.web.PageSteps;
import org.sise.supervision.catalogue.CheckItems;
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

/** A business's own commitments: read the text, sign it, follow it, say how it was kept. */
@Controller
final class OwnCommitmentController {

    private final CommitmentDesk desk;
    private final Commitments commitments;
    private final CommitmentKinds kinds;
    private final CheckItems items;

    OwnCommitmentController(CommitmentDesk desk, Commitments commitments, CommitmentKinds kinds, CheckItems items) {
        this.desk = desk;
        this.commitments = commitments;
        this.kinds = kinds;
        this.items = items;
    }

    @GetMapping("/desk/commitments/new")
    String read(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(required = false) @Nullable String until,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        CommitmentDesk.Proposal proposal = proposal(kind, matter, department, item, until, null);
        if (until == null || until.isBlank()) {
            return form(proposal, null, signedIn, model);
        }
        return PageSteps.shown(
                model,
                () -> form(proposal, desk.text(proposal, signedIn.account()), signedIn, model),
                () -> form(proposal, null, signedIn, model));
    }

    @PostMapping("/desk/commitments")
    String sign(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String signer,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        CommitmentDesk.Proposal proposal = proposal(kind, matter, department, item, until, signer);
        return PageSteps.form(
                model,
                () -> "/desk/commitments/" + desk.sign(proposal, signedIn.account()),
                () -> form(proposal, null, signedIn, model));
    }

    @GetMapping("/desk/commitments/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        SignedCommitment one = desk.own(id, signedIn.account());
        model.addAttribute("one", one);
        model.addAttribute("kind", kinds.find(one.kind()).orElse(null));
        model.addAttribute("steps", commitments.steps(id));
        model.addAttribute("labels", PageSteps.labels(CommitmentState.values()));
        return "commitment/own";
    }

    @PostMapping("/desk/commitments/{id}/report")
    String report(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String evidence,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        desk.own(id, signedIn.account());
        return PageSteps.step(
                "/desk/commitments/" + id, flash, () -> commitments.report(id, evidence, signedIn.getUsername()));
    }

    private static CommitmentDesk.Proposal proposal(
            @Nullable String kind,
            @Nullable String matter,
            @Nullable String department,
            @Nullable List<String> items,
            @Nullable String until,
            @Nullable String signer) {
        return new CommitmentDesk.Proposal(kind, matter, department, items == null ? List.of() : items, until, signer);
    }

    private String form(CommitmentDesk.Proposal proposal, @Nullable String text, SignedIn signedIn, Model model) {
        CommitmentDesk.Own own = desk.of(signedIn.account());
        model.addAttribute("form", proposal);
        model.addAttribute("text", text);
        model.addAttribute("own", own);
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("kind", kinds.find(String.valueOf(proposal.kind())).orElse(null));
        model.addAttribute("items", items);
        model.addAttribute("categories", items.categories());
        return "commitment/new";
    }
}
