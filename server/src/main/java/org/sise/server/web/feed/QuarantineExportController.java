package org.sise.server.web.feed;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantineCounts;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.QuarantinedRow;
import org.sise.integrations.landing.SentBack;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.row.RowFault;
import org.sise.server.desk.QuarantineDesk;
import org.sise.server.query.QuarantineSearch;
import org.sise.server.web.Words;
import org.sise.server.web.export.Downloads;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Quarantined rows as files for the departments that sent them: their own columns, with number and reason beside. */
@Controller
final class QuarantineExportController {

    private final Quarantine quarantine;
    private final FeedNames names;
    private final MessageSource messages;
    private final Clock clock;

    QuarantineExportController(Quarantine quarantine, FeedCatalogue catalogue, MessageSource messages, Clock clock) {
        this.quarantine = quarantine;
        this.names = new FeedNames(catalogue);
        this.messages = messages;
        this.clock = clock;
    }

    /** One sheet a feed, the cells at fault marked. */
    @GetMapping("/feeds/quarantine.xlsx")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        Words words = new Words(locale, messages);
        response.setContentType(Downloads.XLSX.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(words.say("quarantine.title") + ".xlsx"));
        try (SentBackWorkbook workbook = new SentBackWorkbook(response.getOutputStream())) {
            List<String> feeds = feeds(search.query());
            if (feeds.isEmpty()) {
                workbook.sheet(words.say("quarantine.title"), SentBack.COLUMNS);
            }
            for (String feed : feeds) {
                QuarantineQuery query = ofFeed(search.query(), feed);
                List<String> columns = columns(List.of(feed), search.query());
                workbook.sheet(names.feed(feed, words), columns);
                quarantine.forEach(query, rows -> {
                    try {
                        for (QuarantinedRow row : rows) {
                            List<RowFault> faults = quarantine.faults(row);
                            workbook.row(cells(row, columns, words), faulty(row, faults, columns));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** All in one table, with the columns of all feeds. */
    @GetMapping("/feeds/quarantine.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        QuarantineSearch search = QuarantineSearch.of(parameters, "open", clock);
        Words words = new Words(locale, messages);
        List<String> columns = columns(feeds(search.query()), search.query());
        Downloads.table(
                response,
                words.say("quarantine.title"),
                "csv",
                columns,
                sheet -> quarantine.forEach(search.query(), rows -> {
                    try {
                        for (QuarantinedRow row : rows) {
                            sheet.row(cells(row, columns, words));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private List<String> feeds(QuarantineQuery query) {
        return query.feed() != null
                ? List.of(query.feed())
                : quarantine.counts(query, QuarantineSearch.today(clock)).feeds().stream()
                        .map(QuarantineCounts.Facet::value)
                        .sorted()
                        .toList();
    }

    private List<String> columns(List<String> feeds, QuarantineQuery query) {
        Set<String> columns = new LinkedHashSet<>(SentBack.COLUMNS);
        feeds.forEach(feed -> columns.addAll(quarantine.columns(ofFeed(query, feed))));
        columns.add(SentBack.TEXT);
        return List.copyOf(columns);
    }

    private static QuarantineQuery ofFeed(QuarantineQuery query, String feed) {
        return new QuarantineQuery(
                feed,
                query.reason(),
                query.field(),
                query.column(),
                query.state(),
                query.delivery(),
                query.file(),
                query.before(),
                query.text());
    }

    private List<@Nullable Object> cells(QuarantinedRow row, List<String> columns, Words words) {
        Map<String, String> content = QuarantineDesk.cells(row);
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                row.id(),
                row.line(),
                row.column(),
                names.reason(row.reason(), words),
                SentBack.masked(words.halves(row.message()))));
        for (String column : columns.subList(SentBack.COLUMNS.size(), columns.size())) {
            String cell = content.get(column.equals(SentBack.TEXT) ? Originals.TEXT : column);
            cells.add(cell == null ? null : SentBack.shown(cell));
        }
        return cells;
    }

    private static Set<Integer> faulty(QuarantinedRow row, List<RowFault> faults, List<String> columns) {
        Set<Integer> faulty = new LinkedHashSet<>();
        int place = row.column() == null ? -1 : columns.indexOf(row.column());
        if (place >= 0) {
            faulty.add(place);
        }
        for (RowFault fault : faults) {
            place = fault.column() == null ? -1 : columns.indexOf(fault.column());
            if (place >= 0) {
                faulty.add(place);
            }
        }
        return faulty;
    }
}
