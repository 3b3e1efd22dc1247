package org.sise.server.web.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.Choice;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quarantine: which rows did not land, and why. */
@Controller
final class QuarantineController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Quarantine quarantine;
    private final FeedCatalogue catalogue;
    private final FeedNames names;
    private final MessageSource messages;

    QuarantineController(Quarantine quarantine, FeedCatalogue catalogue, MessageSource messages) {
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.names = new FeedNames(catalogue);
        this.messages = messages;
    }

    @GetMapping("/feeds/quarantine")
    String list(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        QuarantineFilter filter = filter(feed, reason, state);
        List<QuarantinedRow> found =
                quarantine.find(filter.feed(), filter.reason(), filter.state(), Math.max(0, after), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<QuarantinedRow> page = more ? found.subList(0, PAGE) : found;
        List<Quarantine.Count> counts = quarantine.counts();
        model.addAttribute("filter", filter);
        model.addAttribute("rows", page);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("after", after);
        model.addAttribute("feeds", catalogue.feeds());
        model.addAttribute(
                "reasons",
                counts.stream()
                        .map(Quarantine.Count::reason)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("states", Arrays.asList(QuarantinedRow.State.values()));
        model.addAttribute("names", names);
        model.addAttribute(
                "total",
                counts.stream()
                        .filter(filter::takes)
                        .mapToLong(Quarantine.Count::rows)
                        .sum());
        return "feed/quarantine";
    }

    @GetMapping({"/feeds/quarantine.csv", "/feeds/quarantine.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "open") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        QuarantineFilter filter = filter(feed, reason, state);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("quarantine.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("quarantine.number"),
                        words.say("feed.name"),
                        words.say("feed.file"),
                        words.say("quarantine.line"),
                        words.say("quarantine.column"),
                        words.say("quarantine.reason"),
                        words.say("quarantine.message"),
                        words.say("quarantine.state"),
                        words.say("quarantine.original")),
                sheet -> fill(sheet, filter, words));
    }

    private void fill(SheetWriter sheet, QuarantineFilter filter, Words words) throws IOException {
        long after = 0;
        List<QuarantinedRow> rows;
        do {
            rows = quarantine.find(filter.feed(), filter.reason(), filter.state(), after, AT_ONCE);
            for (QuarantinedRow row : rows) {
                sheet.row(Arrays.asList(
                        row.id(),
                        names.feed(row.feed(), words),
                        row.file(),
                        row.line(),
                        row.column(),
                        names.reason(row.reason(), words),
                        row.message(),
                        words.say("quarantine.state." + row.state().token()),
                        QuarantineDesk.masked(row.original())));
                after = row.id();
            }
        } while (rows.size() == AT_ONCE);
    }

    private static QuarantineFilter filter(@Nullable String feed, @Nullable String reason, String state) {
        return new QuarantineFilter(
                feed == null || feed.isBlank() ? null : feed,
                reason == null || reason.isBlank() ? null : reason,
                state.equals("all") ? null : Choice.of(QuarantinedRow.State.class, "state", state));
    }
}
