package org.sise.server.web.whatif;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.grading.approval.PolicyFilter;
import org.sise.grading.approval.PolicyVersions;
import org.sise.grading.whatif.MovedBusiness;
import org.sise.grading.whatif.MoverQuery;
import org.sise.grading.whatif.WhatIfRefusedException;
import org.sise.grading.whatif.WhatIfReport;
import org.sise.grading.whatif.WhatIfRun;
import org.sise.grading.whatif.WhatIfs;
import org.sise.ledger.Page;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.MoverSearch;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Choices;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of what-ifs, and one with its moves and movers. */
@Controller
final class WhatIfsController {

    private static final int PAGE = 30;
    private static final int VERSIONS = 200;

    private final WhatIfs whatIfs;
    private final PolicyVersions versions;
    private final MessageSource messages;
    private final Clock clock;

    WhatIfsController(WhatIfs whatIfs, PolicyVersions versions, MessageSource messages, Clock clock) {
        this.whatIfs = whatIfs;
        this.versions = versions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/what-ifs")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        String from = cursor == null || cursor.isBlank() ? null : cursor;
        try {
            model.addAttribute("page", whatIfs.list(from, PAGE));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
        model.addAttribute("cursor", from);
        model.addAttribute(
                "versions", versions.list(PolicyFilter.ALL, null, VERSIONS).items());
        model.addAttribute("day", LocalDate.now(clock.withZone(Words.SHANGHAI)));
        return "whatif/list";
    }

    @PostMapping("/what-ifs")
    String start(
            @RequestParam long version,
            @RequestParam(defaultValue = "") String asOf,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        LocalDate day;
        try {
            day = LocalDate.parse(asOf.strip());
        } catch (DateTimeException e) {
            flash.addFlashAttribute("refused", List.of("what.if.day.wrong"));
            return "redirect:/what-ifs";
        }
        if (versions.find(version).isEmpty()) {
            throw new NotFoundException("policy version " + version);
        }
        try {
            WhatIfRun run = whatIfs.ask(versions.file(version), null, day, day, signedIn.getUsername());
            return "redirect:/what-ifs/" + run.id();
        } catch (WhatIfRefusedException e) {
            flash.addFlashAttribute("problems", List.of(String.valueOf(e.getMessage())));
        } catch (PolicyFaultsException e) {
            flash.addFlashAttribute(
                    "problems",
                    e.faults().stream()
                            .map(fault -> "%d:%d %s / %d:%d %s"
                                    .formatted(
                                            fault.line(),
                                            fault.column(),
                                            fault.message().zh(),
                                            fault.line(),
                                            fault.column(),
                                            fault.message().en()))
                            .toList());
        }
        return "redirect:/what-ifs";
    }

    @GetMapping("/what-ifs/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        WhatIfRun run = find(id);
        MoverSearch search = MoverSearch.of(from, to, district, industry);
        String after = cursor == null || cursor.isBlank() ? null : cursor;
        model.addAttribute("run", run);
        model.addAttribute("search", search);
        model.addAttribute("cursor", after);
        model.addAttribute("districts", Choices.districts());
        model.addAttribute("sections", Choices.sections());
        WhatIfReport report = whatIfs.report(id).orElse(null);
        model.addAttribute("report", report);
        if (report != null) {
            model.addAttribute("matrix", MatrixRow.of(report.moves()));
            model.addAttribute("page", movers(report, search.query(), after));
        }
        return "whatif/show";
    }

    @GetMapping({"/what-ifs/{id}/movers.csv", "/what-ifs/{id}/movers.xlsx"})
    void export(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String industry,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        find(id);
        WhatIfReport report = whatIfs.report(id).orElseThrow(() -> new NotFoundException("what-if " + id));
        MoverQuery query = MoverSearch.of(from, to, district, industry).query();
        movers(report, query, null);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("what.if.title", id),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                MoverColumns.header(words),
                sheet -> whatIfs.forEachMover(report, query, mover -> {
                    try {
                        sheet.row(MoverColumns.row(mover, words));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private Page<MovedBusiness> movers(WhatIfReport report, MoverQuery query, @Nullable String cursor) {
        try {
            return whatIfs.movers(report, query, cursor, PAGE);
        } catch (WhatIfRefusedException e) {
            throw new BadParameterException(e.field(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
    }

    private WhatIfRun find(long id) {
        return whatIfs.find(id).orElseThrow(() -> new NotFoundException("what-if " + id));
    }
}
