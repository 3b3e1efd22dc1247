package org.sise.scoring.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Reads a table of parties. */
final class PartiesReader {
    private static final List<String> COLUMNS = List.of("party", "industry", "region", "registered_on");

    private final TableRow row;
    private final Texts ids;
    private final PartyRows parties;

    PartiesReader(TableRow row, Texts ids, PartyRows parties) {
        this.row = row;
        this.ids = ids;
        this.parties = parties;
    }

    void read() throws IOException {
        for (String column : row.columns()) {
            if (!column.isEmpty() && !COLUMNS.contains(column)) {
                row.warnOnce(TableFault.Code.UNKNOWN_PARTY_COLUMN, column, column, String.join(", ", COLUMNS));
            }
        }
        int party = row.required("party");
        int industry = row.columns().indexOf("industry");
        int region = row.columns().indexOf("region");
        int registered = row.columns().indexOf("registered_on");
        if (party < 0) {
            return;
        }
        while (row.next()) {
            if (row.isBlank(party)) {
                row.refuse(TableFault.Code.MISSING_VALUE, "party", "party");
            }
            LocalDate registeredOn = row.date(registered, "registered_on");
            if (row.isRefused()) {
                continue;
            }
            int number = ids.add(row.bytes(), row.from(party), row.to(party));
            parties.reach(number + 1);
            int before = parties.lines.get(number);
            if (before != 0) {
                row.refuse(TableFault.Code.DUPLICATE_PARTY, "party", row.text(party), before);
                continue;
            }
            parties.set(
                    number,
                    row.line(),
                    text(parties.industries, industry),
                    text(parties.regions, region),
                    registeredOn);
        }
    }

    private int text(Texts texts, int column) {
        return row.isAbsent(column) ? 0 : texts.add(row.bytes(), row.from(column), row.to(column)) + 1;
    }
}
