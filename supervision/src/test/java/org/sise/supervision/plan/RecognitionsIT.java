package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.code;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.form.FormImport;
import org.sise.supervision.recognition.ForeignGrade;
import org.sise.supervision.recognition.Recognitions;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Two cities with databases of their own that exchange grades. */
class RecognitionsIT {

    private static final String HEADER = "城市区划,机关名称,公钥,对方等级,本市颜色,依据,可信度\n";
    private static final CreditCode RED = new CreditCode(code(1));
    private static final CreditCode BLUE = new CreditCode(code(60));

    @TempDir
    private Path published;

    private PlanningFixture home;
    private Recognitions ours;
    private Recognitions theirs;

    @BeforeEach
    void twoCities() {
        home = new PlanningFixture(published);
        ours = of(home, "210100", PlanningFixture.CLOCK);
        theirs = of(new PlanningFixture(published), "310000", PlanningFixture.CLOCK);
        assertThat(ours.importPartners(partners(theirs.publicKey(), "blue,蓝", "red,橙"), "regulator")
                        .faults())
                .isEmpty();
    }

    @Test
    void aGradeOfAnotherCityIsCheckedMappedKeptWholeAndEntersNoGrade() {
        String signed = theirs.issue(RED, "regulator");
        ForeignGrade taken = ours.accept(signed, "regulator");
        assertThat(taken.city()).isEqualTo("310000");
        assertThat(taken.level()).isEqualTo("red");
        assertThat(taken.colour()).isEqualTo(Grade.ORANGE);
        assertThat(taken.statement()).isEqualTo(signed);
        assertThat(ours.accept(signed, "somebody else")).isEqualTo(taken);
        assertThat(ours.of(RED.value())).containsExactly(taken);
        assertThat(ours.page(null, 10)).containsExactly(taken);
        assertThat(home.audit.latest(RED.value(), 5))
                .extracting(AuditEntry::action)
                .containsExactly("foreign-grade-accepted");
        assertThat(home.jdbc
                        .sql("select colour from ledger.standing where subject = :code")
                        .param("code", RED.value())
                        .query(Integer.class)
                        .single())
                .as("the own grade is what it was")
                .isEqualTo(Grade.RED.ordinal());
    }

    @Test
    void whatIsChangedForeignUnknownOrOverIsRefusedWithItsReason() {
        String signed = theirs.issue(BLUE, "regulator");
        String[] parts = signed.split("\\.");
        String better = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"blue\"", "\"red\"");
        String forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(better.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
        refused(forged, "签名与该市公钥不符");
        refused("a.b", "不是签名文本");
        refused("YQ.YQ.YQ", "不是 JSON");
        refused(ours.issue(BLUE, "regulator"), "没有与该市的互认约定：210100");
        Recognitions later = of(home, "210100", Clock.offset(PlanningFixture.CLOCK, Duration.ofDays(40)));
        assertThatThrownBy(() -> later.accept(signed, "regulator")).hasMessageContaining("已于 2026-12-22 失效");
        Recognitions earlier = of(home, "210100", Clock.offset(PlanningFixture.CLOCK, Duration.ofDays(-9)));
        assertThatThrownBy(() -> earlier.accept(signed, "regulator")).hasMessageContaining("在将来");
        ours.importPartners(partners(theirs.publicKey(), "blue,蓝"), "regulator");
        assertThat(ours.page(null, 10)).isEmpty();
        assertThatThrownBy(() -> ours.issue(new CreditCode(code(104)), "regulator"))
                .hasMessageContaining("尚无评级");
    }

    @Test
    void aLevelWithoutAnAgreementIsRefusedAndANewVersionOfTheAgreementHolds() {
        refused(theirs.issue(new CreditCode(code(20)), "regulator"), "约定中没有对方等级：yellow");
        assertThat(ours.importPartners(partners(theirs.publicKey(), "yellow,黄", "red,红"), "regulator")
                        .changed())
                .isEqualTo(2);
        assertThat(ours.accept(theirs.issue(RED, "regulator"), "regulator").colour())
                .isEqualTo(Grade.RED);
        FormImport wrong = ours.importPartners(
                (HEADER + "31,某局,abc,red,紫,协议,sure\n").getBytes(StandardCharsets.UTF_8), "regulator");
        assertThat(wrong.faults())
                .extracting(fault -> fault.line() + " " + fault.field())
                .containsExactlyInAnyOrder("2 city", "2 public_key", "2 colour", "2 confidence");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> ours.accept(text, "regulator"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Recognitions of(PlanningFixture city, String region, Clock clock) {
        return new Recognitions(
                city.dataSource, new DataSourceTransactionManager(city.dataSource), city.audit, region, clock);
    }

    private static byte[] partners(String key, String... levels) {
        StringBuilder file = new StringBuilder(HEADER);
        for (String level : levels) {
            String[] parts = level.split(",");
            file.append("310000,上海市市场监督管理局,%s,%s,%s,互认协议,low\n".formatted(key, parts[0], parts[1]));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
