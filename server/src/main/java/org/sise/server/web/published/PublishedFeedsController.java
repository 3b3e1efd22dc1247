package org.sise.server.web.published;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sise.server.web.Words;
import org.sise.supervision.plan.PlanState;
import org.sise.supervision.publication.Published;
import org.sise.supervision.publication.PublishedPlan;
import org.sise.supervision.publication.PublishedResult;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The latest published plans and results as RSS 2.0 and as JSON Feed 1.1, in Chinese. */
@Controller
final class PublishedFeedsController {

    private static final int LATEST = 100;
    private static final MediaType RSS = MediaType.parseMediaType("application/rss+xml;charset=UTF-8");
    private static final MediaType JSON = MediaType.parseMediaType("application/feed+json;charset=UTF-8");

    private final Published published;
    private final Words words;

    PublishedFeedsController(Published published, MessageSource messages) {
        this.published = published;
        this.words = new Words(Locale.SIMPLIFIED_CHINESE, messages);
    }

    @GetMapping("/published/feed.xml")
    ResponseEntity<byte[]> rss() {
        return answer(
                RSS, new RssFeed(words.say("published.title"), words.say("published.lead"), base()).write(items()));
    }

    @GetMapping("/published/feed.json")
    ResponseEntity<byte[]> json() {
        return answer(
                JSON,
                new JsonFeed(words.say("published.title"), words.say("published.lead"), base())
                        .write(items())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private List<FeedItem> items() {
        List<FeedItem> items = new ArrayList<>();
        published.results(null, null, LATEST).items().forEach(result -> items.add(item(result)));
        published.plans(null, LATEST).items().forEach(plan -> items.add(item(plan)));
        items.sort(Comparator.comparing(FeedItem::at).reversed().thenComparing(FeedItem::id));
        return items.size() > LATEST ? items.subList(0, LATEST) : items;
    }

    private FeedItem item(PublishedResult result) {
        return new FeedItem(
                "result-" + result.task(),
                "/published/results/" + result.task(),
                result.name() + "：" + result.result().zh(),
                words.say(
                        "published.sentence",
                        result.department(),
                        result.completedOn(),
                        result.name(),
                        result.business(),
                        result.kind().rule().zh(),
                        result.result().zh()),
                "result",
                result.publishedAt());
    }

    private FeedItem item(PublishedPlan plan) {
        String text = words.say(
                plan.state() == PlanState.DRAWN ? "published.plan.drawn" : "published.plan.committed",
                plan.id(),
                plan.commitment());
        return new FeedItem(
                "plan-" + plan.id() + "-" + plan.state().name(),
                "/published/plans/" + plan.id(),
                plan.title() + "（" + plan.state().zh() + "）",
                text,
                "plan",
                plan.publishedAt());
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(body);
    }
}
