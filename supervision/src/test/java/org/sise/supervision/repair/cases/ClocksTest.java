package org.sise.supervision.repair.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sise.core.calendar.WorkingCalendar;
import org.sise.core.csv.CsvTable;
import org.sise.core.record.RecordKind;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.repair.pack.Limit;
import org.sise.supervision.repair.pack.RepairPack;
import org.sise.supervision.repair.pack.RepairPacks;

class ClocksTest {

    private static final RepairPack NDRC =
            Objects.requireNonNull(RepairPacks.standard().byId("ndrc-36"));
    private static final Clocks CLOCKS = new Clocks(WorkingCalendar.standard());

    @Test
    void acceptance_has_three_working_days_over_a_holiday() {
        RepairCase one = a(Step.BEGUN, "2026-09-29", Step.SUBMITTED, "2026-09-29");
        // 2026-10-01 to 10-07 are holidays, 2026-10-10 is worked.
        assertThat(due(CLOCKS, one, Limit.ACCEPT)).isEqualTo("2026-10-09");
        assertThat(Objects.requireNonNull(CLOCKS.next(one, NDRC)).limit()).isEqualTo(Limit.ACCEPT);
    }

    @Test
    void the_decision_has_seven_working_days_from_acceptance_and_an_extension_adds_its_own() {
        RepairCase accepted = a(Step.SUBMITTED, "2026-11-02", Step.ACCEPTED, "2026-11-03");
        assertThat(due(CLOCKS, accepted, Limit.DECIDE)).isEqualTo("2026-11-12");
        RepairCase extended = a(Step.SUBMITTED, "2026-11-02", Step.ACCEPTED, "2026-11-03", Step.EXTENDED, "2026-11-12");
        assertThat(due(CLOCKS, extended, Limit.DECIDE)).isEqualTo("2026-11-26");
        assertThat(due(CLOCKS, extended, Limit.RETURN)).isEqualTo("2026-11-30");
    }

    @Test
    void the_clock_stands_while_it_is_suspended_and_goes_on_with_what_was_left() {
        RepairCase stands = a(Step.SUBMITTED, "2026-11-02", Step.ACCEPTED, "2026-11-03", Step.SUSPENDED, "2026-11-05");
        assertThat(CLOCKS.of(stands, NDRC))
                .filteredOn(clock -> clock.limit() == Limit.DECIDE)
                .singleElement()
                .satisfies(clock -> assertThat(clock.due()).isNull());
        assertThat(CLOCKS.next(stands, NDRC)).isNull();
        RepairCase goesOn = a(
                Step.SUBMITTED, "2026-11-02",
                Step.ACCEPTED, "2026-11-03",
                Step.SUSPENDED, "2026-11-05",
                Step.RESUMED, "2026-11-12");
        assertThat(due(CLOCKS, goesOn, Limit.DECIDE)).isEqualTo("2026-11-19");
    }

    @Test
    void a_case_given_back_has_no_clock_and_begins_anew_when_handed_in_again() {
        RepairCase back = a(Step.SUBMITTED, "2026-11-02", Step.RETURNED, "2026-11-03");
        assertThat(CLOCKS.next(back, NDRC)).isNull();
        RepairCase again = a(Step.SUBMITTED, "2026-11-02", Step.RETURNED, "2026-11-03", Step.SUBMITTED, "2026-11-20");
        assertThat(Objects.requireNonNull(CLOCKS.next(again, NDRC)).due()).isEqualTo("2026-11-25");
    }

    @Test
    void a_notice_that_comes_late_moves_the_days() {
        RepairCase one = a(Step.SUBMITTED, "2027-02-01", Step.ACCEPTED, "2027-02-02");
        LocalDate before = LocalDate.parse(due(CLOCKS, one, Limit.DECIDE));
        Clocks later = new Clocks(WorkingCalendar.standard().with(CsvTable.parse("""
                date,kind,name,year,status,source,confidence
                2027-02-03,holiday,春节,2027,announced,notice,high
                2027-02-04,holiday,春节,2027,announced,notice,high
                2027-02-05,holiday,春节,2027,announced,notice,high
                """)));
        LocalDate after = LocalDate.parse(due(later, one, Limit.DECIDE));
        assertThat(after).isNotEqualTo(before);
        assertThat(clock(CLOCKS, one, Limit.DECIDE).isFinal()).isFalse();
        assertThat(clock(later, one, Limit.DECIDE).isFinal()).isTrue();
        assertThat(after).isEqualTo(LocalDate.of(2027, 2, 16));
    }

    @Test
    void a_clock_is_overdue_on_the_day_after_its_last() {
        RepairCase one = a(Step.SUBMITTED, "2026-11-02");
        Clocks.Clock clock = Objects.requireNonNull(CLOCKS.next(one, NDRC));
        assertThat(clock.isOverdue(LocalDate.of(2026, 11, 5))).isFalse();
        assertThat(clock.isOverdue(LocalDate.of(2026, 11, 6))).isTrue();
    }

    private static String due(Clocks clocks, RepairCase one, Limit limit) {
        return String.valueOf(clock(clocks, one, limit).due());
    }

    private static Clocks.Clock clock(Clocks clocks, RepairCase one, Limit limit) {
        return clocks.of(one, NDRC).stream()
                .filter(clock -> clock.limit() == limit)
                .findFirst()
                .orElseThrow();
    }

    /** A case with these steps on these days. */
    private static RepairCase a(Object... steps) {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < steps.length; i += 2) {
            events.add(new CaseEvent(
                    events.size() + 1,
                    (Step) steps[i],
                    Instant.EPOCH,
                    LocalDate.parse((String) steps[i + 1]),
                    "a",
                    "",
                    steps[i] == Step.EXTENDED ? "10" : ""));
        }
        return new RepairCase(
                1,
                CaseKind.REPAIR,
                "91000000FX0000018K",
                RecordKind.PENALTY,
                "k",
                1,
                "生态环境局",
                "ndrc-36",
                NDRC.digest(),
                List.of(),
                "",
                events.getFirst().day(),
                Instant.EPOCH,
                "company",
                events);
    }
}
