package org.sise.supervision.exemption;

import java.util.List;

/**
 * An entry of an exemption list, with the terms by which it is offered here.
 *
 * @param id its number in the table {@code rules/exemptions.csv}
 * @param violation the violation
 * @param wording the conditions as the list words them
 * @param violationBasis by what it is a violation
 * @param basis by what it is not punished
 * @param list the list's name
 * @param region for which place
 * @param kind {@code first}, {@code minor}, {@code no-fault}, or another word for rows that are no entries
 * @param source where it was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
 * @param standing whether it is offered
 * @param items the check items at which it is offered; our reading
 * @param matter words by which earlier records of the same violation are known; our reading
 * @param conditions the conditions, in order
 */
public record ExemptionEntry(
        String id,
        String violation,
        String wording,
        String violationBasis,
        String basis,
        String list,
        String region,
        String kind,
        String source,
        String confidence,
        Standing standing,
        List<String> items,
        List<String> matter,
        List<ExemptionCondition> conditions) {

    /** Copies its lists. */
    public ExemptionEntry {
        items = List.copyOf(items);
        matter = List.copyOf(matter);
        conditions = List.copyOf(conditions);
    }

    /** Whether an entry is offered. */
    public enum Standing {
        /** In force for the whole country, or by statute. */
        OFFERED,
        /** Offered, and the authority has to confirm that its own list has it. */
        UNCONFIRMED,
        /** Never: what it names is left out of exemptions. */
        EXCLUDED,
        /** Not offered: a draft, another place's list, or a note. */
        KEPT
    }
}
