package org.sise.server.web.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanRefusedException;
import org.sise.supervision.plan.PlanStateException;
import org.sise.supervision.plan.PlannedTasks;
import org.sise.supervision.plan.Plans;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of plans, and one plan with its next step. */
@Controller
final class PlansController {

    private static final int PAGE = 30;
    private static final int ROWS = 20;

    private final Plans plans;
    private final PlannedTasks tasks;

    PlansController(Plans plans, PlannedTasks tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    @GetMapping("/plans")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("page", page(from));
        model.addAttribute("cursor", from);
        return "plan/list";
    }

    @GetMapping("/plans/{id}")
    String show(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Model model) {
        Plan plan = find(id);
        int start = Math.max(0, from);
        model.addAttribute("plan", plan);
        model.addAttribute("events", plans.history(id));
        Transcript transcript = plans.transcript(id).orElse(null);
        model.addAttribute("transcript", transcript);
        if (transcript != null) {
            model.addAttribute("rows", plans.inspectionList(id, start, ROWS));
            model.addAttribute("from", start);
            model.addAttribute("before", start == 0 ? null : Math.max(0, start - ROWS));
            model.addAttribute("after", start + ROWS < transcript.drawn().size() ? start + ROWS : null);
        }
        model.addAttribute("files", PlanFiles.of(plan));
        return "plan/show";
    }

    @GetMapping("/plans/{id}/verify")
    String verify(@PathVariable String id, Model model) {
        find(id);
        try {
            model.addAttribute("verdict", plans.verify(id));
        } catch (DrawFaultsException e) {
            model.addAttribute("faults", e.faults());
        }
        return "plan/verdict";
    }

    /** How far the making of a drawn plan's tasks has come. */
    @GetMapping("/plans/{id}/tasks")
    String tasks(@PathVariable String id, Model model) {
        model.addAttribute("plan", find(id));
        return "plan/tasks";
    }

    /** Has tasks that could not be made tried again. */
    @PostMapping("/plans/{id}/tasks")
    String tryAgain(@PathVariable String id, @AuthenticationPrincipal SignedIn signedIn) {
        tasks.tryAgain(find(id).id(), signedIn.getUsername());
        return "redirect:/plans/" + id;
    }

    @PostMapping("/plans/{id}/submit")
    String submit(@PathVariable String id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> plans.submit(id, signedIn.getUsername()));
    }

    @PostMapping("/plans/{id}/approve")
    String approve(@PathVariable String id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> plans.approve(id, signedIn.getUsername()));
    }

    @PostMapping("/plans/{id}/give-back")
    String giveBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> plans.giveBack(id, reason, signedIn.getUsername()));
    }

    @PostMapping("/plans/{id}/commit")
    String commit(@PathVariable String id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> plans.commit(id, signedIn.getUsername()));
    }

    @PostMapping("/plans/{id}/draw")
    String draw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "false") boolean none,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        if (!none && (source.isBlank() || value.isBlank() || source.strip().equals("none"))) {
            flash.addFlashAttribute("refused", List.of("plan.beacon.missing"));
            return "redirect:/plans/" + id;
        }
        return step(
                id,
                flash,
                () -> plans.draw(
                        id, none ? Beacon.NONE : new Beacon(source.strip(), value.strip()), signedIn.getUsername()));
    }

    @PostMapping("/plans/{id}/cancel")
    String cancel(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> plans.cancel(id, reason, signedIn.getUsername()));
    }

    private static String step(String id, RedirectAttributes flash, Runnable work) {
        try {
            work.run();
        } catch (PlanStateException e) {
            flash.addFlashAttribute("problems", List.of(String.valueOf(e.getMessage())));
        } catch (PlanRefusedException e) {
            flash.addFlashAttribute(
                    "problems",
                    e.faults().stream()
                            .map(fault -> fault.zh() + " / " + fault.en())
                            .toList());
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("problems", List.of(String.valueOf(e.getMessage())));
        }
        return "redirect:/plans/" + id;
    }

    private Page<Plan> page(@Nullable String cursor) {
        try {
            return plans.list(cursor, PAGE);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private Plan find(String id) {
        return plans.find(id).orElseThrow(() -> new NotFoundException(id));
    }
}
