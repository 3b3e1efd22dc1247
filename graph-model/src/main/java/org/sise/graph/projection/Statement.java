package org.sise.graph.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one record says, in the graph's words. */
sealed interface Statement {

    /** The record's number in the ledger. Within one kind, of two versions of a matter the later has the higher. */
    long record();

    /**
     * A business in the register.
     *
     * @param name null when the registration was withdrawn, as are status and region
     */
    record Registered(
            long record,
            String code,
            @Nullable String name,
            @Nullable String status,
            @Nullable String region) implements Statement {}

    /** What a record says of one relation. */
    sealed interface Relational extends Statement {

        /** What identifies the matter among all kinds of relational records. */
        String matter();

        RelationType type();
    }

    /**
     * A relation to a business.
     *
     * @param party who stands at its beginning
     * @param business credit code of the business at its end
     * @param properties all that stands on the relation, {@code matter} and {@code record} among it; what is not given is
     *     left out
     */
    record Related(
            String matter, long record, RelationType type, Party party, String business, Map<String, Object> properties)
            implements Relational {

        public Related {
            properties = Map.copyOf(properties);
        }
    }

    /** A relation that its department withdrew, or of which a later version says nothing any more. */
    record Ended(String matter, long record, RelationType type) implements Relational {}

    /**
     * Who stands at the beginning of a relation.
     *
     * @param id credit code or key
     * @param weak whether of a person only a name is known
     * @param name as the record gives it, or null where it gives none
     */
    record Party(
            HolderLabel label,
            String id,
            boolean weak,
            @Nullable String name) {}
}
