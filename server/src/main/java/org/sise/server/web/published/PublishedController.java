package org.sise.server.web.published;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.house.PublicationSettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.plan.Plans;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.PublishedPlan;
import org.sise.supervision.publication.PublishedResult;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The public pages. They name no officer and no colour. */
@Controller
final class PublishedController {

    private static final int PAGE = 30;

    private final Published published;
    private final Plans plans;
    private final PublicationSettings settings;

    PublishedController(Published published, Plans plans, PublicationSettings settings) {
        this.published = published;
        this.plans = plans;
        this.settings = settings;
    }

    @GetMapping("/published")
    String results(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String text = q == null || q.isBlank() ? null : q.strip();
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        Page<PublishedResult> page;
        try {
            page = published.results(text, from, PAGE);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
        model.addAttribute("q", text);
        model.addAttribute("query", text == null ? "" : query(text));
        model.addAttribute("page", page);
        model.addAttribute("cursor", from);
        return "published/results";
    }

    @GetMapping("/published/results/{task}")
    String result(@PathVariable long task, Model model) {
        model.addAttribute("result", published.result(task).orElseThrow(() -> new NotFoundException("result " + task)));
        return "published/result";
    }

    @GetMapping("/published/plans")
    String plans(@RequestParam(required = false) @Nullable String cursor, Model model) {
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        try {
            model.addAttribute("page", published.plans(from, PAGE));
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
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
        model.addAttribute("rows", more ? rows.subList(0, PAGE) : rows);
        model.addAttribute("before", start == 0 ? null : Math.max(0, start - PAGE));
        model.addAttribute("after", more ? start + PAGE : null);
        model.addAttribute("files", drawn && settings.drawFiles() ? PublishedFilesController.FILES : List.of());
        return "published/plan";
    }

    private static String query(String text) {
        return String.valueOf(UriComponentsBuilder.newInstance()
                .queryParam("q", text)
                .encode()
                .build()
                .getQuery());
    }

    private static BadParameterException noCursor() {
        return new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
    }
}
