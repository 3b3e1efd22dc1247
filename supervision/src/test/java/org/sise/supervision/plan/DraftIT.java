package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.draft;
import static org.sise.supervision.plan.PlanningFixture.inspector;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.grade.Grade;
import org.sise.supervision.form.FormImport;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.stratum.RatioMatrix;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private PlanningFixture city;
    private Plans plans;

    @BeforeAll
    void aCity(@TempDir Path published) {
        city = new PlanningFixture(published);
        plans = city.plans;
    }

    @Test
    void thePreviewCountsThePoolTheDrawAndTheCapacity() {
        PlanPreview preview = plans.preview(draft());
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.strata())
                .extracting(stratum -> stratum.planned().stratum() + " " + stratum.take() + "/" + stratum.size())
                .containsExactly("ANY 2/3", "RED 3/3", "ORANGE 3/6", "YELLOW 4/20", "BLUE 2/40");
        assertThat(preview.poolSize()).isEqualTo(69);
        assertThat(preview.drawn()).isEqualTo(14);
        assertThat(preview.pureRandom()).isEqualTo(2);
        assertThat(preview.visits()).isEqualTo(28);
        assertThat(preview.inspectors()).isEqualTo(6);
        assertThat(preview.capacity()).isEqualTo(120);
        assertThat(preview.isWithinCapacity()).isTrue();
    }

    @Test
    void everyPlanKeepsPureRandomChecks() {
        PlanRules rules = PlanRules.standard();
        assertThat(fields(withAny(rules.anyShareLeast().toPlainString()))).isEmpty();
        assertThat(fields(withAny("1"))).isEmpty();
        for (String share : List.of("0", "0.0499", "1.01", "-1", "0.1234567890123456789012345678901")) {
            assertThat(fields(withAny(share))).as(share).containsExactly("anyShare");
        }
        assertThat(fields(with(draft(), AnyShare.NONE))).containsExactly("anyShare");
        assertThatThrownBy(() -> plans.create(with(draft(), AnyShare.NONE), "regulator"))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("纯随机的份额应在 0.05 与 1（5% 与 100%）之间");
    }

    @Test
    void noMoreAreSetAsideThanThereAre() {
        Map<Grade, BigDecimal> all =
                RatioMatrix.ORDER.stream().collect(Collectors.toMap(grade -> grade, _ -> BigDecimal.ONE));
        PlanPreview preview = plans.preview(with(draft(all), AnyShare.of(BigDecimal.ONE)));
        assertThat(preview.strata().getFirst().size()).isEqualTo(69);
        assertThat(preview.pureRandom()).isEqualTo(35);
    }

    @Test
    void thePreviewSaysWhereTheWorstShareComesToNobody() {
        PlanDraft sound = draft();
        PlanDraft draft = new PlanDraft(
                sound.title(),
                sound.industries(),
                sound.regions(),
                sound.ratios(),
                new BigDecimal("0.3"),
                sound.any(),
                sound.items(),
                sound.mandatoryItems(),
                sound.itemsPerObject(),
                sound.inspectors(),
                sound.window());
        assertThat(plans.preview(draft).shown())
                .extracting(stratum -> stratum.planned().stratum() + " " + stratum.take() + "/" + stratum.size())
                .containsExactly(
                        "ANY 2/3",
                        "RED-WORST 0/0",
                        "RED 3/3",
                        "ORANGE-WORST 0/0",
                        "ORANGE 3/6",
                        "YELLOW-WORST 1/1",
                        "YELLOW 3/19",
                        "BLUE-WORST 0/0",
                        "BLUE 2/40");
    }

    @Test
    void theSectionAndTheDivisionOfAnIndustryMeanTheSameBusinesses() {
        assertThat(plans.preview(inIndustries("H")).poolSize()).isEqualTo(69);
        assertThat(plans.preview(inIndustries("H62")).poolSize()).isEqualTo(69);
        assertThat(plans.preview(inIndustries("6210")).poolSize()).isEqualTo(69);
        assertThat(plans.preview(inIndustries("62", "52")).poolSize()).isEqualTo(70);
        assertThat(plans.preview(inIndustries()).poolSize()).isEqualTo(70);
    }

    @Test
    void everythingThatIsWrongIsNamedByItsField() {
        PlanDraft wrong = new PlanDraft(
                " ",
                List.of("99X"),
                List.of("999999"),
                RatioMatrix.byColour(Map.of(
                        Grade.RED,
                        new BigDecimal("1.2"),
                        Grade.ORANGE,
                        new BigDecimal("-0.1"),
                        Grade.BLUE,
                        BigDecimal.ZERO)),
                new BigDecimal("0.9"),
                AnyShare.of(new BigDecimal("0.01")),
                List.of("CI001", "CI001", "CI999"),
                List.of("CI083"),
                5,
                List.of("LN0001", "LN9999"),
                null);
        assertThat(fields(wrong))
                .containsExactlyInAnyOrder(
                        "title",
                        "industries",
                        "regions",
                        "ratios.RED",
                        "ratios.ORANGE",
                        "ratios.YELLOW",
                        "worstShare",
                        "anyShare",
                        "window",
                        "items",
                        "items",
                        "mandatoryItems",
                        "itemsPerObject",
                        "inspectors",
                        "inspectors");
        assertThatThrownBy(() -> plans.create(wrong, "regulator"))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("抽查比例应在 0 与 1 之间，不是 1.2");
    }

    @Test
    void aRatioBeyondAllMeasureIsNamedAndNotWrittenOut() {
        PlanDraft wrong = draft(Map.of(
                Grade.RED, new BigDecimal("1E+999999999"),
                Grade.ORANGE, BigDecimal.ONE,
                Grade.YELLOW, BigDecimal.ONE,
                Grade.BLUE, BigDecimal.ONE));
        assertThatThrownBy(() -> plans.create(wrong, "regulator"))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("1E+999999999");
    }

    @Test
    void anEmptyPoolAndADrawOfNothingAreRefused() {
        assertThat(fields(inIndustries("C15"))).containsExactly("pool");
        assertThat(fields(draft(Map.of(
                        Grade.RED, BigDecimal.ZERO,
                        Grade.ORANGE, BigDecimal.ZERO,
                        Grade.YELLOW, BigDecimal.ZERO,
                        Grade.BLUE, BigDecimal.ZERO))))
                .containsExactly("ratios");
    }

    @Test
    void anInspectorIsEligibleInTheOwnDivisionUntilTheCertificateEnds() {
        city.inspectors.add(
                List.of(
                        inspector(11, "211500", TODAY),
                        inspector(12, "211500", TODAY.minusDays(1)),
                        inspector(13, "210202", TODAY.plusYears(1))),
                "test");
        assertThat(eligible("211500", TODAY)).containsExactly("LN0011");
        assertThat(eligible("211500", TODAY.plusDays(1))).isEmpty();
        assertThat(eligible("210400", TODAY)).containsExactly("LN0011");
        assertThat(eligible("210202", TODAY)).containsExactly("LN0013");
        assertThat(eligible("210102", TODAY)).hasSize(6);
        assertThat(eligible("210000", TODAY)).hasSize(8);
    }

    @Test
    void aPlanWithAnExpiredCertificateIsRefusedAtTheCommitmentToo() {
        city.inspectors.add(
                List.of(inspector(21, "211500", TODAY), inspector(22, "211500", TODAY.plusYears(1))), "test");
        PlanDraft two = withInspectors("LN0021", "LN0022");
        String id = city.approved(two);
        city.inspectors.add(List.of(inspector(21, "211500", TODAY.minusDays(1))), "test");
        assertThatThrownBy(() -> plans.commit(id, "regulator"))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("LN0021");
        assertThat(plans.find(id).orElseThrow().state()).isEqualTo(PlanState.APPROVED);
    }

    @Test
    void aRosterFileIsTakenLineByLineAndTheSameFileAddsNothing() {
        byte[] file = """
                执法证号,姓名,区划,执法领域,最多检查户数,有效期至
                LN0031,张三,210302,食品,6,2027-12-31
                LN0032,李四,210302,计量,六,2027-12-31
                """.getBytes(StandardCharsets.UTF_8);
        FormImport first = city.inspectors.importFile(file, "test");
        FormImport second = city.inspectors.importFile(file, "test");
        assertThat(first.changed()).isEqualTo(1);
        assertThat(first.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactly("3 max_load");
        assertThat(second.changed()).isZero();
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(city.inspectors.find(List.of("LN0031", "LN0032"))).containsOnlyKeys("LN0031");
    }

    private List<String> fields(PlanDraft draft) {
        return plans.preview(draft).faults().stream().map(PlanFault::field).toList();
    }

    private List<String> eligible(String region, LocalDate day) {
        return city.inspectors.eligible(List.of(region), day).stream()
                .map(CertifiedInspector::certificate)
                .filter(certificate -> certificate.compareTo("LN0020") < 0)
                .toList();
    }

    private static PlanDraft withAny(String share) {
        return with(draft(), AnyShare.of(new BigDecimal(share)));
    }

    private static PlanDraft with(PlanDraft sound, AnyShare any) {
        return new PlanDraft(
                sound.title(),
                sound.industries(),
                sound.regions(),
                sound.ratios(),
                sound.worstShare(),
                any,
                sound.items(),
                sound.mandatoryItems(),
                sound.itemsPerObject(),
                sound.inspectors(),
                sound.window());
    }

    private static PlanDraft inIndustries(String... industries) {
        PlanDraft sound = draft();
        return new PlanDraft(
                sound.title(),
                List.of(industries),
                sound.regions(),
                sound.ratios(),
                sound.worstShare(),
                sound.any(),
                sound.items(),
                sound.mandatoryItems(),
                sound.itemsPerObject(),
                sound.inspectors(),
                sound.window());
    }

    private static PlanDraft withInspectors(String... certificates) {
        PlanDraft sound = draft();
        return new PlanDraft(
                sound.title(),
                sound.industries(),
                sound.regions(),
                sound.ratios(),
                sound.worstShare(),
                sound.any(),
                sound.items(),
                sound.mandatoryItems(),
                sound.itemsPerObject(),
                List.of(certificates),
                sound.window());
    }
}
