package org.sise.supervision.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.csv.CsvTable;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.RecordKind;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.visit.AfterVisitFixture;
import org.sise.supervision.visit.CapPolicy.Outcome;
import org.sise.supervision.visit.InspectionFixture;
import org.sise.supervision.visit.VisitKind;
import org.springframework.dao.DataAccessException;

class ModesIT {

    private static final CsvTable TABLE = CsvTable.parse("""
        policy,kind,zh,en,from,to,regions,industries,colours,least_age_days,most_age_days,quiet_days,suspends,longest_days,ends_on,entry,source,confidence
        T,TRIGGER_ONLY,触发,trigger,2026-01-01,2026-12-31,,62,YELLOW;ORANGE,365,,,DAILY;SPECIAL,100,CLUE;COLOUR;FINDING,person,test,low
        D,DORMANT,沉睡,dormant,2026-01-01,,,,YELLOW,,,365,DAILY,100,ACTIVITY,rule,test,low
        """);

    private AfterVisitFixture after;
    private Modes modes;
    private CreditCode shop;

    @BeforeEach
    void start() {
        after = new AfterVisitFixture();
        modes = after.modes(ModePolicies.read(TABLE));
        shop = after.house.shop(1, Grade.YELLOW);
    }

    @Test
    void own_initiative_is_stopped_and_goes_on_when_the_mode_has_ended() {
        long id = enter();
        assertThat(approve(VisitKind.DAILY)).isEqualTo(Outcome.SUSPENDED);
        assertThat(approve(VisitKind.RANDOM)).as("the random share is kept").isEqualTo(Outcome.WITHIN);
        modes.end(id, "企业申请恢复", "regulator");
        assertThat(modes.get(id).end()).isEqualTo(ModeEnd.DECISION);
        assertThat(approve(VisitKind.DAILY)).isEqualTo(Outcome.WITHIN);
        assertThatIllegalStateException().isThrownBy(() -> modes.end(id, "x", "regulator"));
    }

    @Test
    void a_visit_for_a_cause_passes_and_ends_the_mode() {
        long id = enter();
        assertThat(approve(VisitKind.CLUE)).isEqualTo(Outcome.WITHIN);
        SupervisionMode ended = modes.get(id);
        assertThat(ended.end()).isEqualTo(ModeEnd.CLUE);
        assertThat(ended.endedBy()).isEqualTo("approver");
        assertThat(after.events(Modes.ENDED)).containsExactly(shop.value());
        assertThat(after.house.audit.latest(shop.value(), 1))
                .extracting(AuditEntry::action)
                .containsExactly("mode-ended");
    }

    @Test
    void a_request_of_the_business_itself_ends_nothing() {
        long id = enter();
        assertThat(approve(VisitKind.REQUESTED)).isEqualTo(Outcome.WITHIN);
        assertThat(modes.get(id).isPresent()).isTrue();
    }

    @Test
    void it_ends_by_itself_on_a_clue_a_finding_a_changed_colour_and_its_last_day() {
        long byClue = enter();
        after.record(RecordKind.COMPLAINT, shop, Map.of("date", "2026-11-23", "matter", "短斤少两"));
        CreditCode coloured = after.house.shop(2, Grade.ORANGE);
        long byColour =
                modes.enter("T", coloured.value(), null, "x", "regulator").id();
        after.house.grade(2, Grade.RED);
        CreditCode found = after.house.shop(3, Grade.ORANGE);
        long byFinding = modes.enter("T", found.value(), null, "x", "regulator").id();
        after.done(found, VisitKind.RANDOM, Map.of("CI012", InspectionResult.PENDING));
        CreditCode quiet = after.house.shop(4, Grade.ORANGE);
        long byTerm = modes.enter("T", quiet.value(), after.today().plusDays(1), "x", "regulator")
                .id();
        assertThat(modes.endByRule()).isEqualTo(3);
        assertThat(modes.get(byClue).end()).isEqualTo(ModeEnd.CLUE);
        assertThat(modes.get(byColour).end()).isEqualTo(ModeEnd.COLOUR);
        assertThat(modes.get(byColour).note()).isEqualTo("RED");
        assertThat(modes.get(byFinding).end()).isEqualTo(ModeEnd.FINDING);
        assertThat(modes.get(byTerm).isPresent()).isTrue();
        after.house.clock.turn(Duration.ofDays(2));
        assertThat(modes.endByRule()).isEqualTo(1);
        assertThat(modes.endByRule()).isZero();
        assertThat(modes.get(byTerm).end()).isEqualTo(ModeEnd.TERM);
        assertThat(after.events(Modes.ENDED)).hasSize(4);
    }

    @Test
    void what_was_known_before_ends_nothing() {
        after.record(RecordKind.COMPLAINT, shop, Map.of("date", "2026-11-20", "matter", "旧投诉"));
        enter();
        assertThat(modes.endByRule()).isZero();
    }

    @Test
    void who_does_not_qualify_is_told_every_reason() {
        CreditCode blue = after.house.shop(5, Grade.BLUE);
        assertThatExceptionOfType(ModeRefusedException.class)
                .isThrownBy(() -> modes.enter("T", blue.value(), null, "x", "regulator"))
                .satisfies(refused -> assertThat(refused.unmet()).containsExactly(Unmet.COLOUR));
        enter();
        assertThatExceptionOfType(ModeRefusedException.class)
                .isThrownBy(() -> enter())
                .withMessageContaining("已处于一种监管模式");
        assertThat(modes.unmet("T", InspectionFixture.code(99).value())).containsExactly(Unmet.UNKNOWN);
        after.house.register(6, "closed");
        after.house.grade(6, Grade.RED);
        assertThat(modes.unmet("T", InspectionFixture.code(6).value()))
                .containsExactly(Unmet.NOT_OPERATING, Unmet.COLOUR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> modes.enter("T", shop.value(), after.today().plusDays(101), "x", "regulator"))
                .withMessageStartingWith("until:");
        assertThatIllegalArgumentException().isThrownBy(() -> modes.enter("T", shop.value(), null, " ", "regulator"));
    }

    @Test
    void by_rule_the_silent_come_in_once_and_leave_when_they_are_heard_of() {
        CreditCode loud = after.house.shop(7, Grade.YELLOW);
        after.record(RecordKind.COMPLAINT, loud, Map.of("date", "2026-10-01", "matter", "x"));
        assertThat(modes.candidates("D", null, 9)).extracting(ModeFacts::code).containsExactly(shop.value());
        assertThat(modes.enterByRule()).isEqualTo(1);
        assertThat(modes.enterByRule()).isZero();
        assertThat(modes.of(shop.value()))
                .singleElement()
                .extracting(SupervisionMode::enteredBy)
                .isEqualTo("rule");
        after.record(RecordKind.PERMIT, shop, Map.of("date", "2026-11-23", "document", "P1", "name", "食品经营许可证"));
        assertThat(modes.endByRule()).isEqualTo(1);
        assertThat(modes.of(shop.value()).getFirst().end()).isEqualTo(ModeEnd.ACTIVITY);
    }

    @Test
    void the_terms_of_its_first_day_stay() {
        long id = enter();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> after.house
                        .jdbc
                        .sql("update supervision.supervision_mode set until = until + 1 where id = :id")
                        .param("id", id)
                        .update());
    }

    @Test
    void the_list_is_filtered_and_goes_on() {
        enter();
        CreditCode other = after.house.shop(2, Grade.ORANGE);
        long second = modes.enter("T", other.value(), null, "x", "regulator").id();
        assertThat(modes.list(ModeFilter.ALL, null, 1).next()).isEqualTo(Long.toString(second));
        assertThat(modes.list(new ModeFilter(ModeKind.TRIGGER_ONLY, true, "面馆2"), null, 9)
                        .items())
                .extracting(SupervisionMode::id)
                .containsExactly(second);
        assertThat(modes.list(new ModeFilter(ModeKind.DORMANT, null, null), null, 9)
                        .total())
                .isZero();
    }

    @Test
    void the_shipped_policies_say_where_they_come_from_and_never_stop_a_cause() {
        assertThat(ModePolicies.standard().all()).hasSizeGreaterThan(3).allSatisfy(policy -> {
            assertThat(policy.source()).isNotBlank();
            assertThat(policy.confidence()).isEqualTo("low");
            assertThat(policy.suspends()).isNotEmpty().doesNotContain(VisitKind.RANDOM);
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModePolicies.read(CsvTable.parse(
                        TABLE.columns().stream().reduce((a, b) -> a + "," + b).orElseThrow()
                                + "\nX,SANDBOX,x,x,2026-01-01,,,,BLUE,,,,CLUE,9,,person,test,low\n")));
    }

    private long enter() {
        return modes.enter("T", shop.value(), null, "信用良好", "regulator").id();
    }

    private Outcome approve(VisitKind kind) {
        return after.house
                .approve(InspectionFixture.draft(shop, kind, kind.name(), InspectionFixture.WEEK))
                .verdict()
                .outcome();
    }
}
