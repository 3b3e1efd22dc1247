package org.sise.grading.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.grading.approval.ApprovalFixture.AUTHOR;
import static org.sise.grading.approval.ApprovalFixture.FIRST;
import static org.sise.grading.approval.ApprovalFixture.SECOND;
import static org.sise.grading.approval.ApprovalFixture.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.ledger.Page;
import org.sise.scoring.read.FaultCode;

class ApprovalIT {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private ApprovalFixture house;
    private PolicyVersions versions;

    @BeforeEach
    void anInstallation() {
        house = new ApprovalFixture();
        versions = house.versions;
    }

    @Test
    void the_first_version_is_in_force_from_the_installation_and_the_audit_log_says_who_approved_it() {
        PolicyVersion first = versions.inForce();
        assertThat(first.state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(first.uploadedBy()).isEqualTo("system");
        assertThat(first.inForceFrom()).isEqualTo("2026-01-01");
        assertThat(versions.file(first.id())).isEqualTo(ApprovalFixture.policy("1"));
        assertThat(house.actions(first)).containsExactly("policy-installed", "policy-in-force");
        assertThat(house.audit.latest(first.name(), 2).getLast()).satisfies(line -> {
            assertThat(line.actor()).isEqualTo("system");
            assertThat(line.detail()).contains(first.digest()).contains("approved by the system at the installation");
        });
        assertThat(versions.install(ApprovalFixture.policy("2"))).isFalse();
        assertThat(versions.list(PolicyFilter.ALL, null, 10).items()).hasSize(1);
    }

    @Test
    void two_people_put_a_policy_in_force_and_every_step_is_in_the_audit_log() {
        PolicyVersion draft = house.drafted("2");
        assertThat(draft.state()).isEqualTo(PolicyState.DRAFT);
        house.whatIf(draft);
        versions.submit(draft.id(), TODAY, false, AUTHOR);
        PolicyVersion half = versions.approve(draft.id(), false, "同意", FIRST);
        assertThat(half.state()).isEqualTo(PolicyState.SUBMITTED);
        assertThat(half.approvals()).singleElement().satisfies(approval -> {
            assertThat(approval.actor()).isEqualTo(FIRST);
            assertThat(approval.reason()).isEqualTo("同意");
            assertThat(approval.whatIf()).isNotNull();
        });
        PolicyVersion before = versions.inForce();
        PolicyVersion whole = versions.approve(draft.id(), false, null, SECOND);

        assertThat(whole.state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(versions.inForce().id()).isEqualTo(whole.id());
        assertThat(house.now(before).state()).isEqualTo(PolicyState.SUPERSEDED);
        assertThat(house.steps(whole))
                .containsExactly(
                        PolicyStep.DRAFTED,
                        PolicyStep.SUBMITTED,
                        PolicyStep.APPROVED,
                        PolicyStep.APPROVED,
                        PolicyStep.SCHEDULED,
                        PolicyStep.IN_FORCE);
        assertThat(house.actions(whole))
                .containsExactly(
                        "policy-drafted",
                        "policy-submitted",
                        "policy-approved",
                        "policy-approved",
                        "policy-scheduled",
                        "policy-in-force");
        assertThat(house.actions(before)).endsWith("policy-superseded");
        assertThat(house.audit.verify().fault()).isNull();
    }

    @Test
    void a_faulty_file_is_refused_with_every_fault_its_place_and_its_remedy() {
        byte[] faulty = new String(ApprovalFixture.policy("2"), StandardCharsets.UTF_8)
                .replace("order: highest-first", "order: sideways")
                .replace("basis: 行政处罚法\n", "")
                .getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(PolicyFaultsException.class)
                .isThrownBy(() -> versions.draft(faulty, AUTHOR))
                .satisfies(e -> {
                    assertThat(e.faults())
                            .extracting(fault -> fault.code())
                            .contains(FaultCode.NOT_ONE_OF, FaultCode.MISSING_BASIS);
                    assertThat(e.faults()).allSatisfy(fault -> {
                        assertThat(fault.line()).isPositive();
                        assertThat(fault.column()).isPositive();
                        assertThat(fault.remedy().zh()).isNotBlank();
                    });
                });
        assertThat(versions.list(PolicyFilter.ALL, null, 10).total()).isEqualTo(1);
    }

    @Test
    void a_policy_whose_grades_are_no_colours_is_refused() {
        byte[] colourless = new String(ApprovalFixture.policy("2"), StandardCharsets.UTF_8)
                .replace("colour: blue, ", "")
                .getBytes(StandardCharsets.UTF_8);
        refused(PolicyRefusal.NO_COLOUR, () -> versions.draft(colourless, AUTHOR));
    }

    @Test
    void the_same_file_and_another_file_of_the_same_version_are_refused() {
        PolicyVersion draft = house.drafted("2");
        assertThat(refused(PolicyRefusal.SAME_FILE, () -> house.drafted("2"))).contains(draft.name(), "草案");
        assertThat(refused(PolicyRefusal.SAME_NAME, () -> versions.draft(ApprovalFixture.stricter("2"), AUTHOR)))
                .contains(draft.name());
    }

    @Test
    void the_tables_refuse_every_change_and_a_digest_that_is_not_of_the_bytes() {
        long id = house.drafted("2").id();
        for (String sql : List.of(
                "update grading.policy_version set file = 'x' where id = " + id,
                "delete from grading.policy_version where id = " + id,
                "truncate grading.policy_version cascade",
                "update grading.policy_event set actor = 'x' where version_id = " + id,
                "delete from grading.policy_event where version_id = " + id)) {
            assertThatThrownBy(() -> house.jdbc.sql(sql).update()).as(sql).hasStackTraceContaining("append-only");
        }
        assertThatThrownBy(() -> house.jdbc.sql("""
                                insert into grading.policy_version
                                    (policy, version, digest, title_zh, title_en, file, uploaded_by)
                                values ('p', '1', repeat('0', 64), 't', 't', 'x', 'maker')""").update()).hasStackTraceContaining("policy_version_file");
        assertThatThrownBy(() -> house.jdbc.sql("""
                                insert into grading.policy_event (version_id, round, kind, actor, what_if)
                                values (:id, 0, 'approved', 'maker', 1)""").param("id", id).update())
                .hasStackTraceContaining("cannot approve");
    }

    @Test
    void nobody_approves_what_they_wrote_or_submitted() {
        PolicyVersion draft = house.drafted("2");
        house.whatIf(draft);
        versions.submit(draft.id(), TOMORROW, false, "other-maker");
        refused(PolicyRefusal.OWN_WORK, () -> versions.approve(draft.id(), false, null, AUTHOR));
        refused(PolicyRefusal.OWN_WORK, () -> versions.approve(draft.id(), false, null, "other-maker"));
    }

    @Test
    void one_person_approves_once() {
        long id = house.submitted("2", TOMORROW).id();
        versions.approve(id, false, null, FIRST);
        refused(PolicyRefusal.TWICE, () -> versions.approve(id, false, null, FIRST));
    }

    @Test
    void an_approval_needs_a_finished_what_if_of_this_very_file_against_the_policy_in_force() {
        PolicyVersion other = house.drafted("3");
        house.whatIf(other);
        PolicyVersion draft = house.drafted("2");
        versions.submit(draft.id(), TOMORROW, false, AUTHOR);
        house.jdbc
                .sql("insert into grading.what_if (draft_digest, against_digest) values (:draft, :against)")
                .param("draft", draft.digest())
                .param("against", versions.inForce().digest())
                .update();
        assertThat(refused(PolicyRefusal.NO_WHAT_IF, () -> versions.approve(draft.id(), false, null, FIRST)))
                .contains(versions.inForce().name());
        house.whatIf(draft);
        versions.approve(draft.id(), false, null, FIRST);

        versions.submit(other.id(), TODAY, false, AUTHOR);
        versions.approve(other.id(), false, null, FIRST);
        versions.approve(other.id(), false, null, SECOND);
        refused(PolicyRefusal.NO_WHAT_IF, () -> versions.approve(draft.id(), false, null, SECOND));
    }

    @Test
    void a_version_taken_back_is_not_approved_and_comes_again_without_its_approvals() {
        PolicyVersion submitted = house.submitted("2", TOMORROW);
        versions.approve(submitted.id(), false, null, FIRST);
        versions.withdraw(submitted.id(), "数字有误", AUTHOR);
        assertThat(refused(PolicyRefusal.WRONG_STATE, () -> versions.approve(submitted.id(), false, null, SECOND)))
                .contains("已撤回", "withdrawn");

        PolicyVersion again = versions.submit(submitted.id(), TODAY.plusDays(2), false, AUTHOR);
        assertThat(again.approvals()).isEmpty();
        versions.approve(submitted.id(), false, null, SECOND);
        PolicyVersion done = versions.approve(submitted.id(), false, null, FIRST);
        assertThat(done.state()).isEqualTo(PolicyState.SCHEDULED);
        assertThat(done.inForceFrom()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void a_refusal_needs_a_reason_and_is_final() {
        long id = house.submitted("2", TOMORROW).id();
        refused(PolicyRefusal.NO_REASON, () -> versions.refuse(id, " ", FIRST));
        PolicyVersion refused = versions.refuse(id, "缺少依据", FIRST);
        assertThat(refused.state()).isEqualTo(PolicyState.REFUSED);
        assertThat(versions.history(id).getLast().reason()).isEqualTo("缺少依据");
        refused(PolicyRefusal.WRONG_STATE, () -> versions.submit(id, TOMORROW, false, AUTHOR));
        refused(PolicyRefusal.WRONG_STATE, () -> versions.approve(id, false, null, SECOND));
        refused(PolicyRefusal.WRONG_STATE, () -> versions.withdraw(id, null, AUTHOR));
    }

    @Test
    void an_approved_version_can_be_stopped_by_one_approver_until_its_day_and_not_after() {
        PolicyVersion stopped = house.approved("2", TOMORROW);
        versions.refuse(stopped.id(), "发现错误", FIRST);
        PolicyVersion other = house.approved("3", TOMORROW);
        house.itIs(TOMORROW);
        refused(PolicyRefusal.WRONG_STATE, () -> versions.refuse(other.id(), "太晚", FIRST));
        assertThat(versions.inForce().id()).isEqualTo(other.id());
        assertThat(house.now(stopped).state()).isEqualTo(PolicyState.REFUSED);
    }

    @Test
    void what_is_not_submitted_is_not_approved_and_what_is_in_force_is_not_touched() {
        long draft = house.drafted("2").id();
        refused(PolicyRefusal.WRONG_STATE, () -> versions.approve(draft, false, null, FIRST));
        refused(PolicyRefusal.WRONG_STATE, () -> versions.refuse(draft, "x", FIRST));
        long present = versions.inForce().id();
        refused(PolicyRefusal.WRONG_STATE, () -> versions.withdraw(present, "x", AUTHOR));
        refused(PolicyRefusal.WRONG_STATE, () -> versions.submit(present, TOMORROW, false, AUTHOR));
        refused(PolicyRefusal.WRONG_STATE, () -> versions.refuse(present, "x", FIRST));
        assertThatThrownBy(() -> versions.approve(99, false, null, FIRST)).hasMessageContaining("99");
    }

    @Test
    void two_versions_from_the_same_day_are_refused_at_the_submission_and_at_the_last_approval() {
        PolicyVersion second = house.submitted("3", TOMORROW);
        versions.approve(second.id(), false, null, FIRST);
        PolicyVersion first = house.approved("2", TOMORROW);
        assertThat(refused(PolicyRefusal.DAY_TAKEN, () -> versions.approve(second.id(), false, null, SECOND)))
                .contains(first.name());
        long third = house.drafted("4").id();
        refused(PolicyRefusal.DAY_TAKEN, () -> versions.submit(third, TOMORROW, false, AUTHOR));
    }

    @Test
    void a_day_that_has_passed_needs_everybodys_express_agreement() {
        PolicyVersion draft = house.drafted("2");
        house.whatIf(draft);
        LocalDate past = TODAY.minusDays(3);
        refused(PolicyRefusal.DAY_PAST, () -> versions.submit(draft.id(), past, false, AUTHOR));
        versions.submit(draft.id(), past, true, AUTHOR);
        refused(PolicyRefusal.DAY_PAST, () -> versions.approve(draft.id(), false, null, FIRST));
        versions.approve(draft.id(), true, null, FIRST);
        refused(PolicyRefusal.DAY_PAST, () -> versions.approve(draft.id(), false, null, SECOND));
        assertThat(versions.approve(draft.id(), true, null, SECOND).state()).isEqualTo(PolicyState.IN_FORCE);
        assertThat(house.inForce.on(past).version()).isEqualTo("2");
        assertThat(house.inForce.on(past.minusDays(1)).version()).isEqualTo("1");
    }

    @Test
    void a_day_that_passes_between_two_approvals_is_refused_until_it_is_submitted_anew() {
        long id = house.submitted("2", TOMORROW).id();
        versions.approve(id, false, null, FIRST);
        house.itIs(TODAY.plusDays(2));
        refused(PolicyRefusal.DAY_PAST, () -> versions.approve(id, true, null, SECOND));
        versions.withdraw(id, null, AUTHOR);
        versions.submit(id, TODAY.plusDays(2), false, AUTHOR);
        versions.approve(id, false, null, FIRST);
        assertThat(versions.approve(id, false, null, SECOND).state()).isEqualTo(PolicyState.IN_FORCE);
    }

    @Test
    void a_day_before_that_of_the_version_in_force_or_of_the_file_itself_is_refused() {
        PolicyVersion draft = house.drafted("2");
        refused(
                PolicyRefusal.DAY_BEFORE_FILE,
                () -> versions.submit(draft.id(), LocalDate.of(2025, 12, 31), true, AUTHOR));
        house.approved("3", TODAY);
        refused(PolicyRefusal.DAY_TOO_EARLY, () -> versions.submit(draft.id(), TODAY.minusDays(1), true, AUTHOR));
        refused(PolicyRefusal.DAY_TAKEN, () -> versions.submit(draft.id(), TODAY, false, AUTHOR));
    }

    @Test
    void the_list_goes_on_at_its_cursor_and_is_filtered() {
        for (int n = 2; n <= 6; n++) {
            house.drafted(Integer.toString(n));
        }
        Page<PolicyVersion> first = versions.list(PolicyFilter.ALL, null, 4);
        assertThat(first.items()).extracting(PolicyVersion::version).containsExactly("6", "5", "4", "3");
        assertThat(first.total()).isEqualTo(6);
        Page<PolicyVersion> rest = versions.list(PolicyFilter.ALL, first.next(), 4);
        assertThat(rest.items()).extracting(PolicyVersion::version).containsExactly("2", "1");
        assertThat(rest.next()).isNull();
        assertThat(versions.list(new PolicyFilter(null, PolicyState.IN_FORCE, null), null, 4)
                        .items())
                .extracting(PolicyVersion::version)
                .containsExactly("1");
        assertThat(versions.list(new PolicyFilter("no-such", null, null), null, 4)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> versions.list(PolicyFilter.ALL, "x", 4)).hasMessageContaining("cursor");
    }

    private static String refused(PolicyRefusal refusal, ThrowingCallable step) {
        String[] message = new String[1];
        assertThatExceptionOfType(PolicyRefusedException.class)
                .isThrownBy(step)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal))
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(message[0]).contains(" / ").doesNotContain("{");
        return message[0];
    }
}
