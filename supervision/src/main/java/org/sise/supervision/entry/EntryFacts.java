package org.sise.supervision.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearSoFar;

/**
 * Everything that an entry is decided on, as it is at the moment of the scan.
 *
 * @param day the day of the scan, Asia/Shanghai
 * @param door the business at whose door it is, or null where the scan does not tell
 * @param scanner the certificate of the officer who scans, or null where the business does
 * @param register what the register has of the business, or null when it has nothing
 * @param visit the visit, or null when there is none
 * @param codeIssue the issue of the scanned task code, or null where the business's sign was scanned
 * @param codeUsed whether the scanned task code has opened a door before
 */
record EntryFacts(
        LocalDate day,
        @Nullable String door,
        @Nullable String scanner,
        @Nullable BusinessAtDoor register,
        @Nullable Planned visit,
        List<Officer> officers,
        @Nullable Integer codeIssue,
        boolean codeUsed) {

    EntryFacts {
        officers = List.copyOf(officers);
    }

    /**
     * The visit.
     *
     * @param drawn those of the items that came with a drawn plan and were published with it
     * @param departments whose approved tasks make it
     * @param plans the numbers of the plans from which these came
     * @param present the certificates of those who came in
     * @param left the certificates of those who scanned out
     * @param others the year's other visits to the business
     */
    record Planned(
            long id,
            String business,
            Window window,
            Set<VisitKind> kinds,
            List<String> items,
            Set<String> drawn,
            List<String> officers,
            VisitState state,
            int issue,
            List<String> departments,
            List<String> plans,
            Set<String> present,
            Set<String> left,
            YearSoFar others) {}

    /**
     * An officer of the visit, or the one who scans.
     *
     * @param name the name, or null when the roster does not have the certificate
     * @param region the division in which the officer works, or null likewise
     * @param validUntil the certificate's last day, or null likewise
     */
    record Officer(
            String certificate,
            @Nullable String name,
            @Nullable String region,
            @Nullable LocalDate validUntil,
            boolean revoked,
            boolean recused) {}
}
