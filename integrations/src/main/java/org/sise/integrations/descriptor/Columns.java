package org.sise.integrations.descriptor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that a feed's mapping speaks of.
 *
 * @param needed those that a file cannot do without, in the order of the descriptor
 * @param alternatives groups of which a file needs one column at least
 * @param optional those that records are made of and that a file may lack
 * @param personal those of personal numbers, which a file may lack
 */
public record Columns(Set<String> needed, List<Set<String>> alternatives, Set<String> optional, Set<String> personal) {

    /** These and no others, all needed. */
    public static Columns of(Set<String> needed) {
        return new Columns(needed, List.of(), Set.of(), Set.of());
    }

    /** The columns that records are made of. */
    public Set<String> mapped() {
        Set<String> mapped = new LinkedHashSet<>(needed);
        alternatives.forEach(mapped::addAll);
        mapped.addAll(optional);
        return mapped;
    }

    /** All columns. */
    public Set<String> all() {
        Set<String> all = mapped();
        all.addAll(personal);
        return all;
    }
}
