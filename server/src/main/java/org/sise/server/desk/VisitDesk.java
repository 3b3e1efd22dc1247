package org.sise.server.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.Role;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.entry.BusinessAtDoor;
import org.sise.supervision.entry.EntryAnswer;
import org.sise.supervision.entry.Presence;
import org.sise.supervision.entry.VisitAtDoor;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.springframework.stereotype.Component;

/** Visits as people read them: the business by name, items with their basis, officers by name. */
@Component
public final class VisitDesk {

    private final Visits visits;
    private final Presence presence;
    private final Businesses businesses;
    private final Inspectors inspectors;
    private final CheckItems items;

    VisitDesk(Visits visits, Presence presence, Businesses businesses, Inspectors inspectors, CheckItems items) {
        this.visits = visits;
        this.presence = presence;
        this.businesses = businesses;
        this.inspectors = inspectors;
        this.items = items;
    }

    /**
     * A visit with what its numbers stand for.
     *
     * @param business what the register has of the business, or null
     * @param tasks its tasks, those taken back with them
     */
    public record Shown(
            Visit visit,
            @Nullable BusinessAtDoor business,
            List<VisitTask> tasks,
            List<ShownItem> items,
            List<VisitAtDoor.Officer> officers) {

        /** Copies its lists. */
        public Shown {
            tasks = List.copyOf(tasks);
            items = List.copyOf(items);
            officers = List.copyOf(officers);
        }

        /** The business's name, or its code where the register has none. */
        public String name() {
            return business == null ? visit.business().value() : business.name();
        }

        /** Whether an officer is in. */
        public boolean isInside(@Nullable String certificate) {
            return officers.stream()
                    .anyMatch(
                            officer -> officer.inside() && officer.certificate().equals(certificate));
        }

        /** Who and what comes. */
        public Coming coming() {
            VisitAtDoor atDoor = new VisitAtDoor(
                    visit.id(),
                    visit.business().value(),
                    visit.window(),
                    visit.kinds(),
                    visit.state(),
                    approved(task -> task.draft().department()),
                    approved(task -> task.draft().plan()),
                    visit.items(),
                    officers);
            return new Coming(atDoor, name(), items);
        }

        private List<String> approved(Function<VisitTask, @Nullable String> part) {
            return tasks.stream()
                    .filter(task -> switch (task.state()) {
                        case APPROVED, DONE -> true;
                        case PROPOSED, REFUSED, REVOKED -> false;
                    })
                    .map(part)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }

    /**
     * An item.
     *
     * @param id its id
     * @param item what the catalogue has of it, or null where it has none
     */
    public record ShownItem(String id, @Nullable CatalogueItem item) {

        /** What is checked, or the id where the catalogue does not have it. */
        public String title() {
            return item == null ? id : item.item();
        }

        /** Law and article, or nothing. */
        public String basis() {
            return item == null ? "" : item.legalBasis();
        }
    }

    /**
     * Who and what comes to a door, with what its numbers stand for.
     *
     * @param name the business's name, or its code where the register has none
     */
    public record Coming(VisitAtDoor visit, String name, List<ShownItem> items) {

        /** Copies its list. */
        public Coming {
            items = List.copyOf(items);
        }
    }

    /**
     * A visit with what its numbers stand for.
     *
     * @throws NotFoundException when there is none
     */
    public Shown show(long id) {
        Visit visit = find(id);
        return shown(
                visit,
                businesses
                        .find(visit.business().value())
                        .map(BusinessAtDoor::of)
                        .orElse(null));
    }

    /** The visit of an answer at the door; null where it tells of none. */
    @Nullable
    Coming coming(EntryAnswer answer) {
        VisitAtDoor visit = answer.visit();
        BusinessAtDoor business = answer.business();
        return visit == null
                ? null
                : new Coming(visit, business == null ? visit.business() : business.name(), shown(visit.items()));
    }

    private Shown shown(Visit visit, @Nullable BusinessAtDoor business) {
        return new Shown(visit, business, visits.tasksOf(visit.id()), shown(visit.items()), officers(visit));
    }

    /**
     * Checks that somebody may decide on what was found: an officer of the visit, or a regulator.
     *
     * @throws BadParameterException when it is an officer of other visits
     * @throws NotFoundException when there is no such visit
     */
    public void checkDecides(long id, Account who) {
        Visit visit = find(id);
        String certificate = who.certificate();
        if (!who.has(Role.REGULATOR)
                && (certificate == null || !visit.officers().contains(certificate))) {
            throw new BadParameterException(
                    "visit", "只有该次检查的人员或监管人员可以决定 / only an officer of the visit or a regulator decides on it");
        }
    }

    /** The names of these businesses by their codes; those that the register does not have are missing. */
    public Map<String, Business> businesses(List<String> codes) {
        return businesses.of(new HashSet<>(codes));
    }

    /** An item of the catalogue. */
    public ShownItem item(String id) {
        return new ShownItem(id, items.byId(id));
    }

    /** Officers by name, none of them inside. */
    public List<VisitAtDoor.Officer> officers(List<String> certificates) {
        return officers(certificates, Set.of());
    }

    private List<ShownItem> shown(List<String> ids) {
        return ids.stream().map(id -> new ShownItem(id, items.everById(id))).toList();
    }

    private List<VisitAtDoor.Officer> officers(Visit visit) {
        return officers(visit.officers(), new HashSet<>(presence.inside(visit.id())));
    }

    private List<VisitAtDoor.Officer> officers(List<String> certificates, Set<String> inside) {
        Map<String, CertifiedInspector> found = inspectors.find(certificates);
        List<VisitAtDoor.Officer> officers = new ArrayList<>();
        for (String certificate : certificates) {
            CertifiedInspector inspector = found.get(certificate);
            officers.add(new VisitAtDoor.Officer(
                    certificate, inspector == null ? null : inspector.name(), inside.contains(certificate)));
        }
        return officers;
    }

    private Visit find(long id) {
        try {
            return visits.visit(id);
        } catch (NoSuchElementException e) {
            throw new NotFoundException("visit " + id);
        }
    }
}
