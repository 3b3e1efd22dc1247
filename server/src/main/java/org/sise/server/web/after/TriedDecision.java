package org.sise.server.web.after;

import java.util.Set;

/**
 * A decision on a finding as its form had it, so that what was written is there again when it was refused.
 *
 * @param item the check item
 * @param entry the entry of the exemption list
 * @param confirmed the words of the conditions that were confirmed
 * @param reason why
 */
public record TriedDecision(String item, String entry, Set<String> confirmed, String reason) {

    /** Copies its set. */
    public TriedDecision {
        confirmed = Set.copyOf(confirmed);
    }

    /** Whether it was for this entry. */
    public boolean isFor(String anItem, String anEntry) {
        return item.equals(anItem) && entry.equals(anEntry);
    }
}
