package org.sise.server.web.reminder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.Page;
import org.sise.server.desk.ReminderDesk;
import org.sise.server.query.Choice;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.sise.server.web.FilterQuery;
import org.sise.server.web.PageSteps;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.reminder.Reminder;
import org.sise.supervision.reminder.ReminderFilter;
import org.sise.supervision.reminder.Reminders;
import org.sise.supervision.reminder.SlipKind;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The slips that businesses have been given, and a business's reading of its own. */
@Controller
final class RemindersController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Reminders reminders;
    private final ReminderDesk desk;
    private final ColourAccess colours;
    private final MessageSource messages;

    RemindersController(Reminders reminders, ReminderDesk desk, ColourAccess colours, MessageSource messages) {
        this.reminders = reminders;
        this.desk = desk;
        this.colours = colours;
        this.messages = messages;
    }

    @GetMapping("/reminders")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String dueBy,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable Long cursor,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        ReminderFilter filter = filter(kind, business, dueBy, closed, signedIn);
        model.addAttribute("filter", filter);
        model.addAttribute("query", query(filter));
        model.addAttribute(
                "page",
                Page.cut(reminders.page(filter, cursor, PAGE + 1), PAGE, Reminder::id, reminders.count(filter)));
        model.addAttribute("cursor", cursor);
        model.addAttribute(
                "kinds",
                Arrays.stream(SlipKind.values())
                        .filter(one -> filter.colours() || !one.tellsColour())
                        .toList());
        return "reminder/list";
    }

    @GetMapping({"/reminders.csv", "/reminders.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable String dueBy,
            @RequestParam(defaultValue = "false") boolean closed,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        ReminderFilter filter = filter(kind, business, dueBy, closed, signedIn);
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("reminder.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("reminder.number"),
                        words.say("reminder.business"),
                        words.say("reminder.kind"),
                        words.say("reminder.day"),
                        words.say("reminder.says"),
                        words.say("reminder.remedy"),
                        words.say("reminder.record"),
                        words.say("reminder.made"),
                        words.say("reminder.read"),
                        words.say("reminder.closed")),
                sheet -> fill(sheet, filter, words));
    }

    @PostMapping("/desk/reminders/{id}/read")
    String read(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        return PageSteps.step("/desk", flash, () -> desk.read(id, signedIn.account()));
    }

    private ReminderFilter filter(
            @Nullable String kind,
            @Nullable String business,
            @Nullable String dueBy,
            boolean closed,
            SignedIn signedIn) {
        return new ReminderFilter(
                Choice.of(SlipKind.class, "kind", kind),
                Filled.orNull(business),
                Filled.orNull(dueBy) == null ? null : DayField.of("dueBy", dueBy),
                colours.seesColours(signedIn.account()),
                closed);
    }

    private static String query(ReminderFilter filter) {
        return new FilterQuery()
                .with("kind", filter.kind())
                .with("business", filter.business())
                .with("dueBy", filter.dueBy())
                .with("closed", filter.closed())
                .text();
    }

    private void fill(SheetWriter sheet, ReminderFilter filter, Words words) throws IOException {
        Long before = null;
        List<Reminder> found;
        do {
            found = reminders.page(filter, before, AT_ONCE);
            for (Reminder one : found) {
                sheet.row(Arrays.asList(
                        one.id(),
                        one.business(),
                        words.of(one.slip().kind()),
                        one.slip().day(),
                        words.either(one.slip().says().zh(), one.slip().says().en()),
                        words.either(
                                one.slip().remedy().zh(), one.slip().remedy().en()),
                        one.slip().record(),
                        one.madeOn(),
                        one.readAt() == null ? null : words.time(one.readAt()),
                        one.closedOn()));
                before = one.id();
            }
        } while (found.size() == AT_ONCE);
    }
}
