package org.sise.server.web.feed;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.PersonalColumn;
import org.sise.integrations.landing.Mending;
import org.sise.integrations.landing.MendingJob;
import org.sise.integrations.mending.MendingFault;
import org.sise.integrations.mending.MendingRule;
import org.sise.integrations.mending.RuleWords;
import org.sise.server.query.NotFoundException;
import org.sise.server.query.QuarantineSearch;
import org.sise.server.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many quarantined rows at once: a rule tried on what a filter takes, and the jobs with their progress. */
@Controller
final class MendingController {

    private static final int SHOWN = 20;
    private static final int PAGE = 30;
    private static final String RULE = "rule.";

    private final Mending mending;
    private final FeedCatalogue catalogue;
    private final FeedNames names;
    private final Clock clock;

    MendingController(Mending mending, FeedCatalogue catalogue, Clock clock) {
        this.mending = mending;
        this.catalogue = catalogue;
        this.names = new FeedNames(catalogue);
        this.clock = clock;
    }

    /** The rule's form; with a rule, what it would do. */
    @GetMapping("/feeds/quarantine/mend")
    String mend(@RequestParam Map<String, String> parameters, Model model) {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        Map<String, String> words = words(parameters);
        String feed = search.query().feed();
        FeedDescriptor descriptor = feed == null ? null : catalogue.find(feed);
        model.addAttribute("search", search);
        model.addAttribute("names", names);
        model.addAttribute("feeds", catalogue.feeds());
        model.addAttribute("columns", descriptor == null ? Set.of() : columns(descriptor));
        model.addAttribute("rule", words);
        if (descriptor == null || !words.containsKey("rule")) {
            return "feed/mend";
        }
        try {
            model.addAttribute("preview", mending.preview(search.query(), RuleWords.read(words), SHOWN));
        } catch (MendingFault e) {
            model.addAttribute("fault", e);
        }
        return "feed/mend";
    }

    @PostMapping("/feeds/quarantine/mend")
    String mend(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        return asked(search, flash, () -> {
            MendingRule rule = RuleWords.read(words(parameters));
            return mending.mend(search.query(), rule, signedIn.getUsername());
        });
    }

    @PostMapping("/feeds/quarantine/replay")
    String replay(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        return asked(search, flash, () -> mending.replay(search.query(), signedIn.getUsername()));
    }

    @PostMapping("/feeds/quarantine/discard")
    String discard(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        String why = parameters.getOrDefault("why", "");
        return asked(search, flash, () -> mending.discard(search.query(), why, signedIn.getUsername()));
    }

    @GetMapping("/feeds/quarantine/jobs")
    String jobs(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<MendingJob> found = mending.latest(before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<MendingJob> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("jobs", page);
        model.addAttribute("before", before);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("names", names);
        return "feed/jobs";
    }

    @GetMapping("/feeds/quarantine/jobs/{id}")
    String job(@PathVariable long id, @RequestParam(defaultValue = "0") long after, Model model) {
        MendingJob job = mending.find(id).orElseThrow(() -> new NotFoundException("job " + id));
        var found = mending.refused(id, Math.max(0, after), PAGE + 1);
        boolean more = found.size() > PAGE;
        var page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("job", job);
        model.addAttribute("refused", page);
        model.addAttribute("after", after);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("names", names);
        return "feed/job";
    }

    @PostMapping("/feeds/quarantine/jobs/{id}/cancel")
    String cancel(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        var _ = mending.find(id).orElseThrow(() -> new NotFoundException("job " + id));
        try {
            mending.cancel(id, signedIn.getUsername());
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/feeds/quarantine/jobs/" + id;
    }

    private static String asked(QuarantineSearch search, RedirectAttributes flash, Supplier<MendingJob> ask) {
        try {
            return "redirect:/feeds/quarantine/jobs/" + ask.get().id();
        } catch (MendingFault e) {
            flash.addFlashAttribute("problem", e.message());
            return "redirect:/feeds/quarantine?" + search.address();
        }
    }

    /** The columns that a rule may change. */
    private static List<String> columns(FeedDescriptor feed) {
        Set<String> personal =
                feed.personal().stream().map(PersonalColumn::column).collect(Collectors.toSet());
        return feed.columns().mapped().stream()
                .filter(column -> !personal.contains(column))
                .toList();
    }

    /** The words of a rule, whose parameters begin with {@code rule.}. */
    private static Map<String, String> words(Map<String, String> parameters) {
        Map<String, String> words = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(RULE)) {
                words.put(name.equals("rule.kind") ? "rule" : name.substring(RULE.length()), value);
            }
        });
        return words;
    }
}
