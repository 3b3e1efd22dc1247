package org.sise.supervision.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.visit.InspectionFixture.DAY;
import static org.sise.supervision.visit.InspectionFixture.WEEK;
import static org.sise.supervision.visit.InspectionFixture.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.outbox.Outbox;
import org.sise.ledger.outbox.OutboxEvent;

class VisitsIT {

    private InspectionFixture house;

    @BeforeEach
    void start() {
        house = new InspectionFixture();
    }

    @Test
    void tasks_of_several_departments_become_one_visit_that_counts_once() {
        CreditCode shop = house.shop(1, Grade.YELLOW);
        Approval first = house.approve(draft(shop, VisitKind.DAILY, "市场监管", WEEK));
        TaskDraft fire = new TaskDraft(
                shop,
                VisitKind.SPECIAL,
                "消防",
                null,
                "冬季专项",
                List.of("CI002"),
                List.of("LN3"),
                new Window(DAY, DAY.plusDays(20)));
        Approval second = house.approve(fire);
        assertThat(first.merged()).isFalse();
        assertThat(second.merged()).isTrue();
        Visit visit = second.visit();
        assertThat(visit.id()).isEqualTo(first.visit().id());
        assertThat(visit.window()).isEqualTo(new Window(DAY, WEEK.until()));
        assertThat(visit.kinds()).containsExactlyInAnyOrder(VisitKind.DAILY, VisitKind.SPECIAL);
        assertThat(visit.items()).containsExactlyInAnyOrder("CI001", "CI002", "CI083");
        assertThat(visit.officers()).containsExactlyInAnyOrder("LN1", "LN2", "LN3");
        YearSoFar year = house.visits.yearSoFar(shop.value(), 2026);
        assertThat(year.visits()).isEqualTo(1);
        assertThat(year.byKind()).containsEntry(VisitKind.DAILY, 1).containsEntry(VisitKind.SPECIAL, 1);
    }

    @Test
    void the_cap_stops_own_initiative_and_a_clue_passes_and_tells_the_supervisor() {
        CreditCode shop = house.shop(1, Grade.YELLOW);
        house.approved(shop, VisitKind.DAILY);
        Window later = new Window(DAY.plusDays(10), DAY.plusDays(12));
        Approval stopped = house.approve(draft(shop, VisitKind.DAILY, "市场监管", later));
        assertThat(stopped.isApproved()).isFalse();
        assertThat(stopped.verdict().outcome()).isEqualTo(CapPolicy.Outcome.STOPPED);
        assertThat(told()).isEmpty();
        Approval clue = house.approve(draft(shop, VisitKind.CLUE, "市场监管", later));
        assertThat(clue.isApproved()).isTrue();
        assertThat(told()).hasSize(1).first().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(shop.value());
            assertThat(event.payload()).contains("CLUE");
        });
    }

    @Test
    void next_year_begins_anew() {
        CreditCode shop = house.shop(1, Grade.YELLOW);
        house.approved(shop, VisitKind.DAILY);
        assertThat(house.approve(draft(shop, VisitKind.DAILY, "市场监管", new Window(DAY.plusYears(1), DAY.plusYears(1))))
                        .isApproved())
                .isTrue();
    }

    @Test
    void blue_is_left_alone_even_where_others_come_and_a_complaint_is_followed() {
        CreditCode shop = house.shop(1, Grade.BLUE);
        assertThat(house.approve(draft(shop, VisitKind.DAILY, "市场监管", WEEK))
                        .verdict()
                        .outcome())
                .isEqualTo(CapPolicy.Outcome.BLUE_UNCALLED);
        assertThat(house.approved(shop, VisitKind.CLUE).state()).isEqualTo(VisitState.PLANNED);
        assertThat(house.approve(draft(shop, VisitKind.DAILY, "城管", WEEK)).isApproved())
                .isFalse();
    }

    @Test
    void of_many_approvals_at_once_the_cap_lets_as_many_pass_as_it_says() throws Exception {
        CreditCode shop = house.shop(1, Grade.ORANGE);
        List<Long> tasks = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Window apart = new Window(DAY.plusDays(n), DAY.plusDays(n));
            tasks.add(house.visits
                    .propose(draft(shop, VisitKind.DAILY, "部门" + n, apart), "proposer")
                    .orElseThrow()
                    .id());
        }
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Approval>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (long task : tasks) {
                answers.add(threads.submit(() -> {
                    go.await();
                    return house.visits.approve(task, "approver");
                }));
            }
            go.countDown();
        }
        int approved = 0;
        for (Future<Approval> answer : answers) {
            approved += answer.get().isApproved() ? 1 : 0;
        }
        assertThat(approved).isEqualTo(2);
        assertThat(house.visits.yearSoFar(shop.value(), 2026).visits()).isEqualTo(2);
    }

    @Test
    void a_task_taken_back_leaves_the_visit_to_the_others_and_revokes_its_codes() {
        CreditCode shop = house.shop(1, Grade.RED);
        Visit visit = house.approved(shop, VisitKind.DAILY);
        house.approve(new TaskDraft(shop, VisitKind.SPECIAL, "消防", null, "专项", List.of("CI002"), List.of("LN3"), WEEK));
        List<VisitTask> tasks = house.visits.tasksOf(visit.id());
        Visit left = house.visits.revoke(tasks.getFirst().id(), "改期", "approver");
        assertThat(left.officers()).containsExactly("LN3");
        assertThat(left.issue()).isGreaterThan(visit.issue());
        Visit nothing = house.visits.revoke(tasks.getLast().id(), "改期", "approver");
        assertThat(nothing.state()).isEqualTo(VisitState.CANCELLED);
        assertThat(house.visits.yearSoFar(shop.value(), 2026)).isEqualTo(YearSoFar.NONE);
        assertThatThrownBy(() -> house.visits.revoke(tasks.getLast().id(), "改期", "approver"))
                .isInstanceOf(TaskStateException.class);
    }

    @Test
    void a_task_is_approved_by_another_person_and_once() {
        CreditCode shop = house.shop(1, Grade.RED);
        long task = house.visits
                .propose(draft(shop, VisitKind.DAILY, "市场监管", WEEK), "proposer")
                .orElseThrow()
                .id();
        assertThatIllegalArgumentException().isThrownBy(() -> house.visits.approve(task, "proposer"));
        house.visits.approve(task, "approver");
        assertThatThrownBy(() -> house.visits.approve(task, "approver")).isInstanceOf(TaskStateException.class);
        assertThatThrownBy(() -> house.visits.refuse(task, "重复", "approver")).isInstanceOf(TaskStateException.class);
    }

    @Test
    void an_item_that_is_not_published_is_no_task() {
        CreditCode shop = house.shop(1, Grade.RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> house.visits.propose(
                        new TaskDraft(shop, VisitKind.DAILY, "市场监管", null, "x", List.of("X-1"), List.of("LN1"), WEEK),
                        "proposer"))
                .withMessageContaining("X-1");
    }

    private List<OutboxEvent> told() {
        return new Outbox(house.dataSource)
                .next("test", 1000).stream()
                        .filter(event -> event.topic().equals(Visits.BEYOND_CAP))
                        .toList();
    }
}
