package org.sise.server.web.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.server.desk.TaskDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.visit.VisitKind;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form on which a task is proposed. */
@Controller
final class NewTaskController {

    private static final List<VisitKind> KINDS = Arrays.stream(VisitKind.values())
            .filter(kind -> switch (kind) {
                case RANDOM, EMERGENCY -> false;
                case DAILY, SPECIAL, CASE, CLUE, ORDERED, REQUESTED -> true;
            })
            .toList();

    private static final int DAYS = 14;

    private final TaskDesk desk;
    private final CheckItems items;
    private final Inspectors inspectors;
    private final Clock clock;

    NewTaskController(TaskDesk desk, CheckItems items, Inspectors inspectors, Clock clock) {
        this.desk = desk;
        this.items = items;
        this.inspectors = inspectors;
        this.clock = clock;
    }

    @GetMapping("/tasks/new")
    String blank(@RequestParam(required = false) @Nullable String business, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.SHANGHAI);
        LocalDate last = LocalDate.of(today.getYear(), 12, 31);
        LocalDate until = today.plusDays(DAYS).isAfter(last) ? last : today.plusDays(DAYS);
        return form(
                new TaskDesk.Proposal(
                        business, "clue", "", "", List.of(), List.of(), today.toString(), until.toString()),
                model);
    }

    @PostMapping("/tasks")
    String propose(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(required = false) @Nullable List<String> officer,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        TaskDesk.Proposal proposal = new TaskDesk.Proposal(
                business,
                kind,
                department,
                reason,
                item == null ? List.of() : item,
                officer == null ? List.of() : officer,
                from,
                until);
        try {
            return "redirect:/tasks/"
                    + desk.propose(proposal, signedIn.getUsername()).id();
        } catch (BadParameterException e) {
            model.addAttribute("problems", Map.of(e.field(), String.valueOf(e.getMessage())));
            return form(proposal, model);
        }
    }

    private String form(TaskDesk.Proposal proposal, Model model) {
        model.addAttribute("form", proposal);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("items", items);
        model.addAttribute("categories", items.categories());
        model.addAttribute("departments", items.departments());
        model.addAttribute("inspectors", inspectors.list());
        return "task/new";
    }
}
