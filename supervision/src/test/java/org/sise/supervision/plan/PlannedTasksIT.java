package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.TaskFilter;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;

class PlannedTasksIT {

    private static final Beacon BEACON = new Beacon("体彩排列五 第26314期", "6 3 0 7 1");

    @TempDir
    private Path published;

    private PlanningFixture city;
    private Plans plans;
    private PlannedTasks tasks;

    @BeforeEach
    void aCity() {
        city = new PlanningFixture(published);
        plans = city.plans;
        tasks = city.plannedTasks();
    }

    @Test
    void aPlanIsApprovedByAnotherPersonAndGivenBackWithAReason() {
        String id = plans.create(draft(), "regulator").id();
        assertThatThrownBy(() -> plans.approve(id, "approver")).isInstanceOf(PlanStateException.class);
        plans.submit(id, "regulator");
        assertThatThrownBy(() -> plans.approve(id, "regulator"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("编制人以外");
        assertThatThrownBy(() -> plans.giveBack(id, " ", "approver")).isInstanceOf(IllegalArgumentException.class);
        plans.giveBack(id, "比例过高", "approver");
        assertThat(plans.find(id).orElseThrow().state()).isEqualTo(PlanState.DRAFT);
        plans.submit(id, "deputy");
        assertThatThrownBy(() -> plans.approve(id, "deputy")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plans.commit(id, "regulator")).isInstanceOf(PlanStateException.class);
        plans.approve(id, "approver");
        assertThat(plans.find(id).orElseThrow().approvedBy()).isEqualTo("approver");
        assertThat(city.audit.latest(id, 10))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "plan-approved", "plan-submitted", "plan-given-back", "plan-submitted", "plan-created");
    }

    @Test
    void eachDrawnBusinessHasOneTaskOfEachDepartmentAndOneVisit() {
        String id = drawn();
        Transcript transcript = plans.transcript(id).orElseThrow();
        assertThat(tasks.makeAll()).isEqualTo(1);

        List<VisitTask> made = of(id);
        assertThat(made).allSatisfy(task -> {
            assertThat(task.state()).isEqualTo(TaskState.APPROVED);
            assertThat(task.createdBy()).isEqualTo("regulator");
            assertThat(task.decidedBy()).isEqualTo("approver");
            assertThat(task.draft().window()).isEqualTo(PlanningFixture.WINDOW);
        });
        for (Transcript.DrawnObject object : transcript.drawn()) {
            List<VisitTask> own = made.stream()
                    .filter(task -> task.draft().business().value().equals(object.code()))
                    .toList();
            assertThat(own)
                    .extracting(task -> task.draft().department())
                    .containsExactlyInAnyOrderElementsOf(departments(object));
            assertThat(own)
                    .extracting(VisitTask::visit)
                    .containsOnly(own.getFirst().visit());
            assertThat(own)
                    .flatExtracting(task -> task.draft().items())
                    .containsExactlyInAnyOrderElementsOf(object.items());
            assertThat(own)
                    .allSatisfy(task -> assertThat(task.draft().officers()).isEqualTo(object.inspectors()));
        }
        assertThat(plans.find(id).orElseThrow().tasksAt()).isNotNull();
        assertThat(tasks.makeAll()).isZero();
    }

    @Test
    void whatWasBrokenOffGoesOnAndNothingIsThereTwice() {
        String id = drawn();
        city.jdbc
                .sql("create function fail() returns trigger language plpgsql as $$ begin if (select count(*) from "
                        + "supervision.visit_task) > 5 then raise exception 'crash'; end if; return new; end $$")
                .update();
        city.jdbc
                .sql(
                        "create trigger crash before insert on supervision.visit_task for each row execute function fail()")
                .update();
        assertThatThrownBy(() -> tasks.make(id)).hasMessageContaining("crash");
        assertThat(plans.find(id).orElseThrow().tasksAt()).isNull();
        city.jdbc.sql("drop trigger crash on supervision.visit_task").update();

        assertThat(tasks.makeAll()).isEqualTo(1);
        int expected = plans.transcript(id).orElseThrow().drawn().stream()
                .mapToInt(object -> departments(object).size())
                .sum();
        assertThat(of(id)).hasSize(expected);
        assertThat(tasks.make(id).approved()).isEqualTo(expected);
    }

    @Test
    void theCapStopsATaskAndAClosedBusinessHasNone() {
        String id = drawn();
        String capped = plans.transcript(id).orElseThrow().drawn().stream()
                .filter(object -> object.stratum().equals(Grade.YELLOW.name()))
                .findFirst()
                .orElseThrow()
                .code();
        Visits visits = city.visits();
        long daily = visits.propose(
                        new TaskDraft(
                                new CreditCode(capped),
                                VisitKind.DAILY,
                                "消防",
                                null,
                                "冬季检查",
                                List.of("CI083"),
                                List.of("LN0005", "LN0006"),
                                new Window(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 29))),
                        "officer")
                .orElseThrow()
                .id();
        assertThat(visits.approve(daily, "approver").isApproved()).isTrue();
        city.close(1);

        PlannedTasks.Outcome outcome = tasks.make(id);
        assertThat(outcome.closed()).isEqualTo(1);
        assertThat(outcome.stopped()).isPositive();
        assertThat(of(id))
                .filteredOn(task -> task.state() == TaskState.PROPOSED)
                .extracting(task -> task.draft().business().value())
                .containsOnly(capped);
        assertThat(city.audit.latest(id, 1).getFirst().detail()).contains("closed=1");
    }

    private String drawn() {
        String id = city.approved(draft());
        plans.commit(id, "regulator");
        plans.draw(id, BEACON, "regulator");
        return id;
    }

    private List<VisitTask> of(String plan) {
        return new VisitLists(city.dataSource)
                .tasks(new TaskFilter(null, null, null, null, plan), null, 1_000)
                .items();
    }

    private static Set<String> departments(Transcript.DrawnObject object) {
        Set<String> departments = new TreeSet<>();
        for (String id : object.items()) {
            CatalogueItem item = CheckItems.standard().byId(id);
            departments.add(item == null ? "" : item.department());
        }
        return departments;
    }
}
