package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A relation of a neighbourhood.
 *
 * @param record the ledger's number of the record that says so
 * @param from the holder's or person's node
 * @param to the business's node
 * @param kind what relates them
 * @param share in percent, of a holding, or null when not given
 * @param since first day
 * @param until last day, or null while it lasts
 */
public record Edge(
        long record,
        String from,
        String to,
        EdgeKind kind,
        @Nullable Double share,
        LocalDate since,
        @Nullable LocalDate until) {}
