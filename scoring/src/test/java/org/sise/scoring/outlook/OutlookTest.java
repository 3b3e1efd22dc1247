package org.sise.scoring.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.scoring.TestPolicies.SMALL;
import static org.sise.scoring.TestPolicies.TODAY;
import static org.sise.scoring.TestPolicies.fact;
import static org.sise.scoring.TestPolicies.party;
import static org.sise.scoring.TestPolicies.penalty;
import static org.sise.scoring.TestPolicies.policy;
import static org.sise.scoring.TestPolicies.small;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sise.scoring.difference.Change;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.policy.Points;
import org.sise.scoring.read.BuiltIn;

class OutlookTest {
    private static final String BANDS = "age: [{from: 0, to: 12, factor: 1}, {from: 12, to: 24, factor: 0.5}]";
    private static final Grader SHENFU = Grader.of(BuiltIn.policy("shenfu-four-colour"));

    @Test
    void waitingNamesTheFirstDayOnWhichARecordWeighsLess() {
        Outlook outlook = outlook(small("age: any", BANDS), penalty("2026-03-31", "A"), penalty("2026-10-01", "B"));

        Way wait = outlook.better().getFirst().ways().getFirst();
        assertThat(wait.repairs()).isEmpty();
        assertThat(wait.on()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(wait.exact()).isTrue();
        assertThat(wait.text().zh()).isEqualTo("等到2027-03-31，等级为好（其间没有新的记录）");
        assertThat(wait.text().en()).isEqualTo("Wait until 2027-03-31: the grade is then good, if no new record comes");
        assertThat(wait.changes())
                .extracting(Change::type)
                .containsExactly(Change.Type.POINTS_CHANGED, Change.Type.SCORE, Change.Type.BASE);
    }

    @Test
    void repairNamesTheRecordWithItsDocumentAndPoints() {
        Outlook outlook = outlook(SMALL, penalty("2026-03-31", "A"), penalty("2026-10-01", "B"));

        assertThat(outlook.repairable())
                .extracting(one -> one.fact().reference())
                .containsExactly("A", "B");
        List<Way> ways = outlook.better().getFirst().ways();
        assertThat(ways).hasSize(1);
        assertThat(ways.getFirst().on()).isEqualTo(TODAY);
        assertThat(ways.getFirst().text().zh()).isEqualTo("修复以下1条记录，等级为好：2026-03-31 A（10分）");
        assertThat(ways.getFirst().text().en())
                .isEqualTo("Repair 1 record and the grade is good: 2026-03-31 A (10 points)");
        assertThat(outlook.complete()).isTrue();
    }

    @Test
    void fewerRepairsWithAWaitStandBesideMoreRepairsNow() {
        Outlook outlook = outlook(
                small("age: any", BANDS),
                penalty("2026-01-10", "A"),
                penalty("2026-02-10", "B"),
                penalty("2026-10-01", "C"),
                penalty("2026-11-01", "D"));

        List<Way> ways = outlook.better().getFirst().ways();
        assertThat(ways).extracting(way -> way.repairs().size()).containsExactly(0, 1, 2, 3);
        assertThat(ways)
                .extracting(Way::on)
                .containsExactly(
                        LocalDate.of(2028, 1, 10), LocalDate.of(2027, 10, 1), LocalDate.of(2027, 1, 10), TODAY);
        assertThat(ways.get(2).text().zh()).startsWith("修复以下2条记录并等到2027-01-10，等级为好（其间没有新的记录）：");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-03-01",
        "2026-01-28, 1, 2026-02-28",
        "2026-02-28, 12, 2027-02-28",
        "2024-02-29, 12, 2025-03-01",
        "2024-02-29, 48, 2028-02-29",
        "2026-08-31, 3, 2026-12-01",
    })
    void aBoundaryOfMonthsFallsOnItsFirstDay(String date, int months, String first) {
        LocalDate day = Turns.firstDay(LocalDate.parse(date), months);
        assertThat(day).isEqualTo(first);
        assertThat(day.minusMonths(months)).isAfterOrEqualTo(LocalDate.parse(date));
        assertThat(day.minusDays(1).minusMonths(months)).isBefore(LocalDate.parse(date));
    }

    @Test
    void aListingEndsOnTheDayOfItsRemovalAndAPenaltyOnTheDayAfterItsPublicity() {
        Outlook listed = shenfu(fact("dishonesty-listing", "2025-01-01", "L", "removedOn", "2027-06-30"));
        assertThat(listed.better())
                .extracting(better -> better.grade().id())
                .containsExactly("orange", "yellow", "blue");
        Way toBlue = listed.better().getLast().ways().getFirst();
        assertThat(toBlue.on()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(toBlue.changes()).extracting(Change::type).containsExactly(Change.Type.RULE_VANISHED);

        Outlook published =
                shenfu(fact("penalty", "2026-09-01", "P", "severity", "general", "publishedUntil", "2026-12-31"));
        assertThat(published.better().getFirst().ways().getFirst().on()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void aNewBusinessCanOnlyWait() {
        Party fresh = new Party("P", null, "2115", LocalDate.of(2026, 8, 31), List.of());
        Outlook outlook = Outlook.of(SHENFU, fresh, TODAY);
        assertThat(outlook.better()).hasSize(1);
        assertThat(outlook.better().getFirst().ways()).extracting(Way::on).containsExactly(LocalDate.of(2027, 3, 1));
        assertThat(outlook.better().getFirst().ways().getFirst().repairs()).isEmpty();
    }

    @Test
    void aHiddenRecordBehindTheLatestOneIsRepairedWithIt() {
        String latest = small("measure: count", "measure: latest").replace("points: 10", "points: 30");
        Outlook outlook = outlook(latest, penalty("2026-03-31", "A"), penalty("2026-10-01", "B"));
        Way way = outlook.better().getFirst().ways().getFirst();
        assertThat(way.repairs()).extracting(one -> one.fact().reference()).containsExactly("A", "B");
        assertThat(way.exact()).isTrue();
    }

    @Test
    void onlyTheAllowedRecordsAreRepaired() {
        Party party = party(
                penalty("2026-03-01", "A", "severity", "serious"),
                penalty("2026-10-01", "B", "severity", "minor"),
                penalty("2026-10-02", "C", "severity", "minor"));
        Grader grader = Grader.of(policy(SMALL));
        Outlook outlook = Outlook.of(
                grader, party, TODAY, one -> "minor".equals(one.fields().get("severity")), Effort.USUAL);
        assertThat(outlook.repairable())
                .extracting(one -> one.fact().reference())
                .containsExactly("B", "C");
        assertThat(outlook.better().getFirst().ways().getFirst().repairs()).hasSize(2);

        Outlook none = Outlook.of(grader, party, TODAY, one -> false, Effort.USUAL);
        assertThat(none.better()).hasSize(1);
        assertThat(none.better().getFirst().ways()).isEmpty();
        assertThat(none.complete()).isTrue();
    }

    @Test
    void theBestGradeAndAPartyOutsideTheScopeHaveNothingBetter() {
        assertThat(shenfu().better()).isEmpty();
        Outlook outside = Outlook.of(SHENFU, new Party("P", null, "1101", null, List.of()), TODAY);
        assertThat(outside.present()).isInstanceOf(Graded.NotApplicable.class);
        assertThat(outside.better()).isEmpty();
    }

    @Test
    void manyRecordsAreSettledByAShortcutThatSaysSo() {
        Fact[] facts = IntStream.range(0, 400)
                .mapToObj(i -> penalty(TODAY.minusDays(i).toString(), "N" + i))
                .toArray(Fact[]::new);
        Grader grader = Grader.of(policy(small("age: any", BANDS)));
        Outlook outlook = Outlook.of(grader, party(facts), TODAY, null, new Effort(100_000, 400_000));

        assertThat(outlook.complete()).isFalse();
        Way now = outlook.better().getFirst().ways().getLast();
        assertThat(now.exact()).isFalse();
        assertThat(now.on()).isEqualTo(TODAY);
        assertThat(now.text().zh()).contains("未穷尽");
        assertThat(now.repairs().stream().mapToLong(one -> one.points().milli()).sum())
                .isGreaterThanOrEqualTo(score(outlook).milli() - 20_000);
    }

    @Test
    void aPublicityWithoutEndAndADateBeyondReasonAreNoTurns() {
        Outlook outlook = shenfu(
                fact("penalty", "2026-09-01", "P", "severity", "serious", "publishedUntil", "+999999999-12-31"),
                fact("penalty", "2026-09-02", "Q", "severity", "serious", "publishedUntil", "soon"));
        assertThat(outlook.better().getFirst().ways()).isNotEmpty();
    }

    private static Points score(Outlook outlook) {
        return ((Graded.Result) outlook.present()).score();
    }

    private static Outlook outlook(String yaml, Fact... facts) {
        return Outlook.of(Grader.of(policy(yaml)), party(facts), TODAY);
    }

    private static Outlook shenfu(Fact... facts) {
        return Outlook.of(SHENFU, new Party("P", null, "2115", LocalDate.of(2020, 1, 1), List.of(facts)), TODAY);
    }
}
