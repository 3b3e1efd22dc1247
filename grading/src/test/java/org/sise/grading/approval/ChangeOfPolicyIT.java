package org.sise.grading.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sise.grading.approval.ApprovalFixture.FIRST;
import static org.sise.grading.approval.ApprovalFixture.SECOND;
import static org.sise.grading.approval.ApprovalFixture.TODAY;
import static org.sise.grading.approval.ApprovalFixture.code;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.ledger.grade.StoredGrade;

/** What a change of policy does to grades, and what is left when it is cut off or done twice at once. */
class ChangeOfPolicyIT {

    private static final int BUSINESSES = 25;
    private static final int BATCH = 10;
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final String AUDIT_LOCK = "select pg_advisory_lock(%d)".formatted(0x53415544);

    private ApprovalFixture house;
    private PolicyVersions versions;

    @BeforeEach
    void gradedBusinesses() {
        house = new ApprovalFixture();
        versions = house.versions;
        house.businesses(BUSINESSES);
        house.grading.gradeAll(BATCH);
        assertThat(house.grades.distribution()).containsEntry(Grade.BLUE, (long) BUSINESSES);
    }

    @Test
    void the_last_approval_puts_every_business_into_the_regrade_queue_and_colours_change() {
        PolicyVersion version = house.approved(ApprovalFixture.stricter("2"), TODAY);
        assertThat(version.state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.queue.size()).isEqualTo(BUSINESSES);
        house.grading.gradeAll(BATCH);
        assertThat(house.grades.distribution()).containsEntry(Grade.RED, (long) BUSINESSES);
        assertThat(house.grading.policy().digest()).isEqualTo(version.digest());
    }

    @Test
    void a_version_with_a_later_day_grades_from_that_day_on_and_the_queue_is_filled_once() {
        PolicyVersion version = house.approved(ApprovalFixture.stricter("2"), TOMORROW);
        assertThat(version.state()).isEqualTo(PolicyState.SCHEDULED);
        assertThat(house.grading.gradeNext(BATCH)).isZero();
        assertThat(house.grading.policy().version()).isEqualTo("1");

        house.itIs(TOMORROW);
        assertThat(house.grading.policy().version()).isEqualTo("2");
        assertThat(house.grading.gradeAll(BATCH)).isEqualTo(BUSINESSES);
        assertThat(house.grading.gradeNext(BATCH)).isZero();
        assertThat(house.grades.distribution()).containsEntry(Grade.RED, (long) BUSINESSES);
        assertThat(house.now(version).state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.steps(version)).containsOnlyOnce(PolicyStep.IN_FORCE);
    }

    @Test
    void days_that_came_while_nothing_ran_are_made_up_for_in_their_order() {
        PolicyVersion first = house.approved(ApprovalFixture.policy("2"), TOMORROW);
        PolicyVersion second = house.approved(ApprovalFixture.stricter("3"), TODAY.plusDays(2));
        house.itIs(TODAY.plusDays(9));
        assertThat(house.grading.gradeAll(BATCH)).isEqualTo(BUSINESSES);
        assertThat(house.now(first).state()).isEqualTo(PolicyState.SUPERSEDED);
        assertThat(house.now(second).state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.inForce.on(TOMORROW).version()).isEqualTo("2");
        assertThat(house.inForce.on(TODAY).version()).isEqualTo("1");
        assertThat(house.inForce.on(LocalDate.of(2020, 1, 1)).version()).isEqualTo("1");
    }

    @Test
    void a_grade_made_before_keeps_its_policy_and_comes_out_again_byte_for_byte() {
        StoredGrade before = house.grades.present(code(3)).orElseThrow();
        house.approved(ApprovalFixture.stricter("2"), TODAY);
        house.grading.gradeAll(BATCH);
        StoredGrade after = house.grades.present(code(3)).orElseThrow();
        assertThat(after.entry().policyVersion()).isEqualTo("2");

        assertThat(house.grades.history(code(3), 5).getLast().entry().policyDigest())
                .isEqualTo(before.entry().policyDigest());
        assertThat(house.grading.replay(before).json()).isEqualTo(before.entry().receipt());
        assertThat(house.grading.replay(after).json()).isEqualTo(after.entry().receipt());
        for (StoredGrade grade : List.of(before, after)) {
            assertThat(house.grading
                            .replay(code(3), TODAY, grade.entry().known().at())
                            .json())
                    .as("by the policy that was known to be in force at that time")
                    .contains(grade.entry().policyDigest());
        }
        assertThatThrownBy(() -> house.inForce.ofDigest("0".repeat(64))).hasMessageContaining("0".repeat(64));
    }

    @Test
    void a_kill_between_the_last_approval_and_the_regrade_leaves_nothing_half() throws Exception {
        PolicyVersion version = house.submitted(ApprovalFixture.stricter("2"), TODAY);
        versions.approve(version.id(), false, null, FIRST);
        List<String> actions = house.actions(version);

        killedWhileItWrites(() -> versions.approve(version.id(), false, null, SECOND));

        assertThat(house.now(version).state()).isEqualTo(PolicyState.SUBMITTED);
        assertThat(house.now(version).approvals()).hasSize(1);
        assertThat(house.queue.size()).isZero();
        assertThat(house.actions(version)).isEqualTo(actions);
        assertThat(house.grading.gradeNext(BATCH)).isZero();

        versions.approve(version.id(), false, null, SECOND);
        assertThat(house.queue.size()).isEqualTo(BUSINESSES);
    }

    @Test
    void a_kill_while_a_day_comes_leaves_the_whole_change_to_the_next_start() throws Exception {
        PolicyVersion version = house.approved(ApprovalFixture.stricter("2"), TOMORROW);
        PolicyVersion before = versions.inForce();
        house.itIs(TOMORROW);

        killedWhileItWrites(() -> house.grading.gradeNext(BATCH));
        assertThat(house.now(version).state()).isEqualTo(PolicyState.SCHEDULED);
        assertThat(house.now(before).state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.queue.size()).isZero();

        assertThat(house.grading.gradeNext(BATCH)).isEqualTo(BATCH);
        house.grading.gradeAll(BATCH);
        assertThat(house.now(version).state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.grades.history(code(0), 9)).hasSize(2);
    }

    @Test
    void the_queue_refusing_its_tickets_refuses_the_approval_as_a_whole() {
        PolicyVersion version = house.submitted(ApprovalFixture.stricter("2"), TODAY);
        versions.approve(version.id(), false, null, FIRST);
        house.jdbc
                .sql("alter table ledger.regrade_ticket add constraint closed check (subject = '') not valid")
                .update();
        assertThatThrownBy(() -> versions.approve(version.id(), false, null, SECOND))
                .hasStackTraceContaining("closed");
        assertThat(house.steps(version)).containsExactly(PolicyStep.DRAFTED, PolicyStep.SUBMITTED, PolicyStep.APPROVED);
    }

    @Test
    void of_many_approvals_at_once_two_of_different_people_count() throws Exception {
        PolicyVersion version = house.submitted(ApprovalFixture.stricter("2"), TODAY);
        List<Callable<PolicyVersion>> race = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String approver = List.of(FIRST, SECOND, "approver3").get(i % 3);
            race.add(() -> versions.approve(version.id(), false, null, approver));
        }
        List<PolicyRefusal> refusals = atOnce(race);
        assertThat(refusals).hasSize(10).isSubsetOf(PolicyRefusal.TWICE, PolicyRefusal.WRONG_STATE);
        PolicyVersion done = house.now(version);
        assertThat(done.state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(done.approvals()).hasSize(2).extracting(PolicyEvent::actor).doesNotHaveDuplicates();
        assertThat(house.queue.size()).isEqualTo(BUSINESSES);
        assertThat(house.audit.verify().fault()).isNull();
    }

    @Test
    void one_person_approving_many_times_at_once_counts_once() throws Exception {
        PolicyVersion version = house.submitted("2", TODAY);
        List<Callable<PolicyVersion>> race = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            race.add(() -> versions.approve(version.id(), false, null, FIRST));
        }
        assertThat(atOnce(race)).hasSize(7).containsOnly(PolicyRefusal.TWICE);
        assertThat(house.now(version).state()).isEqualTo(PolicyState.SUBMITTED);
    }

    @Test
    void of_two_last_approvals_for_one_day_at_once_one_is_refused() throws Exception {
        List<Callable<PolicyVersion>> race = new ArrayList<>();
        for (String number : List.of("2", "3", "4")) {
            long id = house.submitted(number, TOMORROW).id();
            versions.approve(id, false, null, FIRST);
            race.add(() -> versions.approve(id, false, null, SECOND));
        }
        assertThat(atOnce(race)).containsExactly(PolicyRefusal.DAY_TAKEN, PolicyRefusal.DAY_TAKEN);
        assertThat(versions.list(new PolicyFilter(null, PolicyState.SCHEDULED, null), null, 9)
                        .items())
                .hasSize(1);
    }

    @Test
    void an_approval_and_a_withdrawal_at_once_end_in_one_of_both() throws Exception {
        PolicyVersion version = house.submitted("2", TOMORROW);
        versions.approve(version.id(), false, null, FIRST);
        List<PolicyRefusal> refusals = atOnce(List.of(
                () -> versions.approve(version.id(), false, null, SECOND),
                () -> versions.withdraw(version.id(), null, "maker")));
        assertThat(refusals).containsExactly(PolicyRefusal.WRONG_STATE);
        assertThat(house.now(version).state()).isIn(PolicyState.SCHEDULED, PolicyState.WITHDRAWN);
    }

    @Test
    void workers_that_see_the_day_come_at_once_fill_the_queue_once() throws Exception {
        PolicyVersion version = house.approved(ApprovalFixture.stricter("2"), TOMORROW);
        List<Callable<Boolean>> race = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            race.add(() -> versions.bringIntoForce(TOMORROW));
        }
        assertThat(atOnce(race)).isEmpty();
        assertThat(house.queue.size()).isEqualTo(BUSINESSES);
        assertThat(house.steps(version)).containsOnlyOnce(PolicyStep.IN_FORCE);
    }

    /** Runs work that stops before its first line of the audit log, and ends its connection there as a kill would. */
    private void killedWhileItWrites(Runnable work) throws Exception {
        try (Connection blocker = house.dataSource.getConnection();
                Statement statement = blocker.createStatement();
                ExecutorService worker = Executors.newSingleThreadExecutor()) {
            statement.execute(AUDIT_LOCK);
            Future<?> cut = worker.submit(work);
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() != null);
            house.jdbc
                    .sql("select pg_terminate_backend(:pid)")
                    .param("pid", waiting())
                    .query(Boolean.class)
                    .single();
            assertThatThrownBy(cut::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(SQLException.class);
        }
    }

    private @Nullable Integer waiting() {
        return house.jdbc.sql("""
                        select l.pid from pg_locks l join pg_database d on d.oid = l.database
                        where not l.granted and l.locktype = 'advisory' and d.datname = current_database()""").query(Integer.class).optional().orElse(null);
    }

    private static <T> List<PolicyRefusal> atOnce(List<Callable<T>> race) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> runners = new ArrayList<>();
        List<PolicyRefusal> refusals = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(race.size())) {
            for (Callable<T> each : race) {
                runners.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            for (Future<T> runner : runners) {
                try {
                    runner.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(PolicyRefusedException.class);
                    refusals.add(((PolicyRefusedException) e.getCause()).refusal());
                }
            }
        }
        return refusals;
    }
}
