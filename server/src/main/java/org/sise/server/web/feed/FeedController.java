package org.sise.server.web.feed;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sise.integrations.descriptor.DatabaseSource;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedSource;
import org.sise.integrations.descriptor.HttpSource;
import org.sise.integrations.descriptor.KafkaSource;
import org.sise.integrations.descriptor.SftpSource;
import org.sise.integrations.health.Alarms;
import org.sise.integrations.health.FeedDay;
import org.sise.integrations.health.FeedHealth;
import org.sise.integrations.health.FeedStatus;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Holds;
import org.sise.server.desk.DeliveryDesk;
import org.sise.server.desk.PullDesk;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One feed: its days, its deliveries, and the one that waits for a person to say whether it goes on. */
@Controller
final class FeedController {

    private static final int DAYS = 30;
    private static final int LATEST = 20;

    private final FeedHealth health;
    private final Alarms alarms;
    private final Deliveries deliveries;
    private final Holds holds;
    private final DeliveryDesk desk;
    private final PullDesk pulls;
    private final FeedNames names;
    private final Clock clock;

    FeedController(
            FeedHealth health,
            Alarms alarms,
            Deliveries deliveries,
            Holds holds,
            DeliveryDesk desk,
            PullDesk pulls,
            FeedCatalogue catalogue,
            Clock clock) {
        this.health = health;
        this.alarms = alarms;
        this.deliveries = deliveries;
        this.holds = holds;
        this.desk = desk;
        this.pulls = pulls;
        this.names = new FeedNames(catalogue);
        this.clock = clock;
    }

    @GetMapping("/feeds/{feed}")
    String show(@PathVariable String feed, Model model) {
        FeedStatus status = health.look().stream()
                .filter(one -> one.feed().feed().equals(feed))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("feed " + feed));
        List<FeedDay> days = health.days(feed, DAYS);
        model.addAttribute("status", status);
        model.addAttribute("source", source(status.feed().source()));
        model.addAttribute("remote", pulls.isRemote(feed));
        model.addAttribute("days", days);
        model.addAttribute("bars", Bars.of(days.reversed()));
        model.addAttribute("deliveries", deliveries.latest(feed, null, LATEST));
        model.addAttribute("holds", holds.ofFeed(feed, LATEST));
        model.addAttribute("alarms", alarms.ofFeed(feed, LATEST));
        model.addAttribute("names", names);
        model.addAttribute("ages", new Ages(clock.instant()));
        return "feed/show";
    }

    @PostMapping("/feeds/deliveries/{id}/accept")
    String accept(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        Delivery delivery = find(id);
        try {
            desk.accept(id, signedIn.getUsername());
            flash.addFlashAttribute("outcome", "accepted");
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/feeds/" + delivery.feed();
    }

    @PostMapping("/feeds/deliveries/{id}/refuse")
    String refuse(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        Delivery delivery = find(id);
        try {
            desk.refuse(id, signedIn.getUsername());
            flash.addFlashAttribute("outcome", "refused");
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/feeds/" + delivery.feed();
    }

    @PostMapping("/feeds/{feed}/pull")
    String pull(@PathVariable String feed, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        if (!pulls.isRemote(feed)) {
            throw new NotFoundException("remote feed " + feed);
        }
        pulls.pull(feed, signedIn.getUsername());
        flash.addFlashAttribute("outcome", "pulling");
        return "redirect:/feeds/" + feed;
    }

    private Delivery find(long id) {
        Optional<Delivery> found = deliveries.find(id);
        return found.orElseThrow(() -> new NotFoundException("delivery " + id));
    }

    /** The kind of source as a word of the messages {@code feed.source.*}. */
    private static String source(FeedSource source) {
        return switch (source) {
            case FeedSource.Folder _ -> "folder";
            case SftpSource _ -> "sftp";
            case HttpSource _ -> "http";
            case DatabaseSource _ -> "database";
            case KafkaSource _ -> "kafka";
        };
    }
}
