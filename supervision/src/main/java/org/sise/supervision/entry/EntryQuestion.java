package org.sise.supervision.entry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known before a door opens.
 *
 * @param day the day of the scan, Asia/Shanghai
 * @param business the credit code of the business that is meant
 * @param door the business at whose door it is, or null where the scan does not tell
 * @param scanner the certificate of the officer who scans, or null where the business does
 * @param visit the visit that is meant, or null for the one that the officer at the door means
 * @param issue the issue of the scanned task code, or null where none was scanned
 * @param digest of the scanned task code, or null likewise
 */
record EntryQuestion(
        LocalDate day,
        String business,
        @Nullable String door,
        @Nullable String scanner,
        @Nullable Long visit,
        @Nullable Integer issue,
        byte @Nullable [] digest) {

    /** An officer scanned a business's sign. */
    static EntryQuestion atDoor(String business, String certificate, LocalDate day) {
        return new EntryQuestion(day, business, business, certificate, null, null, null);
    }

    /** An officer is at a business's door for this visit. */
    static EntryQuestion inVisit(long visit, String business, String certificate, LocalDate day) {
        return new EntryQuestion(day, business, business, certificate, visit, null, null);
    }

    /** A task code was scanned. */
    static EntryQuestion ofCode(TaskCode code, byte[] digest, @Nullable String door, LocalDate day) {
        return new EntryQuestion(day, code.business().value(), door, null, code.visit(), code.issue(), digest);
    }
}
