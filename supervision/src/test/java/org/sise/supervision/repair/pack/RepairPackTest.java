package org.sise.supervision.repair.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;

class RepairPackTest {

    private static final RepairPacks PACKS = RepairPacks.standard();
    private static final RepairPack NDRC = Objects.requireNonNull(PACKS.byId("ndrc-36"));

    @Test
    void every_rule_has_a_source_and_a_confidence() {
        for (RepairPack pack : PACKS.all()) {
            assertThat(pack.penalties())
                    .allSatisfy(rule -> assertThat(rule.grounds().source()).isNotBlank());
            assertThat(pack.limits().values())
                    .allSatisfy(days -> assertThat(days.grounds().source()).isNotBlank());
        }
        assertThat(NDRC.ban().confidence()).isEqualTo("medium");
        assertThat(NDRC.ban().needsConfirming()).isTrue();
        assertThat(NDRC.banYears()).isEqualTo(3);
    }

    @Test
    void limits_are_those_of_the_orders() {
        assertThat(NDRC.days(Limit.ACCEPT).days()).isEqualTo(3);
        assertThat(NDRC.days(Limit.DECIDE).days()).isEqualTo(7);
        assertThat(NDRC.days(Limit.EXTEND).days()).isEqualTo(10);
        assertThat(NDRC.days(Limit.RETURN).days()).isEqualTo(10);
        RepairPack samr = Objects.requireNonNull(PACKS.byId("samr-107"));
        assertThat(samr.decision(CaseKind.REPAIR, RecordKind.PENALTY).days()).isEqualTo(7);
        assertThat(samr.decision(CaseKind.REPAIR, RecordKind.ABNORMAL_LISTING).days())
                .isEqualTo(5);
        assertThat(samr.days(Limit.PUSH).days()).isEqualTo(3);
        assertThat(samr.daysOrNone(Limit.EXTEND)).isNull();
    }

    @Test
    void the_answer_says_which_rules_govern_and_why() {
        Governing governing = PACKS.governing(penalty("沈阳市市场监督管理局", "2025-06-01"), LocalDate.of(2026, 11, 29));
        assertThat(Objects.requireNonNull(governing.pack()).id()).isEqualTo("samr-107");
        assertThat(governing.reasons()).hasSize(3);
        assertThat(governing.reasons().getFirst().text().zh()).contains("沈阳市市场监督管理局", "国家企业信用信息公示系统");
        assertThat(governing.reasons().get(1).text().en()).contains("2026-11-29", "from 2025-12-25");
        assertThat(governing.reasons().get(2).grounds())
                .isEqualTo(new Grounds("survey 2026-11 section 0 (pick by application date)", "medium"));
    }

    @Test
    void each_fault_has_its_line_and_its_remedy() {
        String file = NDRC.file()
                .replace(
                        "class: general, published: \"yes\", earliest: 3, longest: 12",
                        "class: general, published: \"yes\", earliest: 13, longest: 12")
                .replace("ban-years: 3", "ban-years: 99");
        List<String> faults = faults(file);
        assertThat(faults).anySatisfy(fault -> assertThat(fault).startsWith(line(file, "earliest: 13") + ":"));
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith(line(file, "ban-years") + ":")
                        .contains("99", "20"));
        assertThat(faults(NDRC.file().replace("confidence: low}", "confidence: sure}")))
                .first()
                .asString()
                .contains("sure", "source-read, high, medium, low");
        assertThat(faults(NDRC.file().replace("  decide: {", "  decides: {")))
                .anySatisfy(fault -> assertThat(fault).contains("decide"));
        assertThat(faults(NDRC.file().replace("code: PK02", "code: PK01")))
                .singleElement()
                .asString()
                .contains("PK01");
        assertThat(faults(NDRC.file().replace("from: 2026-04-01", "from: 2026-04-01, until: 2026-03-31")))
                .singleElement()
                .asString()
                .contains("2026-03-31");
        assertThat(faults("x")).hasSize(1);
    }

    @Test
    void two_packs_of_a_publisher_never_govern_the_same_day() {
        RepairPack other = RepairPackReader.read(
                        NDRC.file().replace("pack: ndrc-36", "pack: ndrc-99").getBytes(StandardCharsets.UTF_8))
                .orThrow("ndrc-99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PACKS.with(List.of(other)))
                .withMessageContaining("ndrc-36");
    }

    private static int line(String file, String text) {
        return (int) file.substring(0, file.indexOf(text)).lines().count();
    }

    private static List<String> faults(String file) {
        return RepairPackReader.read(file.getBytes(StandardCharsets.UTF_8)).faults().sorted().stream()
                .map(Object::toString)
                .toList();
    }

    private static CreditRecord penalty(String department, String date) {
        return RecordShape.of(RecordKind.PENALTY)
                .read(Map.of(
                        "subject", "91000000FX0000018K",
                        "date", date,
                        "document", "沈罚〔2026〕1号",
                        "department", department,
                        "category", "罚款"));
    }
}
