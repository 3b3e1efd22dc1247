package org.sise.server.web.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.NoticeTopics;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.notice.Notice;
import org.sise.integrations.notice.NoticeQuery;
import org.sise.integrations.notice.NoticeState;
import org.sise.integrations.notice.Notices;
import org.sise.integrations.notice.SubscriberState;
import org.sise.integrations.notice.Subscribers;
import org.sise.server.desk.NoticeDesk;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The subscriptions with their queues, and the list of notices. */
@Controller
final class NoticesController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Notices notices;
    private final Subscribers subscribers;
    private final NoticeDesk desk;
    private final NoticeNames names;
    private final MessageSource messages;

    NoticesController(
            Notices notices,
            Subscribers subscribers,
            NoticeDesk desk,
            SubscriptionCatalogue catalogue,
            MessageSource messages) {
        this.notices = notices;
        this.subscribers = subscribers;
        this.desk = desk;
        this.names = new NoticeNames(catalogue);
        this.messages = messages;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(required = false) @Nullable String subscriber,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        NoticeFilterForm filter = NoticeFilterForm.of(subscriber, state, topic, business);
        Set<String> seen = desk.seenBy(signedIn.account());
        List<Notice> found = notices.latest(filter.among(seen), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Notice> page = more ? found.subList(0, PAGE) : found;
        List<SubscriberState> states = subscribers.all().stream()
                .filter(one -> seen == null || seen.contains(one.subscription().subscriber()))
                .toList();
        model.addAttribute("filter", filter);
        model.addAttribute("notices", page);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("before", before);
        model.addAttribute("subscribers", states);
        model.addAttribute("topics", NoticeTopics.builtIn().all().keySet());
        model.addAttribute("states", Arrays.asList(NoticeState.values()));
        model.addAttribute("names", names);
        return "notice/list";
    }

    @GetMapping({"/notices.csv", "/notices.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String subscriber,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String business,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        NoticeQuery query =
                NoticeFilterForm.of(subscriber, state, topic, business).among(desk.seenBy(signedIn.account()));
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("notice.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("notice.subscriber"),
                        words.say("notice.number"),
                        words.say("notice.key"),
                        words.say("notice.topic"),
                        words.say("notice.business"),
                        words.say("notice.happened"),
                        words.say("notice.state"),
                        words.say("notice.attempts"),
                        words.say("notice.sent"),
                        words.say("notice.answer"),
                        words.say("notice.reference"),
                        words.say("notice.error")),
                sheet -> fill(sheet, query, words));
    }

    private void fill(SheetWriter sheet, NoticeQuery query, Words words) throws IOException {
        long after = 0;
        List<Notice> found;
        do {
            found = notices.after(query, after, AT_ONCE);
            for (Notice notice : found) {
                sheet.row(Arrays.asList(
                        names.subscriber(notice.subscriber(), words),
                        notice.number(),
                        notice.key().toString(),
                        names.topic(notice.topic(), words),
                        notice.subject(),
                        TIME.format(notice.happenedAt()),
                        words.of(notice.state()),
                        notice.attempts(),
                        notice.sentAt() == null ? null : TIME.format(notice.sentAt()),
                        notice.answer() == null ? null : words.of(notice.answer()),
                        notice.reference(),
                        notice.lastError() == null ? null : words.half(notice.lastError())));
                after = notice.id();
            }
        } while (found.size() == AT_ONCE);
    }
}
