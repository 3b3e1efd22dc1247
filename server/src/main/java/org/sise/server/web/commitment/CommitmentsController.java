package org.sise.server.web.commitment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.commitment.CommitmentFilter;
import org.sise.supervision.commitment.CommitmentKind;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.commitment.CommitmentState;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.commitment.SignedCommitment;
import org.sise.supervision.commitment.Suspicion;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officials' lists: commitments, suspicions of a breach, to whom one may be offered, and the kinds with their texts. */
@Controller
final class CommitmentsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Commitments commitments;
    private final CommitmentKinds kinds;
    private final Businesses businesses;
    private final ColourAccess colours;
    private final MessageSource messages;
    private final Clock clock;

    CommitmentsController(
            Commitments commitments,
            CommitmentKinds kinds,
            Businesses businesses,
            ColourAccess colours,
            MessageSource messages,
            Clock clock) {
        this.commitments = commitments;
        this.kinds = kinds;
        this.businesses = businesses;
        this.colours = colours;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/commitments")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String waiting,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        CommitmentSearch search = CommitmentSearch.of(kind, state, business, waiting, today());
        model.addAttribute("search", search);
        model.addAttribute(
                "page",
                Page.cut(
                        commitments.page(search.filter(), cursor, PAGE + 1),
                        PAGE,
                        SignedCommitment::id,
                        commitments.count(search.filter())));
        model.addAttribute("cursor", cursor);
        model.addAttribute("today", today());
        model.addAttribute("kinds", kinds);
        model.addAttribute("states", Arrays.asList(CommitmentState.values()));
        model.addAttribute(
                "waitings",
                Arrays.stream(CommitmentSearch.Waiting.values())
                        .map(Choice::word)
                        .toList());
        model.addAttribute("suspected", !commitments.suspicions(null, 1).isEmpty());
        model.addAttribute("reported", commitments.count(new CommitmentFilter(null, null, null, null, true)));
        return "commitment/list";
    }

    @GetMapping({"/commitments.csv", "/commitments.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String waiting,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        CommitmentFilter filter =
                CommitmentSearch.of(kind, state, business, waiting, today()).filter();
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("commitment.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("commitment.number"),
                        words.say("commitment.business"),
                        words.say("commitment.kind"),
                        words.say("commitment.matter"),
                        words.say("commitment.department"),
                        words.say("commitment.items"),
                        words.say("commitment.made.on"),
                        words.say("commitment.until"),
                        words.say("commitment.check.by"),
                        words.say("commitment.state"),
                        words.say("commitment.confirmed.on"),
                        words.say("commitment.banned.until"),
                        words.say("commitment.report")),
                sheet -> fill(sheet, filter, words));
    }

    @GetMapping("/commitments/suspicions")
    String suspicions(@RequestParam(required = false) @Nullable Long cursor, Model model) {
        List<Suspicion> found = commitments.suspicions(cursor, PAGE + 1);
        model.addAttribute("page", Page.cut(found, PAGE, Suspicion::commitment, found.size()));
        model.addAttribute("cursor", cursor);
        model.addAttribute("commitments", commitments);
        return "commitment/suspicions";
    }

    @GetMapping({"/commitments/suspicions.csv", "/commitments/suspicions.xlsx"})
    void exportSuspicions(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("commitment.suspicions"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("commitment.number"),
                        words.say("commitment.business"),
                        words.say("commitment.inspection"),
                        words.say("commitment.inspected.on"),
                        words.say("commitment.found")),
                sheet -> {
                    Long after = null;
                    List<Suspicion> found;
                    do {
                        found = commitments.suspicions(after, AT_ONCE);
                        for (Suspicion one : found) {
                            sheet.row(Arrays.asList(
                                    one.commitment(),
                                    one.business(),
                                    one.inspection(),
                                    one.on(),
                                    words.of(one.result())));
                            after = one.commitment();
                        }
                    } while (found.size() == AT_ONCE);
                });
    }

    @GetMapping("/commitments/offers")
    String offers(
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        requireColours(signedIn);
        List<String> found = commitments.offered(cursor, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<String> codes = more ? found.subList(0, PAGE) : found;
        model.addAttribute("page", new Page<>(codes, more ? codes.getLast() : null, codes.size()));
        model.addAttribute("cursor", cursor);
        model.addAttribute("businesses", businesses.of(Set.copyOf(codes)));
        return "commitment/offers";
    }

    @GetMapping({"/commitments/offers.csv", "/commitments/offers.xlsx"})
    void exportOffers(
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        requireColours(signedIn);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("commitment.offers"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(words.say("commitment.business")),
                sheet -> {
                    String after = null;
                    List<String> found;
                    do {
                        found = commitments.offered(after, AT_ONCE);
                        for (String code : found) {
                            sheet.row(List.of(code));
                            after = code;
                        }
                    } while (found.size() == AT_ONCE);
                });
    }

    @GetMapping("/commitments/kinds")
    String kinds(Model model) {
        model.addAttribute("kinds", kinds.all());
        return "commitment/kinds";
    }

    private void requireColours(SignedIn signedIn) {
        if (!colours.seesColours(signedIn.account())) {
            throw new NotFoundException("offers");
        }
    }

    private void fill(SheetWriter sheet, CommitmentFilter filter, Words words) throws IOException {
        Long before = null;
        List<SignedCommitment> found;
        do {
            found = commitments.page(filter, before, AT_ONCE);
            for (SignedCommitment one : found) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business().value(),
                        kinds.find(one.kind()).map(CommitmentKind::zh).orElse(one.kind()),
                        one.matter(),
                        one.department(),
                        String.join(" ", one.items()),
                        one.madeOn(),
                        one.until(),
                        one.checkBy(),
                        words.of(one.state()),
                        one.confirmedOn(),
                        one.bannedUntil(),
                        one.report()));
                before = one.id();
            }
        } while (found.size() == AT_ONCE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
