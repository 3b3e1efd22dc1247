package org.sise.graph.neighbourhood;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation between two parties of an answer.
 *
 * @param records the ledger's numbers of the records that say so: one, or of {@link EdgeKind#CONTROLS} those of the chains
 * @param from the id of the holder, person, branch, address, telephone, supplier or controller
 * @param to the id of the business
 * @param kind what relates them
 * @param share in percent, of a holding or of control, or null when not given
 * @param detail the office, the goods, the agreement or what makes the controller, or null
 * @param since first day, or null of what is worked out
 * @param until last day, or null while it lasts
 */
public record Edge(
        List<Long> records,
        String from,
        String to,
        EdgeKind kind,
        @Nullable Double share,
        @Nullable String detail,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {}
