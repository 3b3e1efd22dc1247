package org.sise.server.web.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.FilterQuery;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.talk.SuggestedTalk;
import org.sise.supervision.talk.Talk;
import org.sise.supervision.talk.TalkFilter;
import org.sise.supervision.talk.TalkKind;
import org.sise.supervision.talk.TalkState;
import org.sise.supervision.talk.Talks;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of talks, and with whom one may be proposed. */
@Controller
final class TalksController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Talks talks;
    private final ColourAccess colours;
    private final MessageSource messages;
    private final Clock clock;

    TalksController(Talks talks, ColourAccess colours, MessageSource messages, Clock clock) {
        this.talks = talks;
        this.colours = colours;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/talks")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(defaultValue = "false") boolean due,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        TalkFilter filter = filter(kind, state, business, due);
        model.addAttribute("filter", filter);
        model.addAttribute("due", due);
        model.addAttribute("query", query(filter, due));
        model.addAttribute("page", Page.cut(talks.page(filter, cursor, PAGE + 1), PAGE, Talk::id, talks.count(filter)));
        model.addAttribute("cursor", cursor);
        model.addAttribute("today", today());
        model.addAttribute("kinds", Arrays.asList(TalkKind.values()));
        model.addAttribute("states", Arrays.asList(TalkState.values()));
        return "talk/list";
    }

    @GetMapping({"/talks.csv", "/talks.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(defaultValue = "false") boolean due,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        TalkFilter filter = filter(kind, state, business, due);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("talk.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("talk.number"),
                        words.say("talk.business"),
                        words.say("talk.kind"),
                        words.say("talk.department"),
                        words.say("talk.reason"),
                        words.say("talk.state"),
                        words.say("talk.at"),
                        words.say("talk.place"),
                        words.say("talk.held"),
                        words.say("talk.follow.up.due"),
                        words.say("talk.outcome")),
                sheet -> fill(sheet, filter, words));
    }

    @GetMapping("/talks/suggested")
    String suggested(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        TalkKind wanted = wanted(kind, signedIn);
        List<SuggestedTalk> found = talks.suggested(wanted, cursor, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<SuggestedTalk> part = more ? found.subList(0, PAGE) : found;
        model.addAttribute("kind", wanted);
        model.addAttribute("kinds", kinds(signedIn));
        model.addAttribute("page", new Page<>(part, more ? part.getLast().business() : null, part.size()));
        model.addAttribute("cursor", cursor);
        return "talk/suggested";
    }

    @GetMapping({"/talks/suggested.csv", "/talks/suggested.xlsx"})
    void exportSuggested(
            @RequestParam(required = false) @Nullable String kind,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        TalkKind wanted = wanted(kind, signedIn);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("talk.suggested"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("talk.business"),
                        words.say("talk.kind"),
                        words.say("talk.record"),
                        words.say("talk.on")),
                sheet -> {
                    String after = null;
                    List<SuggestedTalk> found;
                    do {
                        found = talks.suggested(wanted, after, AT_ONCE);
                        for (SuggestedTalk one : found) {
                            sheet.row(Arrays.asList(one.business(), words.of(one.kind()), one.record(), one.on()));
                            after = one.business();
                        }
                    } while (found.size() == AT_ONCE);
                });
    }

    /** The kinds of suggestions that an account may see: those with red businesses tell a colour. */
    private List<TalkKind> kinds(SignedIn signedIn) {
        List<TalkKind> kinds = new ArrayList<>(List.of(TalkKind.EDUCATIONAL));
        if (colours.seesColours(signedIn.account())) {
            kinds.add(TalkKind.CONSULTATIVE);
        }
        return kinds;
    }

    private TalkKind wanted(@Nullable String kind, SignedIn signedIn) {
        TalkKind wanted = Objects.requireNonNullElse(Choice.of(TalkKind.class, "kind", kind), TalkKind.EDUCATIONAL);
        if (!kinds(signedIn).contains(wanted)) {
            throw new NotFoundException("talks");
        }
        return wanted;
    }

    private TalkFilter filter(@Nullable String kind, @Nullable String state, @Nullable String business, boolean due) {
        return new TalkFilter(
                Choice.of(TalkKind.class, "kind", kind),
                Choice.of(TalkState.class, "state", state),
                Filled.orNull(business),
                due ? today() : null);
    }

    private static String query(TalkFilter filter, boolean due) {
        return new FilterQuery()
                .with("kind", filter.kind())
                .with("state", filter.state())
                .with("business", filter.business())
                .with("due", due)
                .text();
    }

    private void fill(SheetWriter sheet, TalkFilter filter, Words words) throws IOException {
        Long before = null;
        List<Talk> found;
        do {
            found = talks.page(filter, before, AT_ONCE);
            for (Talk one : found) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business().value(),
                        words.of(one.kind()),
                        one.department(),
                        one.reason(),
                        words.of(one.state()),
                        one.at() == null ? null : words.time(one.at()),
                        one.place(),
                        one.heldOn(),
                        one.followUpDue(),
                        one.outcome()));
                before = one.id();
            }
        } while (found.size() == AT_ONCE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
