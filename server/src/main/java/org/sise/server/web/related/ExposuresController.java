package org.sise.server.web.related;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.grading.phoenix.PhoenixAlerts;
import org.sise.grading.related.ExposedBusiness;
import org.sise.grading.related.ExposedBusinesses;
import org.sise.grading.related.ExposureRuns;
import org.sise.server.desk.ExposureState;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.ColourAccess;
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

/** The businesses to which related parties' conduct comes, and what it does to their grades. */
@Controller
final class ExposuresController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;

    private final ExposedBusinesses exposed;
    private final ExposureRuns runs;
    private final ExposureState state;
    private final PhoenixAlerts alerts;
    private final ColourAccess colours;
    private final MessageSource messages;

    ExposuresController(
            ExposedBusinesses exposed,
            ExposureRuns runs,
            ExposureState state,
            PhoenixAlerts alerts,
            ColourAccess colours,
            MessageSource messages) {
        this.exposed = exposed;
        this.runs = runs;
        this.state = state;
        this.alerts = alerts;
        this.colours = colours;
        this.messages = messages;
    }

    /** So many businesses stand at one grade and would stand at another by themselves. */
    public record Move(Grade own, Grade grade, long businesses) {}

    @GetMapping("/exposures")
    String list(
            @RequestParam(defaultValue = "true") boolean moved,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn signedIn,
            Locale locale,
            Model model) {
        check(signedIn);
        String region = district == null || district.isBlank() ? null : district.strip();
        List<ExposedBusiness> found = exposed.page(moved, region, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<ExposedBusiness> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("exposed", page);
        model.addAttribute("ways", new WayWords(new Words(locale, messages)));
        model.addAttribute("next", more ? page.getLast().code() : null);
        model.addAttribute("after", after);
        model.addAttribute("moved", moved);
        model.addAttribute("district", region);
        model.addAttribute("moves", moves());
        model.addAttribute("run", runs.lastOfEverybody().orElse(null));
        model.addAttribute("reached", state.now());
        model.addAttribute("open", alerts.open());
        return "related/exposures";
    }

    @GetMapping({"/exposures.csv", "/exposures.xlsx"})
    void export(
            @RequestParam(defaultValue = "true") boolean moved,
            @RequestParam(required = false) @Nullable String district,
            @AuthenticationPrincipal SignedIn signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        check(signedIn);
        Words words = new Words(locale, messages);
        String region = district == null || district.isBlank() ? null : district.strip();
        Downloads.table(
                response,
                words.say("exposure.title"),
                request.getRequestURI().endsWith(".csv") ? "csv" : "xlsx",
                List.of(
                        words.say("exposure.code"),
                        words.say("exposure.business"),
                        words.say("exposure.own"),
                        words.say("exposure.grade"),
                        words.say("exposure.related"),
                        words.say("exposure.related.code"),
                        words.say("exposure.finding"),
                        words.say("exposure.relation"),
                        words.say("exposure.effect"),
                        words.say("exposure.way"),
                        words.say("exposure.since"),
                        words.say("exposure.record")),
                sheet -> fill(sheet, moved, region, words));
    }

    private void fill(SheetWriter sheet, boolean moved, @Nullable String region, Words words) throws IOException {
        WayWords ways = new WayWords(words);
        String after = null;
        List<ExposedBusiness> found;
        do {
            found = exposed.page(moved, region, after, AT_ONCE);
            for (ExposedBusiness one : found) {
                sheet.row(Arrays.asList(
                        one.code(),
                        one.name(),
                        one.own() == null ? null : words.grade(one.own()),
                        one.grade() == null ? null : words.grade(one.grade()),
                        one.risk().related(),
                        one.risk().relatedCode() == null
                                ? null
                                : one.risk().relatedCode().value(),
                        words.of(one.risk().finding()),
                        words.of(one.risk().relation()),
                        one.risk().effect(),
                        ways.of(one.risk().path()),
                        one.since().toString(),
                        one.record()));
                after = one.code();
            }
        } while (found.size() == AT_ONCE);
    }

    private List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<Grade, Map<Grade, Long>> from : runs.moves().entrySet()) {
            from.getValue().forEach((grade, businesses) -> moves.add(new Move(from.getKey(), grade, businesses)));
        }
        return moves;
    }

    private void check(SignedIn signedIn) {
        if (!colours.seesColours(signedIn.account())) {
            throw new NotFoundException("exposures");
        }
    }
}
