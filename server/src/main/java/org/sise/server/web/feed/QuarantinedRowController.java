package org.sise.server.web.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.SentBack;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.row.RowFault;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.query.QuarantineSearch;
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

/** One quarantined row: shown whole with its history, mended, replayed, set aside; a whole file read again. */
@Controller
final class QuarantinedRowController {

    private static final String CELL = "cell.";

    private final QuarantineDesk desk;
    private final Quarantine quarantine;
    private final FeedCatalogue catalogue;
    private final FeedNames names;
    private final Clock clock;

    /**
     * A cell as it is shown.
     *
     * @param value its text, keys of persons masked
     * @param fixed whether it holds a key of a person, so that it cannot be changed here
     * @param faults what is wrong with it
     */
    public record Cell(String column, String value, boolean fixed, List<String> faults) {}

    QuarantinedRowController(QuarantineDesk desk, Quarantine quarantine, FeedCatalogue catalogue, Clock clock) {
        this.desk = desk;
        this.quarantine = quarantine;
        this.catalogue = catalogue;
        this.names = new FeedNames(catalogue);
        this.clock = clock;
    }

    @GetMapping("/feeds/quarantine/{id}")
    String show(@PathVariable long id, @RequestParam Map<String, String> parameters, Model model) {
        QuarantinedRow row = find(id);
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        boolean settled = switch (row.state()) {
            case OPEN, WAITING -> false;
            case REPLAYED, DISCARDED -> true;
        };
        List<RowFault> faults = settled ? List.of() : quarantine.faults(row);
        model.addAttribute("row", row);
        model.addAttribute("names", names);
        model.addAttribute("search", search);
        model.addAttribute("beside", quarantine.neighbours(search.query(), search.newestFirst(), id));
        model.addAttribute(
                "text", QuarantineDesk.masked(QuarantineDesk.cells(row).get(Originals.TEXT)));
        model.addAttribute("cells", cells(row, faults));
        model.addAttribute("history", quarantine.history(id));
        model.addAttribute("message", QuarantineDesk.masked(row.message()));
        model.addAttribute("settled", settled);
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
        return back(id, parameters);
    }

    @PostMapping("/feeds/quarantine/{id}/discard")
    String discard(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        try {
            String why = parameters.getFirst("why");
            desk.discard(id, why == null ? "" : why, signedIn.getUsername());
            flash.addFlashAttribute("outcome", "discarded");
        } catch (IllegalStateException | BadParameterException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return back(id, parameters);
    }

    @PostMapping("/feeds/quarantine/{id}/read-again")
    String readAgain(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> parameters,
            @AuthenticationPrincipal SignedIn signedIn,
            RedirectAttributes flash) {
        find(id);
        try {
            desk.readAgain(id, signedIn.getUsername());
            flash.addFlashAttribute("outcome", "read-again");
        } catch (IllegalStateException e) {
            flash.addFlashAttribute("problem", e.getMessage());
        }
        return back(id, parameters);
    }

    private String back(long id, MultiValueMap<String, String> parameters) {
        Map<String, String> search = new LinkedHashMap<>(parameters.toSingleValueMap());
        return "redirect:/feeds/quarantine/" + id + "?"
                + QuarantineSearch.of(search, "open", clock).address();
    }

    /** The cells that the form has otherwise than the row was kept. */
    private Map<String, String> changes(QuarantinedRow row, MultiValueMap<String, String> parameters) {
        Map<String, String> kept = QuarantineDesk.cells(row);
        Set<String> columns = columns(row);
        Map<String, String> changes = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            String column = name.startsWith(CELL) ? name.substring(CELL.length()) : "";
            String before = kept.getOrDefault(column, "");
            String after = values.getFirst().replace("\r\n", "\n");
            boolean isColumn =
                    columns.contains(column) && SentBack.masked(before).equals(before);
            if (isColumn && !before.replace("\r\n", "\n").equals(after)) {
                changes.put(column, after);
            }
        });
        return changes;
    }

    private List<Cell> cells(QuarantinedRow row, List<RowFault> faults) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (RowFault fault : faults) {
            if (fault.column() != null) {
                wrong.computeIfAbsent(fault.column(), _ -> new ArrayList<>()).add(SentBack.masked(fault.message()));
            }
        }
        if (faults.isEmpty() && row.column() != null) {
            wrong.put(row.column(), List.of(SentBack.masked(row.message())));
        }
        Map<String, String> content = QuarantineDesk.cells(row);
        List<Cell> cells = new ArrayList<>();
        for (String column : columns(row)) {
            String value = content.getOrDefault(column, "");
            String masked = SentBack.masked(value);
            cells.add(new Cell(column, masked, !masked.equals(value), wrong.getOrDefault(column, List.of())));
        }
        return cells;
    }

    /** The columns of the row's file, those that the feed reads, and whatever else the row has; none of a whole file. */
    private Set<String> columns(QuarantinedRow row) {
        if (row.index() < 0) {
            return Set.of();
        }
        Set<String> columns = new LinkedHashSet<>(quarantine.columns(
                new QuarantineQuery(row.feed(), null, null, null, null, row.delivery(), null, null, null)));
        FeedDescriptor feed = catalogue.find(row.feed());
        if (feed != null) {
            columns.addAll(feed.columns().all());
        }
        columns.addAll(QuarantineDesk.cells(row).keySet());
        columns.remove(Originals.TEXT);
        return columns;
    }

    private QuarantinedRow find(long id) {
        return desk.find(id).orElseThrow(() -> new NotFoundException("quarantined row " + id));
    }
}
