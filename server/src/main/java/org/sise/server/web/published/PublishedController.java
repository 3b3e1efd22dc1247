package org.sise.server.web.published;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.house.PublicationSettings;
import org.sise.server.query.NotFoundException;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Queries;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.plan.Plan;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.plan.Plans;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.PublishedPlan;
import org.sise.supervision.publication.PublishedResult;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public pages. They name no officer and no colour. */
@Controller
final class PublishedController {

    private static final int PAGE = 30;
    private static final int AT_ONCE = 1_000;

    private final Published published;
    private final Plans plans;
    private final PublicationSettings settings;
    private final MessageSource messages;

    PublishedController(Published published, Plans plans, PublicationSettings settings, MessageSource messages) {
        this.published = published;
        this.plans = plans;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping("/published")
    String results(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String text = q == null || q.isBlank() ? null : q.strip();
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("q", text);
        model.addAttribute("query", Queries.of("q", text));
        model.addAttribute("page", PageSteps.read(() -> published.results(text, from, PAGE)));
        model.addAttribute("cursor", from);
        return "published/results";
    }

    @GetMapping({"/published/results.csv", "/published/results.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String q,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("published.results"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("business.code"),
                        words.say("business.name"),
                        words.say("task.department"),
                        words.say("task.kind"),
                        words.say("task.plan"),
                        words.say("visit.result"),
                        words.say("visit.completed"),
                        words.say("published.at"),
                        words.say("published.restated")),
                sheet -> fill(sheet, q, words));
    }

    private void fill(SheetWriter sheet, @Nullable String q, Words words) throws IOException {
        String cursor = null;
        do {
            Page<PublishedResult> part = published.results(q, cursor, AT_ONCE);
            for (PublishedResult one : part.items()) {
                sheet.row(Arrays.asList(
                        one.business(),
                        one.name(),
                        one.department(),
                        words.either(one.kind().rule().zh(), one.kind().rule().en()),
                        one.plan(),
                        words.of(one.result()),
                        one.completedOn(),
                        words.time(one.publishedAt()),
                        words.say(one.restated() ? "after.yes" : "after.no")));
            }
            cursor = part.next();
        } while (cursor != null);
    }

    @GetMapping("/published/results/{task}")
    String result(@PathVariable long task, Model model) {
        model.addAttribute("result", published.result(task).orElseThrow(() -> new NotFoundException("result " + task)));
        return "published/result";
    }

    @GetMapping("/published/plans")
    String plans(@RequestParam(required = false) @Nullable String cursor, Model model) {
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("page", PageSteps.read(() -> published.plans(from, PAGE)));
        model.addAttribute("cursor", from);
        return "published/plans";
    }

    @GetMapping("/published/plans/{id}")
    String plan(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Model model) {
        PublishedPlan plan = published.plan(id).orElseThrow(() -> new NotFoundException(id));
        int start = Math.max(0, from);
        boolean drawn = plan.state() == PlanState.DRAWN;
        List<ListRow> rows = drawn ? plans.inspectionList(id, start, PAGE + 1) : List.of();
        boolean more = rows.size() > PAGE;
        model.addAttribute("plan", plan);
        model.addAttribute("drawn", drawn);
        model.addAttribute("any", drawn ? plans.find(id).map(Plan::pureRandom).orElse(0) : 0);
        model.addAttribute("rows", more ? rows.subList(0, PAGE) : rows);
        model.addAttribute("before", start == 0 ? null : Math.max(0, start - PAGE));
        model.addAttribute("after", more ? start + PAGE : null);
        model.addAttribute("files", drawn && settings.drawFiles() ? PublishedFilesController.FILES : List.of());
        return "published/plan";
    }
}
