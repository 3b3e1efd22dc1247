package org.sise.server.web.task;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.VisitDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.visit.Approval;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of tasks, and one task with its decision. */
@Controller
final class TasksController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Visits visits;
    private final VisitLists lists;
    private final VisitDesk desk;
    private final Commitments commitments;
    private final MessageSource messages;

    TasksController(Visits visits, VisitLists lists, VisitDesk desk, Commitments commitments, MessageSource messages) {
        this.visits = visits;
        this.lists = lists;
        this.desk = desk;
        this.commitments = commitments;
        this.messages = messages;
    }

    @GetMapping("/tasks")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        TaskFilterForm form = TaskFilterForm.of(state, kind, business, department, plan);
        Page<VisitTask> page = lists.tasks(form.filter(), cursor, PAGE);
        model.addAttribute("filter", form);
        model.addAttribute("page", page);
        model.addAttribute("cursor", cursor);
        model.addAttribute("states", TaskState.values());
        model.addAttribute("kinds", VisitKind.values());
        model.addAttribute("departments", lists.departments());
        model.addAttribute(
                "businesses",
                desk.businesses(page.items().stream()
                        .map(task -> task.draft().business().value())
                        .toList()));
        return "task/list";
    }

    @GetMapping({"/tasks.csv", "/tasks.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String plan,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        TaskFilterForm form = TaskFilterForm.of(state, kind, business, department, plan);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("task.list"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("task.number"),
                        words.say("business.code"),
                        words.say("task.kind"),
                        words.say("task.department"),
                        words.say("task.plan"),
                        words.say("task.reason"),
                        words.say("task.items"),
                        words.say("task.officers"),
                        words.say("task.from"),
                        words.say("task.until"),
                        words.say("task.state"),
                        words.say("task.visit"),
                        words.say("task.proposed.by"),
                        words.say("task.decided.by"),
                        words.say("task.note")),
                sheet -> fill(sheet, form, words));
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        VisitTask task = find(id);
        String code = task.draft().business().value();
        model.addAttribute("task", task);
        model.addAttribute("business", desk.businesses(List.of(code)).get(code));
        model.addAttribute(
                "items", task.draft().items().stream().map(desk::item).toList());
        model.addAttribute("officers", desk.officers(task.draft().officers()));
        model.addAttribute(
                "year", visits.yearSoFar(code, task.draft().window().from().getYear()));
        model.addAttribute("promised", promised(task));
        model.addAttribute("own", task.createdBy().equals(signedIn.getUsername()));
        return "task/show";
    }

    @PostMapping("/tasks/{id}/approve")
    String approve(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> {
            Approval approval = visits.approve(id, signedIn.getUsername());
            flash.addFlashAttribute("approval", approval);
        });
    }

    @PostMapping("/tasks/{id}/refuse")
    String refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> visits.refuse(id, needed(reason), signedIn.getUsername()));
    }

    @PostMapping("/tasks/{id}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return step(id, flash, () -> visits.revoke(id, needed(reason), signedIn.getUsername()));
    }

    /** The items of a visit on the authority's own initiative for whose check a commitment stands. */
    private List<String> promised(VisitTask task) {
        if (!task.draft().kind().rule().selfInitiated()) {
            return List.of();
        }
        return task.draft().items().stream()
                .filter(item -> commitments.standsFor(
                        task.draft().business(), item, task.draft().window().from()))
                .toList();
    }

    private void fill(SheetWriter sheet, TaskFilterForm form, Words words) throws IOException {
        Long before = null;
        Page<VisitTask> page;
        do {
            page = lists.tasks(form.filter(), before, AT_ONCE);
            for (VisitTask task : page.items()) {
                sheet.row(Arrays.asList(
                        task.id(),
                        task.draft().business().value(),
                        words.either(
                                task.draft().kind().rule().zh(),
                                task.draft().kind().rule().en()),
                        task.draft().department(),
                        task.draft().plan(),
                        task.draft().reason(),
                        String.join(" ", task.draft().items()),
                        String.join(" ", task.draft().officers()),
                        task.draft().window().from(),
                        task.draft().window().until(),
                        words.either(task.state().zh(), task.state().en()),
                        task.visit(),
                        task.createdBy(),
                        task.decidedBy(),
                        task.note()));
                before = task.id();
            }
        } while (page.next() != null);
    }

    private static String step(long id, RedirectAttributes flash, Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException | IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/tasks/" + id;
    }

    private static String needed(String reason) {
        if (reason.isBlank()) {
            throw new BadParameterException("reason", "请填写理由 / a reason is needed");
        }
        return reason.strip();
    }

    private VisitTask find(long id) {
        try {
            return visits.task(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("task " + id);
        }
    }
}
