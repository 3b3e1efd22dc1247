package org.sise.server.web.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantinedRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deliveries of all feeds with their counts. */
@Controller
final class DeliveriesController {

    private static final int PAGE = 50;

    private final Deliveries deliveries;
    private final Quarantine quarantine;
    private final FeedNames names;
    private final FeedCatalogue catalogue;

    DeliveriesController(Deliveries deliveries, Quarantine quarantine, FeedCatalogue catalogue) {
        this.deliveries = deliveries;
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.names = new FeedNames(catalogue);
    }

    @GetMapping("/feeds/deliveries")
    String list(
            @RequestParam(required = false) @Nullable String feed,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        String wanted = feed == null || feed.isBlank() ? null : feed;
        List<Delivery> found = deliveries.latest(wanted, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Delivery> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("deliveries", page);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("before", before);
        model.addAttribute("feed", wanted);
        model.addAttribute("feeds", catalogue.feeds());
        model.addAttribute("names", names);
        model.addAttribute("open", rows(QuarantinedRow.State.OPEN));
        model.addAttribute("waiting", rows(QuarantinedRow.State.WAITING));
        return "feed/deliveries";
    }

    private long rows(QuarantinedRow.State state) {
        return quarantine.counts().stream()
                .filter(count -> count.state() == state)
                .mapToLong(Quarantine.Count::rows)
                .sum();
    }
}
