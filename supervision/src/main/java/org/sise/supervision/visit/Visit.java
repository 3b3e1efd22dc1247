package org.sise.supervision.visit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * One coming to one business, for any number of departments.
 *
 * @param id its number, which its codes carry
 * @param business the business
 * @param window the days that all its tasks have
 * @param kinds the kinds of its tasks
 * @param items the items of its tasks, each once
 * @param officers the certificates of its tasks, each once
 * @param state where it stands
 * @param issue its codes' issue; those of earlier ones are revoked
 * @param openedAt when the first officer came in, or null
 * @param leftAt when the last scanned out, or null
 */
public record Visit(
        long id,
        CreditCode business,
        Window window,
        Set<VisitKind> kinds,
        List<String> items,
        List<String> officers,
        VisitState state,
        int issue,
        @Nullable Instant openedAt,
        @Nullable Instant leftAt) {

    /** Copies its collections. */
    public Visit {
        kinds = Set.copyOf(kinds);
        items = List.copyOf(items);
        officers = List.copyOf(officers);
    }
}
