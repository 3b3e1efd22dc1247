package org.sise.server.web.measure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.sise.server.web.export.SheetWriter;
import org.sise.supervision.measure.Enforcer;
import org.sise.supervision.measure.Measure;
import org.sise.supervision.measure.MeasureCatalogue;
import org.sise.supervision.measure.MeasureEntry;
import org.sise.supervision.measure.MeasureFilter;
import org.sise.supervision.measure.MeasureKind;
import org.sise.supervision.measure.MeasureState;
import org.sise.supervision.measure.Measures;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of measures, who enforces what, and the catalogue. */
@Controller
final class MeasuresController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final Measures measures;
    private final MeasureCatalogue catalogue;
    private final MessageSource messages;

    MeasuresController(Measures measures, MeasureCatalogue catalogue, MessageSource messages) {
        this.measures = measures;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/measures")
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        MeasureSearch search = MeasureSearch.of(kind, state, category, department, business);
        List<Measure> found = measures.page(search.filter(), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Measure> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("search", search);
        model.addAttribute("measures", page);
        model.addAttribute("catalogue", catalogue);
        model.addAttribute("total", measures.count(search.filter()));
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("before", before);
        model.addAttribute("kinds", Arrays.asList(MeasureKind.values()));
        model.addAttribute("states", Arrays.asList(MeasureState.values()));
        return "measure/list";
    }

    @GetMapping({"/measures.csv", "/measures.xlsx"})
    void export(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String business,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        MeasureFilter filter =
                MeasureSearch.of(kind, state, category, department, business).filter();
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("measure.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("measure.number"),
                        words.say("measure.business"),
                        words.say("measure.kind"),
                        words.say("measure.category"),
                        words.say("measure.content"),
                        words.say("measure.basis"),
                        words.say("measure.department"),
                        words.say("measure.ground"),
                        words.say("measure.state"),
                        words.say("measure.from"),
                        words.say("measure.until")),
                sheet -> fill(sheet, filter, words));
    }

    @GetMapping("/measures/overview")
    String overview(Model model) {
        List<Enforcer> rows = measures.enforcers();
        model.addAttribute("rows", rows);
        model.addAttribute("states", Arrays.asList(MeasureState.values()));
        return "measure/overview";
    }

    @GetMapping({"/measures/overview.csv", "/measures/overview.xlsx"})
    void exportOverview(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Words words = new Words(locale, messages);
        Downloads.table(
                response,
                words.say("measure.overview"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("measure.department"),
                        words.say("measure.kind"),
                        words.say("measure.category"),
                        words.say("measure.waiting"),
                        words.say("measure.sent"),
                        words.say("measure.acknowledged"),
                        words.say("measure.acted"),
                        words.say("measure.over")),
                sheet -> {
                    for (Enforcer row : measures.enforcers()) {
                        sheet.row(Arrays.asList(
                                row.department(),
                                words.of(row.kind()),
                                row.category(),
                                row.waiting(),
                                row.sent(),
                                row.acknowledged(),
                                row.acted(),
                                row.over()));
                    }
                });
    }

    @GetMapping("/measures/catalogue")
    String catalogue(@RequestParam(required = false) @Nullable String category, Model model) {
        String wanted = category == null || category.isBlank() ? null : category.strip();
        model.addAttribute("category", wanted);
        model.addAttribute("catalogue", catalogue);
        model.addAttribute(
                "entries",
                catalogue.all().stream()
                        .filter(entry -> wanted == null || entry.category().equals(wanted))
                        .toList());
        return "measure/catalogue";
    }

    private void fill(SheetWriter sheet, MeasureFilter filter, Words words) throws IOException {
        Long before = null;
        List<Measure> found;
        do {
            found = measures.page(filter, before, AT_ONCE);
            for (Measure measure : found) {
                MeasureEntry entry = catalogue.byId(measure.entry());
                sheet.row(Arrays.asList(
                        measure.id(),
                        measure.business().value(),
                        words.of(measure.kind()),
                        measure.category(),
                        entry == null ? measure.entry() : words.either(entry.zh(), entry.en()),
                        entry == null ? null : entry.basis(),
                        measure.department(),
                        measure.groundWords(),
                        words.of(measure.state()),
                        measure.inForceFrom(),
                        measure.until()));
                before = measure.id();
            }
        } while (found.size() == AT_ONCE);
    }
}
