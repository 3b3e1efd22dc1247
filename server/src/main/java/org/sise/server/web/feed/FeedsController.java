package org.sise.server.web.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sise.integrations.health.FeedHealth;
import org.sise.integrations.health.FeedState;
import org.sise.integrations.health.FeedStatus;
import org.sise.server.query.FeedOrder;
import org.sise.server.query.FeedSearch;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feeds at a glance: how each stands, what came today, what waits for a person. */
@Controller
final class FeedsController {

    private final FeedHealth health;
    private final MessageSource messages;
    private final Clock clock;

    FeedsController(FeedHealth health, MessageSource messages, Clock clock) {
        this.health = health;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/feeds")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        FeedSearch search = search(parameters);
        List<FeedStatus> all = health.look();
        List<FeedStatus> found = search.of(all);
        model.addAttribute("search", search);
        model.addAttribute("feeds", found);
        model.addAttribute(
                "bars",
                found.stream()
                        .collect(Collectors.toMap(status -> status.feed().feed(), status -> Bars.of(status.days()))));
        model.addAttribute("all", all);
        model.addAttribute(
                "alarming",
                all.stream().filter(status -> status.state().isAlarming()).count());
        model.addAttribute(
                "held", all.stream().filter(status -> status.held() != null).count());
        model.addAttribute(
                "rows", all.stream().mapToLong(status -> status.today().rows()).sum());
        model.addAttribute("open", all.stream().mapToLong(FeedStatus::open).sum());
        model.addAttribute(
                "waiting", all.stream().mapToLong(FeedStatus::waiting).sum());
        model.addAttribute("states", FeedState.values());
        model.addAttribute("orders", FeedOrder.values());
        model.addAttribute(
                "departments",
                all.stream()
                        .map(status -> status.feed().department())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("ages", new Ages(clock.instant()));
        return "feed/health";
    }

    @GetMapping({"/feeds.csv", "/feeds.xlsx"})
    void export(
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        FeedSearch search = search(parameters);
        Words words = new Words(locale, messages);
        List<FeedStatus> found = search.of(health.look());
        Downloads.table(
                response,
                words.say("feed.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                header(words),
                sheet -> {
                    for (FeedStatus status : found) {
                        sheet.row(row(status, words));
                    }
                });
    }

    private static List<String> header(Words words) {
        return List.of(
                words.say("feed.id"),
                words.say("feed.name"),
                words.say("feed.department"),
                words.say("feed.health"),
                words.say("feed.last.file"),
                words.say("feed.files.today"),
                words.say("feed.read"),
                words.say("feed.fresh"),
                words.say("feed.same"),
                words.say("feed.corrected"),
                words.say("feed.withdrawn"),
                words.say("feed.quarantined"),
                words.say("feed.open"),
                words.say("feed.oldest"),
                words.say("feed.waits"));
    }

    private static List<Object> row(FeedStatus status, Words words) {
        return Arrays.asList(
                status.feed().feed(),
                words.either(status.feed().title().zh(), status.feed().title().en()),
                status.feed().department(),
                words.of(status.state()),
                words.time(status.lastFile()),
                status.today().files(),
                status.today().rows(),
                status.today().fresh(),
                status.today().same(),
                status.today().corrected(),
                status.today().withdrawn(),
                status.today().quarantined(),
                status.open(),
                words.time(status.oldestOpen()),
                status.waiting());
    }

    private static FeedSearch search(Map<String, String> parameters) {
        return FeedSearch.of(parameters.get("state"), parameters.get("department"), parameters.get("sort"));
    }
}
