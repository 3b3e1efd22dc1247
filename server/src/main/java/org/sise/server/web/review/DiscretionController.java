package org.sise.server.web.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordHeader;
import org.sise.ledger.Page;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.server.web.FilterQuery;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.discretion.Benchmark;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.discretion.JudgedPenalty;
import org.sise.supervision.discretion.PenaltyBenchmark;
import org.sise.supervision.discretion.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Penalties that lie outside the benchmark of discretion, and the benchmarks. */
@Controller
final class DiscretionController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final PenaltyBenchmark penalties;
    private final Benchmarks benchmarks;
    private final MessageSource messages;

    DiscretionController(PenaltyBenchmark penalties, Benchmarks benchmarks, MessageSource messages) {
        this.penalties = penalties;
        this.benchmarks = benchmarks;
        this.messages = messages;
    }

    @GetMapping("/discretion")
    String list(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long cursor,
            Model model) {
        Verdict wanted = Choice.of(Verdict.class, "verdict", verdict);
        String code = Filled.orNull(business);
        List<JudgedPenalty> found = penalties.outside(wanted, code, cursor, PAGE + 1);
        model.addAttribute("verdict", wanted);
        model.addAttribute("business", code);
        model.addAttribute("verdicts", Arrays.asList(Verdict.values()));
        model.addAttribute(
                "query",
                new FilterQuery().with("verdict", wanted).with("business", code).text());
        model.addAttribute("page", Page.cut(found, PAGE, one -> one.stored().id(), found.size()));
        model.addAttribute("cursor", cursor);
        return "review/discretion";
    }

    @GetMapping({"/discretion.csv", "/discretion.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Verdict wanted = Choice.of(Verdict.class, "verdict", verdict);
        String code = Filled.orNull(business);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("discretion.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("discretion.business"),
                        words.say("discretion.document"),
                        words.say("discretion.date"),
                        words.say("discretion.department"),
                        words.say("discretion.violation"),
                        words.say("discretion.basis"),
                        words.say("discretion.fine"),
                        words.say("discretion.verdict"),
                        words.say("discretion.benchmarks")),
                sheet -> fill(sheet, wanted, code, words));
    }

    @GetMapping("/discretion/benchmarks")
    String benchmarks(@RequestParam(required = false) @Nullable String law, Model model) {
        String wanted = Filled.orNull(law);
        model.addAttribute("law", wanted);
        model.addAttribute(
                "laws",
                benchmarks.all().stream()
                        .map(one -> one.basis().split(" ", 2)[0])
                        .distinct()
                        .toList());
        model.addAttribute(
                "benchmarks",
                benchmarks.all().stream()
                        .filter(one -> wanted == null || one.basis().startsWith(wanted + " "))
                        .toList());
        model.addAttribute("circumstances", benchmarks.circumstances());
        return "review/benchmarks";
    }

    private void fill(SheetWriter sheet, @Nullable Verdict verdict, @Nullable String business, Words words)
            throws IOException {
        Long before = null;
        List<JudgedPenalty> found;
        do {
            found = penalties.outside(verdict, business, before, AT_ONCE);
            for (JudgedPenalty one : found) {
                Penalty penalty = (Penalty) one.stored().record();
                RecordHeader header = penalty.header();
                sheet.row(Arrays.asList(
                        header.subject().value(),
                        header.document(),
                        header.date(),
                        header.department(),
                        penalty.violation(),
                        penalty.basis(),
                        header.amount() == null ? null : header.amount().amount(),
                        words.of(one.judgement().verdict()),
                        String.join(
                                " ",
                                one.judgement().benchmarks().stream()
                                        .map(Benchmark::id)
                                        .toList())));
                before = one.stored().id();
            }
        } while (found.size() == AT_ONCE);
    }
}
