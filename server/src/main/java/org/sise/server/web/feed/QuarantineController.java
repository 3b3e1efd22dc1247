package org.sise.server.web.feed;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantineCounts;
import org.sise.integrations.landing.QuarantinePage;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.QuarantineSearch;
import org.sise.server.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quarantine: which rows did not land, why, and since when. */
@Controller
final class QuarantineController {

    private static final int PAGE = 50;

    private final Quarantine quarantine;
    private final FeedNames names;
    private final MessageSource messages;
    private final Clock clock;

    QuarantineController(Quarantine quarantine, FeedCatalogue catalogue, MessageSource messages, Clock clock) {
        this.quarantine = quarantine;
        this.names = new FeedNames(catalogue);
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/feeds/quarantine")
    String list(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        QuarantineQuery query = search.query();
        QuarantinePage.Place place = new QuarantinePage.Place(
                search.newestFirst(), number(parameters, "after"), number(parameters, "before"));
        Words words = new Words(locale, messages);
        QuarantineCounts counts = quarantine.counts(query, QuarantineSearch.today(clock));
        model.addAttribute("search", search);
        model.addAttribute("page", quarantine.page(query, place, PAGE));
        model.addAttribute("place", place);
        model.addAttribute("counts", counts);
        model.addAttribute("feeds", FilterOption.of(counts.feeds(), query.feed(), feed -> names.feed(feed, words)));
        model.addAttribute(
                "reasons", FilterOption.of(counts.reasons(), query.reason(), reason -> names.reason(reason, words)));
        UnaryOperator<String> none = word -> word.equals(QuarantineQuery.NONE) ? words.say("quarantine.none.of") : word;
        model.addAttribute(
                "fields",
                FilterOption.of(
                        counts.fields(), query.field(), field -> words.sayOr("field." + field, none.apply(field))));
        model.addAttribute("columns", FilterOption.of(counts.columns(), query.column(), none));
        model.addAttribute("states", states(counts, query, words));
        model.addAttribute("names", names);
        model.addAttribute("today", QuarantineSearch.today(clock));
        return "feed/quarantine";
    }

    private static List<FilterOption> states(QuarantineCounts counts, QuarantineQuery query, Words words) {
        return Arrays.stream(QuarantinedRow.State.values())
                .map(state -> new FilterOption(
                        state.token(),
                        words.say("quarantine.state." + state.token()),
                        counts.states().stream()
                                .filter(facet -> facet.value().equals(state.token()))
                                .mapToLong(QuarantineCounts.Facet::rows)
                                .sum(),
                        state == query.state()))
                .toList();
    }

    static @Nullable Long number(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new BadParameterException(name, "不是该列表的游标 / is not one of this list's cursors");
        }
        return Long.valueOf(text);
    }
}
