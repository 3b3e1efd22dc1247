package org.sise.grading.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.grading.night.NightlyRun;
import org.sise.ledger.grade.StoredGrade;

/** Policies that look at the grade so far, or at everybody else, on the ledger. */
class HistoryAndPeersIT {

    private static final LocalDate FIRST_DAY = ApprovalFixture.TODAY.plusDays(1);
    private static final LocalDate SECOND_DAY = FIRST_DAY.plusDays(1);

    private ApprovalFixture house;

    @BeforeEach
    void twoBusinessesWithAPenaltyEach() {
        house = new ApprovalFixture();
        house.businesses(2);
    }

    @Test
    void a_percentile_is_taken_from_the_last_run_over_everybody_and_replayed_from_the_same() {
        house.approved(policy("2", 10, """
                figures:
                  - id: rank
                    zh: 百分位
                    en: percentile
                    dimension: credit
                    basis: 依据
                    missing: 50
                    percentile: {of: penalty, least: 2}
                """), FIRST_DAY);
        house.itIs(FIRST_DAY);
        house.grading.gradeAll(10);
        StoredGrade alone = present();
        assertThat(alone.entry().score()).as("nobody is known yet").isEqualByComparingTo("60");

        assertThat(new NightlyRun(house.dataSource, house.grading, house.clock)
                        .run()
                        .moved())
                .isEqualTo(2);
        StoredGrade among = present();
        assertThat(among.entry().score()).as("nobody has less").isEqualByComparingTo("10");
        assertThat(among.entry().receipt()).contains("\"peers\":\"");

        assertThat(house.grading.replay(alone).json()).isEqualTo(alone.entry().receipt());
        assertThat(house.grading.replay(among).json()).isEqualTo(among.entry().receipt());
        assertThat(new NightlyRun(house.dataSource, house.grading, house.clock)
                        .run()
                        .moved())
                .isZero();
    }

    @Test
    void a_cool_down_holds_the_grade_until_its_day_by_queue_and_by_night() {
        house.approved(ApprovalFixture.stricter("2"), FIRST_DAY);
        house.itIs(FIRST_DAY);
        house.grading.gradeAll(10);
        assertThat(present().entry().grade()).isEqualTo(Grade.RED);

        house.approved(policy("3", 10, """
                steadiness: {id: steady, cool-down-months: 6, basis: 依据, says: {zh: 六个月内不升级, en: six months}}
                """), SECOND_DAY);
        house.itIs(SECOND_DAY);
        house.grading.gradeAll(10);
        StoredGrade held = present();
        assertThat(held.entry().grade()).isEqualTo(Grade.RED);
        assertThat(held.entry().receipt())
                .contains("\"decisive\":\"steady\"")
                .contains("\"previous\":{\"grade\":\"red\",\"since\":\"" + FIRST_DAY + "\"");

        LocalDate end = FIRST_DAY.plusMonths(6);
        house.itIs(end.minusDays(1));
        new NightlyRun(house.dataSource, house.grading, house.clock).run();
        assertThat(present().entry().grade()).isEqualTo(Grade.RED);
        house.itIs(end);
        new NightlyRun(house.dataSource, house.grading, house.clock).run();
        assertThat(present().entry().grade()).isEqualTo(Grade.BLUE);
        assertThat(house.grading.replay(held).json()).isEqualTo(held.entry().receipt());
    }

    private StoredGrade present() {
        return house.grades.present(ApprovalFixture.code(0)).orElseThrow();
    }

    private static byte[] policy(String version, int points, String part) {
        String policy = new String(ApprovalFixture.policy(version), StandardCharsets.UTF_8)
                .replace("points: 10\n", "points: " + points + "\n");
        String after = part.startsWith("figures") ? "decision:" : "indicators:";
        return policy.replace(after, part.indent(0) + after).getBytes(StandardCharsets.UTF_8);
    }
}
