package org.sise.supervision.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sise.supervision.visit.InspectionFixture.DAY;
import static org.sise.supervision.visit.InspectionFixture.WEEK;
import static org.sise.supervision.visit.InspectionFixture.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.Inspection;
import org.sise.core.record.InspectionResult;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.entry.BusinessSign;
import org.sise.supervision.entry.CodeKeys;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.entry.EntryRules;
import org.sise.supervision.visit.InspectionFixture;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.YearlyCaps;

class DoorsIT {

    private static final Finding FINE = new Finding("CI001", InspectionResult.NO_PROBLEM, "", List.of());

    private InspectionFixture house;
    private EntryDesk desk;
    private Doors doors;
    private CreditCode shop;
    private long visit;

    @BeforeEach
    void start() {
        house = new InspectionFixture();
        EntryRules rules = EntryRules.standard();
        desk = new EntryDesk(
                house.dataSource,
                house.visits,
                new CodeKeys(house.dataSource, house.transactions, house.audit, rules, house.clock),
                CheckItems.standard(),
                YearlyCaps.standard(),
                rules,
                house.clock);
        doors = new Doors(
                house.dataSource,
                house.transactions,
                house.audit,
                house.visits,
                rules,
                (day, days) -> day.plusDays(days),
                house.clock);
        shop = house.shop(1, Grade.RED);
        house.approve(draft(shop, VisitKind.DAILY, "市场监管", WEEK));
        Visit joined = house.approve(new TaskDraft(
                        shop, VisitKind.CLUE, "消防", null, "投诉", List.of("CI002"), List.of("LN1", "LN2"), WEEK))
                .visit();
        visit = joined.id();
    }

    @Test
    void a_visit_ends_with_a_record_for_each_department_in_the_ledger() {
        enter("LN1", "LN2");
        String picture = doors.photograph(visit, "LN1", "image/jpeg", "照片".getBytes(StandardCharsets.UTF_8));
        assertThat(doors.photograph(picture)).contains("照片".getBytes(StandardCharsets.UTF_8));
        doors.find(visit, "LN1", new Finding("CI001", InspectionResult.PENDING, "待核", List.of()));
        doors.find(visit, "LN2", FINE);
        doors.find(visit, "LN1", new Finding("CI083", InspectionResult.CORRECTED_ON_ORDER, "未明示", List.of(picture)));
        doors.find(visit, "LN2", new Finding("CI002", InspectionResult.NO_PROBLEM, "", List.of()));
        doors.sign(visit, "LN1", "店长", picture, "");
        assertThat(doors.leave(visit, "LN1")).isFalse();
        assertThat(doors.leave(visit, "LN2")).isTrue();
        assertThat(house.visits.visit(visit).state()).isEqualTo(VisitState.DONE);
        assertThat(house.visits.tasksOf(visit)).extracting(VisitTask::state).containsOnly(TaskState.DONE);
        List<Inspection> inspections = inspections();
        assertThat(inspections)
                .extracting(record -> record.header().department() + " " + record.result())
                .containsExactlyInAnyOrder("市场监管 CORRECTED_ON_ORDER", "消防 NO_PROBLEM");
        assertThat(doors.duePublications())
                .containsExactly(new DuePublication(
                        visit, shop.value(), InspectionResult.CORRECTED_ON_ORDER, DAY, DAY.plusDays(20)));
        doors.rate(visit, 5, "态度好");
        assertThatIllegalStateException().isThrownBy(() -> doors.rate(visit, 1, ""));
        assertThat(doors.publish(visit, "regulator")).isTrue();
        assertThat(doors.publish(visit, "regulator")).isFalse();
        assertThat(doors.duePublications()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> doors.leave(visit, "LN2"));
        assertThat(inspections()).hasSize(2);
    }

    @Test
    void nothing_is_recorded_by_who_has_not_scanned_in_or_is_alone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> doors.find(visit, "LN1", FINE))
                .withMessageContaining("未扫码");
        enter("LN1");
        assertThatIllegalStateException()
                .isThrownBy(() -> doors.find(visit, "LN1", FINE))
                .withMessageContaining("不足 2 人");
        enter("LN2");
        assertThatIllegalStateException().isThrownBy(() -> doors.find(visit, "LN3", FINE));
        doors.find(visit, "LN1", FINE);
        assertThat(doors.findings(visit)).containsOnlyKeys("CI001");
    }

    @Test
    void only_the_visits_items_and_kept_photographs_are_taken() {
        enter("LN1", "LN2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        doors.find(visit, "LN1", new Finding("CI050", InspectionResult.NO_PROBLEM, "", List.of())))
                .withMessageContaining("CI050");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> doors.find(
                        visit, "LN1", new Finding("CI001", InspectionResult.PENDING, "x", List.of("00".repeat(32)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Finding("CI001", InspectionResult.PENDING, " ", List.of()));
    }

    @Test
    void the_last_does_not_leave_before_every_item_and_the_signature() {
        enter("LN1", "LN2");
        doors.leave(visit, "LN1");
        assertThatIllegalStateException()
                .isThrownBy(() -> doors.leave(visit, "LN2"))
                .withMessageContaining("CI083");
        for (String item : List.of("CI001", "CI002", "CI083")) {
            doors.find(visit, "LN2", new Finding(item, InspectionResult.NO_PROBLEM, "", List.of()));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> doors.leave(visit, "LN2"))
                .withMessageContaining("签字");
        assertThatIllegalArgumentException().isThrownBy(() -> doors.sign(visit, "LN2", "店长", null, " "));
        doors.sign(visit, "LN2", "店长", null, "拒绝签字");
        assertThat(inspections()).isEmpty();
        assertThat(doors.leave(visit, "LN2")).isTrue();
        assertThat(inspections()).hasSize(2);
    }

    private void enter(String... certificates) {
        for (String certificate : certificates) {
            assertThat(desk.scanSign(BusinessSign.of(shop), certificate, null).failures())
                    .isEmpty();
        }
    }

    private List<Inspection> inspections() {
        return new Records(house.dataSource)
                .of(shop, DAY, house.clock.instant().plusSeconds(3_000_000_000L)).stream()
                        .map(StoredRecord::record)
                        .filter(Inspection.class::isInstance)
                        .map(Inspection.class::cast)
                        .toList();
    }
}
