package org.sise.graph.projection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one record says, in the graph's words. */
sealed interface Statement {

    /** What identifies the matter among all kinds of relational records. */
    String matter();

    /** The record's number in the ledger. Within one kind, of two versions of a matter the later has the higher. */
    long record();

    /**
     * A business in the register.
     *
     * @param name null when the registration was withdrawn, as are status and region
     */
    record Registered(
            String matter,
            long record,
            String code,
            @Nullable String name,
            @Nullable String status,
            @Nullable String region)
            implements Statement {}

    /**
     * A relation to a business.
     *
     * @param holder the holder's or person's identity: credit code or key
     * @param weak whether of a person only a name is known
     * @param name the holder's or person's name as the record gives it
     * @param business credit code
     * @param share in percent, or null
     */
    record Related(
            String matter,
            long record,
            RelationType type,
            HolderLabel label,
            String holder,
            boolean weak,
            String name,
            String business,
            @Nullable Double share,
            LocalDate from,
            @Nullable LocalDate until,
            String state)
            implements Statement {}

    /** A relation that its department withdrew. */
    record Ended(String matter, long record, RelationType type) implements Statement {}
}
