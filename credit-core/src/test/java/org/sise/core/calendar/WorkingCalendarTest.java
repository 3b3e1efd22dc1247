package org.sise.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sise.core.csv.CsvTable;

class WorkingCalendarTest {

    private static final String COLUMNS = "date,kind,name,year,status,source,confidence\n";

    private final WorkingCalendar calendar = WorkingCalendar.standard();

    @Test
    void aSundayThatMakesUpForTheSpringFestivalIsWorkedAndItsMondayIsNot() {
        assertThat(calendar.isWorked(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.isWorked(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(calendar.isWorked(LocalDate.of(2026, 2, 15))).isFalse();
        assertThat(calendar.isWorked(LocalDate.of(2026, 11, 27))).isTrue();
        assertThat(calendar.isWorked(LocalDate.of(2026, 11, 28))).isFalse();
    }

    @Test
    void twentyWorkingDaysRunOverTheSpringFestival() {
        // 2026: worked are Feb 9-14 (the 14th makes up), off Feb 15-23, worked 24-28 (the 28th makes up), then Mar 2-6,
        // 9-10
        assertThat(calendar.plus(LocalDate.of(2026, 2, 6), 6)).isEqualTo("2026-02-14");
        assertThat(calendar.plus(LocalDate.of(2026, 2, 6), 7)).isEqualTo("2026-02-24");
        assertThat(calendar.plus(LocalDate.of(2026, 2, 6), 20)).isEqualTo("2026-03-12");
    }

    @Test
    void aPeriodOfNoDaysEndsOnTheSameDayOrTheNextThatIsWorked() {
        assertThat(calendar.plus(LocalDate.of(2026, 11, 27), 0)).isEqualTo("2026-11-27");
        assertThat(calendar.plus(LocalDate.of(2026, 11, 28), 0)).isEqualTo("2026-11-30");
        assertThatThrownBy(() -> calendar.plus(LocalDate.of(2026, 11, 28), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countingBackGivesWhatWasAdded() {
        LocalDate from = LocalDate.of(2025, 9, 20);
        for (int days = 0; days < 260; days++) {
            assertThat(calendar.between(from, calendar.plus(from, days + 1))).isEqualTo(days + 1);
        }
    }

    @Test
    void theNoticeOfAYearReplacesWhatWasSupposedOfIt() {
        LocalDate day = LocalDate.of(2027, 2, 6);
        assertThat(calendar.isAnnounced(2026)).isTrue();
        assertThat(calendar.isAnnounced(2027)).isFalse();
        assertThat(calendar.isWorked(day)).isFalse();

        WorkingCalendar later = calendar.with(CsvTable.parse(COLUMNS
                + "2027-02-06,makeup-workday,春节,2027,announced,a notice,high\n"
                + "2027-02-08,holiday,春节,2027,announced,a notice,high\n"));

        assertThat(later.isAnnounced(2027)).isTrue();
        assertThat(later.isWorked(day)).isTrue();
        assertThat(later.year(2027)).hasSize(2);
        assertThat(later.year(2026)).hasSameSizeAs(calendar.year(2026));
        assertThat(calendar.isWorked(day)).isFalse();
    }

    @Test
    void eachDayOfTheTableNamesItsSource() {
        for (int year = 2020; year <= 2027; year++) {
            assertThat(calendar.year(year)).isNotEmpty().allSatisfy(day -> {
                assertThat(day.source()).isNotBlank();
                assertThat(day.confidence()).isNotBlank();
            });
        }
    }

    @Test
    void aDayThatStandsTwiceOrHasAnUnknownKindIsRefused() {
        String row = "2027-01-01,holiday,元旦,2027,announced,a notice,high\n";
        assertThatThrownBy(() -> calendar.with(CsvTable.parse(COLUMNS + row + row)))
                .hasMessageContaining("2027-01-01");
        assertThatThrownBy(() -> calendar.with(CsvTable.parse(COLUMNS + row.replace("holiday", "feast"))))
                .hasMessageContaining("feast");
    }
}
