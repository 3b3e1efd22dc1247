package org.sise.supervision.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;

/**
 * Who and what comes to a door, as it is at that moment.
 *
 * @param id the visit's number
 * @param business the credit code of the business that is visited
 * @param window the days on which it may be
 * @param kinds the kinds of its tasks
 * @param state where it stands
 * @param departments whose approved tasks make it
 * @param plans the numbers of the plans from which these came; none where all have a reason of their own
 * @param items the ids of what is to be checked
 * @param officers those who come
 */
public record VisitAtDoor(
        long id,
        String business,
        Window window,
        Set<VisitKind> kinds,
        VisitState state,
        List<String> departments,
        List<String> plans,
        List<String> items,
        List<Officer> officers) {

    /** Copies its collections. */
    public VisitAtDoor {
        kinds = Set.copyOf(kinds);
        departments = List.copyOf(departments);
        plans = List.copyOf(plans);
        items = List.copyOf(items);
        officers = List.copyOf(officers);
    }

    /**
     * An officer who comes.
     *
     * @param certificate the certificate's number
     * @param name the name, or null where the roster does not have the certificate
     * @param inside whether the officer has scanned in and not out
     */
    public record Officer(String certificate, @Nullable String name, boolean inside) {}

    static VisitAtDoor of(EntryFacts.Planned visit, List<EntryFacts.Officer> officers) {
        Map<String, EntryFacts.Officer> byCertificate =
                officers.stream().collect(Collectors.toMap(EntryFacts.Officer::certificate, Function.identity()));
        return new VisitAtDoor(
                visit.id(),
                visit.business(),
                visit.window(),
                visit.kinds(),
                visit.state(),
                visit.departments(),
                visit.plans(),
                visit.items(),
                visit.officers().stream()
                        .map(certificate -> new Officer(
                                certificate,
                                name(byCertificate.get(certificate)),
                                visit.present().contains(certificate)
                                        && !visit.left().contains(certificate)))
                        .toList());
    }

    /** The visit after somebody came in: an officer, or with null those whose code the business scanned. */
    VisitAtDoor entered(@Nullable String certificate) {
        return new VisitAtDoor(
                id,
                business,
                window,
                kinds,
                VisitState.OPEN,
                departments,
                plans,
                items,
                officers.stream()
                        .map(one -> new Officer(
                                one.certificate(),
                                one.name(),
                                one.inside() || one.certificate().equals(certificate)))
                        .toList());
    }

    private static @Nullable String name(EntryFacts.@Nullable Officer officer) {
        return officer == null ? null : officer.name();
    }
}
