package org.sise.server;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.audit.AuditLog;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.sise.server.security.Role;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.correction.CorrectionRules;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.door.Doors;
import org.sise.supervision.door.Finding;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.transaction.PlatformTransactionManager;

/** Visits from their approval to their end by the server's own services, and accounts of the businesses. */
final class AfterVisitHouse {

    static final String DEPARTMENT = "市场监管";

    final DoorFixture door;
    private final ServerFixture server;

    AfterVisitHouse(ServerFixture server) {
        this.server = server;
        this.door = DoorFixture.on(server);
    }

    /** A visit after a complaint, under way: both officers are in, and what they found is written down. */
    Visit open(CreditCode shop, Map<String, InspectionResult> found) {
        Visits visits = server.bean(Visits.class);
        long task = visits.propose(
                        new TaskDraft(
                                shop,
                                VisitKind.CLUE,
                                DEPARTMENT,
                                null,
                                "投诉 12315-7",
                                found.keySet().stream().sorted().toList(),
                                List.of(DoorFixture.FIRST, DoorFixture.SECOND),
                                new Window(door.today, door.lastDay())),
                        "proposer")
                .orElseThrow()
                .id();
        Visit visit = Objects.requireNonNull(visits.approve(task, "approver").visit());
        EntryDesk desk = server.bean(EntryDesk.class);
        desk.scanSign(DoorFixture.sign(shop), DoorFixture.FIRST, null);
        desk.scanSign(DoorFixture.sign(shop), DoorFixture.SECOND, null);
        Doors doors = server.bean(Doors.class);
        found.forEach((item, result) -> doors.find(
                visit.id(),
                DoorFixture.FIRST,
                new Finding(item, result, result == InspectionResult.NO_PROBLEM ? "" : "价签缺失", List.of())));
        return visit;
    }

    /** The business does not sign, the officers leave. */
    Visit leave(Visit visit) {
        Doors doors = server.bean(Doors.class);
        doors.sign(visit.id(), DoorFixture.FIRST, "店长", null, "店长不在");
        doors.leave(visit.id(), DoorFixture.FIRST);
        doors.leave(visit.id(), DoorFixture.SECOND);
        return server.bean(Visits.class).visit(visit.id());
    }

    /** The task of a visit that has only one. */
    long task(Visit visit) {
        return server.bean(Visits.class).tasksOf(visit.id()).getFirst().id();
    }

    /** Corrections as they are ordered by a clock that is behind. */
    Corrections before(Duration behind) {
        Clock clock = server.bean(Clock.class);
        return new Corrections(
                server.bean(DataSource.class),
                server.bean(PlatformTransactionManager.class),
                server.bean(AuditLog.class),
                server.bean(Visits.class),
                CorrectionRules.standard(),
                server.bean(CheckItems.class),
                server.bean(HolidayNotices.class)::calendar,
                Clock.offset(clock, behind.negated()));
    }

    /** The name of a new account that speaks for a business. */
    String company(CreditCode shop) {
        String name = shop.value().toLowerCase(Locale.ROOT);
        server.bean(Accounts.class)
                .add(
                        new Account(name, Set.of(Role.COMPANY), "受检企业", "Visited", shop.value(), true),
                        ServerFixture.PASSWORD);
        return name;
    }
}
