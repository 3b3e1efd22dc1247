package org.sise.server.web.repair;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.security.SignedIn;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.pack.CaseKind;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The officials' list of cases: what is due when, and everything that was handed in. */
@Controller
final class RepairsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final RepairCases cases;
    private final HolidayNotices holidays;
    private final MessageSource messages;
    private final Clock clock;

    RepairsController(RepairCases cases, HolidayNotices holidays, MessageSource messages, Clock clock) {
        this.cases = cases;
        this.holidays = holidays;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which open cases are wanted. */
    enum Due {
        ALL,
        OVERDUE,
        TODAY,
        STANDING
    }

    @GetMapping("/repairs")
    String list(
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        Due wanted = Choice.of(Due.class, "due", due);
        CaseKind ofKind = Choice.of(CaseKind.class, "kind", kind);
        String code = business == null || business.isBlank() ? null : business.strip();
        List<RepairCases.OnClock> open = cases.onClock();
        List<RepairCase> found = cases.page(before, PAGE + 1, code, ofKind);
        boolean more = found.size() > PAGE;
        List<RepairCase> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("today", today);
        model.addAttribute(
                "overdue", open.stream().filter(each -> each.isOverdue(today)).count());
        model.addAttribute(
                "dueToday", open.stream().filter(each -> isDue(each, today)).count());
        model.addAttribute(
                "open",
                open.stream()
                        .filter(each -> fits(each, wanted, today))
                        .filter(each -> ofKind == null || each.one().kind() == ofKind)
                        .filter(each -> code == null || each.one().business().equals(code))
                        .toList());
        model.addAttribute("all", page);
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("due", wanted);
        model.addAttribute("kind", ofKind);
        model.addAttribute("business", code);
        model.addAttribute("kinds", Arrays.asList(CaseKind.values()));
        model.addAttribute("dues", Arrays.stream(Due.values()).map(Choice::word).toList());
        return "repair/list";
    }

    @GetMapping({"/repairs.csv", "/repairs.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        CaseKind ofKind = Choice.of(CaseKind.class, "kind", kind);
        String code = business == null || business.isBlank() ? null : business.strip();
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("repair.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("repair.number"),
                        words.say("repair.kind"),
                        words.say("repair.business"),
                        words.say("record.kind"),
                        words.say("record.department"),
                        words.say("repair.pack"),
                        words.say("repair.applied"),
                        words.say("repair.state"),
                        words.say("repair.clock"),
                        words.say("repair.due")),
                sheet -> fill(sheet, code, ofKind, words));
    }

    @PostMapping("/repairs/holidays")
    String holidays(
            @RequestParam MultipartFile file, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash)
            throws IOException {
        try {
            boolean fresh =
                    holidays.record(new String(file.getBytes(), StandardCharsets.UTF_8), signedIn.getUsername());
            flash.addFlashAttribute("outcome", fresh ? "recorded" : "known");
        } catch (IllegalArgumentException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/repairs";
    }

    private void fill(SheetWriter sheet, @Nullable String business, @Nullable CaseKind kind, Words words)
            throws IOException {
        var clocks = cases.clocks();
        Long before = null;
        List<RepairCase> found;
        do {
            found = cases.page(before, AT_ONCE, business, kind);
            for (RepairCase one : found) {
                var next = clocks.next(one, cases.packOf(one));
                sheet.row(Arrays.asList(
                        one.id(),
                        words.of(one.kind()),
                        one.business(),
                        words.of(one.recordKind()),
                        one.department(),
                        one.pack(),
                        one.appliedOn(),
                        words.of(one.state()),
                        next == null ? null : words.of(next.limit()),
                        next == null ? null : next.due()));
                before = one.id();
            }
        } while (found.size() == AT_ONCE);
    }

    private static boolean isDue(RepairCases.OnClock each, LocalDate day) {
        return each.next() != null && day.equals(each.next().due());
    }

    private static boolean fits(RepairCases.OnClock each, @Nullable Due wanted, LocalDate today) {
        return switch (wanted) {
            case null -> true;
            case ALL -> true;
            case OVERDUE -> each.isOverdue(today);
            case TODAY -> isDue(each, today);
            case STANDING -> each.next() == null;
        };
    }
}
