package org.sise.scoring.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.evaluate.Outcome;

/**
 * Reads outcomes from a table in CSV (RFC 4180, UTF-8, gzipped or not) with the columns {@code party,date,bad}; {@code bad}
 * is {@code true} or {@code false}, or {@code 1} or {@code 0}. Further columns are passed over with a warning. The same
 * outcome twice is two outcomes.
 */
public final class OutcomesReader {
    private static final Map<String, Boolean> TRUTH = Map.of("true", true, "1", true, "false", false, "0", false);

    private final TableRow row;
    private final TableFaults faults;
    private final String file;
    private final PartyTable known;
    private final boolean listed;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> withoutRecord = new HashSet<>();
    private @Nullable String firstWithoutRecord;

    private OutcomesReader(String file, InputStream in, PartyTable known, boolean listed) throws IOException {
        this.faults = new TableFaults();
        this.row = new TableRow(file, TableReader.unzipped(in), faults);
        this.file = file;
        this.known = known;
        this.listed = listed;
    }

    /**
     * Reads a file.
     *
     * @param known the parties that there are
     * @param listed whether a table of parties was given, so that a party that is not known is a fault; else it is taken
     *     as one that has no record, unless that holds for all
     * @throws IOException when the file cannot be read; what is wrong within it is told in the reading
     */
    public static OutcomeReading read(Path file, PartyTable known, boolean listed) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, known, listed);
        }
    }

    /** Reads from a stream, which is not closed; the name stands in faults. */
    public static OutcomeReading read(String file, InputStream in, PartyTable known, boolean listed)
            throws IOException {
        return new OutcomesReader(file, in, known, listed).read();
    }

    private OutcomeReading read() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        int party = row.required("party");
        int date = row.required("date");
        int bad = row.required("bad");
        for (String column : row.columns()) {
            if (!List.of("party", "date", "bad", "").contains(column)) {
                row.warnOnce(TableFault.Code.UNUSED_COLUMN, column, column);
            }
        }
        if (party >= 0 && date >= 0 && bad >= 0) {
            read(party, date, bad, outcomes);
            if (outcomes.isEmpty() && faults.faults.isEmpty()) {
                faults.add(TableFault.Code.NO_ROW.at(file, 0, "", "bad"));
            }
            tellOfPartiesWithoutRecord();
        }
        return new OutcomeReading(outcomes, faults.faults, faults.refused, faults.warnings);
    }

    private void read(int party, int date, int bad, List<Outcome> outcomes) throws IOException {
        while (row.next()) {
            String id = party(party);
            LocalDate day = row.date(date, "date");
            if (row.isAbsent(date)) {
                row.refuse(TableFault.Code.MISSING_VALUE, "date", "date");
            }
            Boolean truth = truth(bad);
            if (!row.isRefused() && id != null && day != null && truth != null) {
                outcomes.add(new Outcome(id, day, truth));
            }
        }
    }

    private @Nullable String party(int column) {
        if (row.isBlank(column)) {
            row.refuse(TableFault.Code.MISSING_VALUE, "party", "party");
            return null;
        }
        String text = row.text(column);
        String had = ids.get(text);
        if (had != null) {
            return had;
        }
        if (known.indexOf(text) < 0) {
            if (listed) {
                row.refuse(TableFault.Code.UNKNOWN_PARTY, "party", text);
                return null;
            }
            withoutRecord.add(text);
            firstWithoutRecord = firstWithoutRecord == null ? text : firstWithoutRecord;
        }
        ids.put(text, text);
        return text;
    }

    private @Nullable Boolean truth(int column) {
        if (row.isBlank(column)) {
            row.refuse(TableFault.Code.MISSING_VALUE, "bad", "bad");
            return null;
        }
        String text = row.text(column);
        Boolean truth = TRUTH.get(text.strip().toLowerCase(Locale.ROOT));
        if (truth == null) {
            row.refuse(TableFault.Code.NEITHER_TRUE_NOR_FALSE, "bad", text);
        }
        return truth;
    }

    private void tellOfPartiesWithoutRecord() {
        String first = firstWithoutRecord;
        if (first == null) {
            return;
        }
        if (withoutRecord.size() == ids.size()) {
            faults.add(TableFault.Code.NO_PARTY_KNOWN.at(file, 0, "party", first));
        } else {
            faults.warnOnce(TableFault.Code.PARTY_WITHOUT_RECORD.at(file, 0, "party", withoutRecord.size(), first));
        }
    }
}
