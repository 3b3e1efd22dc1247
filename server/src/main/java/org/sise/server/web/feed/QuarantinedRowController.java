package org.sise.server.web.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One quarantined row: shown whole, mended, replayed or set aside. */
@Controller
final class QuarantinedRowController {

    private static final String CELL = "cell.";

    private final QuarantineDesk desk;
    private final FeedNames names;

    /** A cell as it is shown; the key of a person is not. */
    public record Cell(String column, String value, boolean personal) {}

    QuarantinedRowController(QuarantineDesk desk, FeedCatalogue catalogue) {
        this.desk = desk;
        this.names = new FeedNames(catalogue);
    }

    @GetMapping("/feeds/quarantine/{id}")
    String show(@PathVariable long id, Model model) {
        QuarantinedRow row = find(id);
        model.addAttribute("row", row);
        model.addAttribute("names", names);
        model.addAttribute("cells", cells(row));
        model.addAttribute(
                "settled",
                switch (row.state()) {
                    case OPEN, WAITING -> row.index() < 0;
                    case REPLAYED, DISCARDED -> true;
                });
        return "feed/row";
    }

    @PostMapping("/feeds/quarantine/{id}/replay")
    String replay(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        QuarantinedRow row = find(id);
        try {
            var replayed = desk.replay(id, changes(row, parameters), signedIn.getUsername());
            flash.addFlashAttribute("outcome", QuarantineDesk.word(replayed));
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/feeds/quarantine/" + id;
    }

    @PostMapping("/feeds/quarantine/{id}/discard")
    String discard(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, RedirectAttributes flash) {
        find(id);
        try {
            desk.discard(id, signedIn.getUsername());
            flash.addFlashAttribute("outcome", "discarded");
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return "redirect:/feeds/quarantine/" + id;
    }

    /** The cells that the form has otherwise than the row was kept. */
    private static Map<String, String> changes(QuarantinedRow row, MultiValueMap<String, String> parameters) {
        Map<String, String> kept = QuarantineDesk.cells(row);
        Map<String, String> changes = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String column = name.startsWith(CELL) ? name.substring(CELL.length()) : "";
            String before = kept.get(column);
            String after = values.getFirst().replace("\r\n", "\n");
            if (before != null && !before.replace("\r\n", "\n").equals(after)) {
                changes.put(column, after);
            }
        });
        return changes;
    }

    private static List<Cell> cells(QuarantinedRow row) {
        return QuarantineDesk.cells(row).entrySet().stream()
                .map(cell -> new Cell(
                        cell.getKey(),
                        QuarantineDesk.isPersonal(cell.getValue()) ? "" : cell.getValue(),
                        QuarantineDesk.isPersonal(cell.getValue())))
                .toList();
    }

    private QuarantinedRow find(long id) {
        return desk.find(id).orElseThrow(() -> new NotFoundException("quarantined row " + id));
    }
}
