package org.sise.server.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.ledger.business.Businesses;
import org.sise.server.desk.ReviewDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.FilterQuery;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.review.CaseReview;
import org.sise.supervision.review.CaseReviews;
import org.sise.supervision.review.ReviewFilter;
import org.sise.supervision.review.ReviewQuestions;
import org.sise.supervision.review.ReviewState;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of reviews, the form that opens one, and one review as a checklist. */
@Controller
final class ReviewsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final CaseReviews reviews;
    private final ReviewDesk desk;
    private final Benchmarks benchmarks;
    private final Businesses businesses;
    private final MessageSource messages;

    ReviewsController(
            CaseReviews reviews,
            ReviewDesk desk,
            Benchmarks benchmarks,
            Businesses businesses,
            MessageSource messages) {
        this.reviews = reviews;
        this.desk = desk;
        this.benchmarks = benchmarks;
        this.businesses = businesses;
        this.messages = messages;
    }

    @GetMapping("/reviews")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        ReviewFilter filter = filter(state, business, department);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "query",
                new FilterQuery()
                        .with("state", filter.state())
                        .with("business", filter.business())
                        .with("department", filter.department())
                        .text());
        model.addAttribute(
                "page", Page.cut(reviews.page(filter, cursor, PAGE + 1), PAGE, CaseReview::id, reviews.count(filter)));
        model.addAttribute("cursor", cursor);
        model.addAttribute("states", Arrays.asList(ReviewState.values()));
        model.addAttribute("reviews", reviews);
        return "review/list";
    }

    @GetMapping({"/reviews.csv", "/reviews.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String department,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        ReviewFilter filter = filter(state, business, department);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("review.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("review.number"),
                        words.say("review.business"),
                        words.say("review.department"),
                        words.say("review.case"),
                        words.say("review.violation"),
                        words.say("review.state"),
                        words.say("review.step"),
                        words.say("review.fine"),
                        words.say("review.verdict")),
                sheet -> fill(sheet, filter, words));
    }

    @GetMapping("/reviews/new")
    String blank(@RequestParam(required = false) @Nullable String business, Model model) {
        return form(new ReviewDesk.Case(business, "", "", "", ""), model);
    }

    @PostMapping("/reviews")
    String open(
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String caseNumber,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String violation,
            @RequestParam(required = false) @Nullable String benchmark,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        ReviewDesk.Case one = new ReviewDesk.Case(business, caseNumber, department, violation, benchmark);
        return PageSteps.form(
                model, () -> "/reviews/" + desk.open(one, signedIn.getUsername()), () -> form(one, model));
    }

    @GetMapping("/reviews/{id}")
    String show(@PathVariable long id, Model model) {
        CaseReview review = find(id);
        model.addAttribute("review", review);
        model.addAttribute(
                "business", businesses.find(review.business().value()).orElse(null));
        model.addAttribute(
                "benchmark",
                review.benchmark() == null
                        ? null
                        : benchmarks.find(review.benchmark()).orElse(null));
        model.addAttribute("circumstances", benchmarks.circumstances());
        model.addAttribute("judgement", reviews.judgement(review));
        model.addAttribute("questions", ReviewQuestions.standard().all());
        model.addAttribute("answers", reviews.answers(id));
        model.addAttribute("next", reviews.next(id));
        model.addAttribute("steps", reviews.steps(id));
        model.addAttribute("labels", PageSteps.labels(ReviewState.values()));
        return "review/show";
    }

    @PostMapping("/reviews/{id}/answer")
    String answer(
            @PathVariable long id,
            @RequestParam int step,
            @RequestParam(defaultValue = "true") boolean passed,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String fine,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return PageSteps.step(
                "/reviews/" + id,
                flash,
                () -> desk.answer(id, step, passed, answer, value, fine, signedIn.getUsername()));
    }

    @PostMapping("/reviews/{id}/reopen")
    String reopen(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        return PageSteps.step("/reviews/" + id, flash, () -> reviews.reopen(id, reason, signedIn.getUsername()));
    }

    private String form(ReviewDesk.Case one, Model model) {
        model.addAttribute("form", one);
        model.addAttribute("benchmarks", benchmarks.all());
        return "review/new";
    }

    private static ReviewFilter filter(@Nullable String state, @Nullable String business, @Nullable String department) {
        return new ReviewFilter(
                Choice.of(ReviewState.class, "state", state), Filled.orNull(business), Filled.orNull(department));
    }

    private void fill(SheetWriter sheet, ReviewFilter filter, Words words) throws IOException {
        Long before = null;
        List<CaseReview> found;
        do {
            found = reviews.page(filter, before, AT_ONCE);
            for (CaseReview one : found) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business().value(),
                        one.department(),
                        one.caseNumber(),
                        one.violation(),
                        words.of(one.state()),
                        reviews.next(one.id()),
                        one.fine(),
                        words.of(reviews.judgement(one).verdict())));
                before = one.id();
            }
        } while (found.size() == AT_ONCE);
    }

    private CaseReview find(long id) {
        try {
            return reviews.find(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("review " + id);
        }
    }
}
