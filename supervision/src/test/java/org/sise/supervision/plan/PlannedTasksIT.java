package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.code.CreditCode;
import org.sise.core.csv.CsvTable;
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
        assertThat(tasks.makeAll()).isEqualTo(new PlannedTasks.Made(1, Map.of()));

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
        assertThat(tasks.makeAll()).isEqualTo(new PlannedTasks.Made(0, Map.of()));
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

        assertThat(tasks.makeAll()).isEqualTo(new PlannedTasks.Made(1, Map.of()));
        int expected = plans.transcript(id).orElseThrow().drawn().stream()
                .mapToInt(object -> departments(object).size())
                .sum();
        assertThat(of(id)).hasSize(expected);
        assertThat(tasks.make(id).approved()).isEqualTo(expected);
    }

    @Test
    void aPlanWhoseTasksCannotBeMadeIsPutAsideAndTheLaterOnesGoOn() {
        String broken = drawn();
        String later = drawn(withItems("CI001"));
        CheckItems without = CheckItems.read(CsvTable.parse("""
                id,category,item,kind,object,method,legal_basis,department,frequency_note,ratio_cap_pct,industries,source,confidence
                CI001,登记,营业执照,general,企业,现场,条例,登记,,,,本局清单,high
                """));
        PlannedTasks.Made made = city.plannedTasksWith(without).makeAll();
        assertThat(made.plans()).isEqualTo(1);
        assertThat(plans.find(later).orElseThrow().tasksAt()).isNotNull();
        assertThat(made.aside()).containsOnlyKeys(broken);
        assertThat(made.aside().get(broken)).contains("检查事项 CI083 不在清单中");
        assertThat(city.plannedTasksWith(without).makeAll()).isEqualTo(new PlannedTasks.Made(0, Map.of()));
        assertThat(plans.find(broken).orElseThrow().tasksFault()).contains("检查事项 CI083");
        assertThat(plans.history(broken).getLast().note()).contains("检查事项 CI083");

        tasks.tryAgain(broken, "regulator");
        assertThat(tasks.makeAll()).isEqualTo(new PlannedTasks.Made(1, Map.of()));
        assertThat(plans.find(broken).orElseThrow().tasksFault()).isNull();
        assertThat(plans.find(broken).orElseThrow().tasksAt()).isNotNull();
        assertThat(city.audit.latest(broken, 3))
                .extracting(AuditEntry::action)
                .containsExactly("plan-tasks", "plan-tasks-again", "plan-tasks-put-aside");
    }

    @Test
    void aFailureOfTheDatabaseKeepsOnePlanWaitingAndNoOther() {
        String broken = drawn();
        String sound = drawn();
        city.jdbc
                .sql("create function fail() returns trigger language plpgsql as $$ begin if new.plan = '" + broken
                        + "' then raise exception 'crash'; end if; return new; end $$")
                .update();
        city.jdbc
                .sql(
                        "create trigger crash before insert on supervision.visit_task for each row execute function fail()")
                .update();
        assertThatThrownBy(() -> tasks.makeAll()).hasMessageContaining("crash");
        assertThat(plans.find(sound).orElseThrow().tasksAt()).isNotNull();
        assertThat(plans.find(broken).orElseThrow().tasksFault()).isNull();
        city.jdbc.sql("drop trigger crash on supervision.visit_task").update();
        assertThat(tasks.makeAll()).isEqualTo(new PlannedTasks.Made(1, Map.of()));
    }

    @Test
    void progressCountsTheDrawnBusinessesThatWereGoneThrough() {
        String id = drawn();
        assertThat(plans.find(id).orElseThrow().tasksThrough()).isZero();
        tasks.make(id);
        Plan plan = plans.find(id).orElseThrow();
        assertThat(plan.tasksThrough())
                .isEqualTo(plan.commitment().drawn())
                .isEqualTo(plans.transcript(id).orElseThrow().drawn().size());
        assertThat(of(id))
                .filteredOn(
                        task -> pureRandom(id).contains(task.draft().business().value()))
                .isNotEmpty();
        assertThat(city.jdbc
                        .sql("select distinct business from supervision.visit_task where selection = 'ANY'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(pureRandom(id));
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

    private static PlanDraft withItems(String item) {
        PlanDraft sound = draft();
        return new PlanDraft(
                sound.title(),
                sound.industries(),
                sound.regions(),
                sound.ratios(),
                sound.worstShare(),
                sound.any(),
                List.of(item),
                List.of(item),
                0,
                sound.inspectors(),
                sound.window());
    }

    private String drawn() {
        return drawn(draft());
    }

    private String drawn(PlanDraft draft) {
        String id = city.approved(draft);
        plans.commit(id, "regulator");
        plans.draw(id, BEACON, "regulator");
        return id;
    }

    private List<String> pureRandom(String id) {
        return plans.transcript(id).orElseThrow().drawn().stream()
                .filter(object -> object.stratum().equals("ANY"))
                .map(Transcript.DrawnObject::code)
                .toList();
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
