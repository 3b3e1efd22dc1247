package org.sise.server.web.after;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.web.Queries;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.exemption.ExemptionEntry;
import org.sise.supervision.exemption.Exemptions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The exemption lists that were found, with the entries that are offered here and those that are not. */
@Controller
final class ExemptionsController {

    private final Exemptions exemptions;
    private final ItemNames items;
    private final MessageSource messages;

    ExemptionsController(Exemptions exemptions, CheckItems items, MessageSource messages) {
        this.exemptions = exemptions;
        this.items = new ItemNames(items);
        this.messages = messages;
    }

    @GetMapping("/exemptions")
    String list(@RequestParam(required = false) @Nullable String standing, Model model) {
        ExemptionEntry.Standing wanted = Choice.of(ExemptionEntry.Standing.class, "standing", standing);
        model.addAttribute("standing", wanted == null ? null : Choice.word(wanted));
        model.addAttribute(
                "standings",
                Arrays.stream(ExemptionEntry.Standing.values())
                        .map(Choice::word)
                        .toList());
        model.addAttribute("query", Queries.of("standing", wanted == null ? null : Choice.word(wanted)));
        model.addAttribute("entries", entries(wanted));
        model.addAttribute("items", items);
        return "after/exemptions";
    }

    @GetMapping({"/exemptions.csv", "/exemptions.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String standing,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = new Words(locale, messages);
        ExemptionEntry.Standing wanted = Choice.of(ExemptionEntry.Standing.class, "standing", standing);
        Downloads.table(
                response,
                words.say("exemption.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("exemption.entry"),
                        words.say("exemption.violation"),
                        words.say("exemption.wording"),
                        words.say("exemption.basis"),
                        words.say("exemption.list"),
                        words.say("exemption.standing"),
                        words.say("correction.item"),
                        words.say("exemption.source"),
                        words.say("exemption.confidence")),
                sheet -> {
                    for (ExemptionEntry one : entries(wanted)) {
                        sheet.row(List.of(
                                one.id(),
                                one.violation(),
                                one.wording(),
                                one.basis(),
                                one.list(),
                                words.say("exemption.standing." + Choice.word(one.standing())),
                                one.items().stream().map(items::of).collect(Collectors.joining("；")),
                                one.source(),
                                one.confidence()));
                    }
                });
    }

    private List<ExemptionEntry> entries(ExemptionEntry.@Nullable Standing wanted) {
        return exemptions.list().all().stream()
                .filter(one -> wanted == null || one.standing() == wanted)
                .toList();
    }
}
