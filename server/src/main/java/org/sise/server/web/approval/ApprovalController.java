package org.sise.server.web.approval;

import org.jspecify.annotations.Nullable;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.CodeField;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.supervision.approval.ApprovalAnswer;
import org.sise.supervision.approval.ApprovalMatters;
import org.sise.supervision.approval.ApprovalQuestions;
import org.sise.supervision.approval.FirstChecks;
import org.sise.supervision.step.StepRefusedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether promise-based and credit approval are open to a business. */
@Controller
final class ApprovalController {

    private static final int CHECKS = 50;

    private final ApprovalQuestions questions;
    private final ApprovalMatters matters;
    private final FirstChecks checks;
    private final ColourAccess colours;

    ApprovalController(ApprovalQuestions questions, ApprovalMatters matters, FirstChecks checks, ColourAccess colours) {
        this.questions = questions;
        this.matters = matters;
        this.checks = checks;
        this.colours = colours;
    }

    @GetMapping("/approval-questions")
    String ask(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String matter,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        model.addAttribute("matters", matters.all());
        model.addAttribute("checks", checks.latest(null, CHECKS));
        model.addAttribute("code", business);
        model.addAttribute("asked", matter);
        if (business != null && matter != null) {
            try {
                ApprovalAnswer answer = questions.ask(CodeField.of("business", business), matter);
                boolean coloured = colours.seesColours(signedIn.account());
                model.addAttribute("answer", answer);
                model.addAttribute(
                        "notes",
                        answer.notes().stream()
                                .filter(note -> coloured || !note.code().equals("colour"))
                                .toList());
            } catch (BadParameterException | StepRefusedException e) {
                model.addAttribute("problem", e.getMessage());
            }
        }
        return "approval/ask";
    }
}
