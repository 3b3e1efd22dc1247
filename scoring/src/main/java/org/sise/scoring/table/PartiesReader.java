package org.sise.scoring.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Reads a table of parties. */
final class PartiesReader {
    private static final List<String> COLUMNS = List.of(
            "party", "industry", "region", "registered_on", "previous_grade", "previous_since", "previous_rule");

    private final TableRow row;
    private final Texts ids;
    private final PartyRows parties;
    private final Set<String> grades;

    /** @param grades the grades that a party may have had; none: any */
    PartiesReader(TableRow row, Set<String> grades, Texts ids, PartyRows parties) {
        this.row = row;
        this.grades = grades;
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
        int grade = row.columns().indexOf("previous_grade");
        int since = row.columns().indexOf("previous_since");
        int rule = row.columns().indexOf("previous_rule");
        if (party < 0) {
            return;
        }
        while (row.next()) {
            if (row.isBlank(party)) {
                row.refuse(TableFault.Code.MISSING_VALUE, "party", "party");
            }
            LocalDate registeredOn = row.date(registered, "registered_on");
            LocalDate previousSince = row.date(since, "previous_since");
            checkPrevious(grade, since);
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
            if (previousSince != null && !row.isAbsent(grade)) {
                parties.setPrevious(number, text(parties.grades, grade), previousSince, text(parties.rules, rule));
            }
        }
    }

    private void checkPrevious(int grade, int since) {
        if (row.isAbsent(grade) != row.isAbsent(since)) {
            String missing = row.isAbsent(grade) ? "previous_grade" : "previous_since";
            row.refuse(TableFault.Code.MISSING_VALUE, missing, missing);
        } else if (!row.isAbsent(grade) && !grades.isEmpty() && !grades.contains(row.text(grade))) {
            row.refuse(TableFault.Code.UNKNOWN_GRADE, "previous_grade", row.text(grade), String.join(", ", grades));
        }
    }

    private int text(Texts texts, int column) {
        return row.isAbsent(column) ? 0 : texts.add(row.bytes(), row.from(column), row.to(column)) + 1;
    }
}
