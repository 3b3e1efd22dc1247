package org.sise.supervision.repair.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.scoring.read.Faults;
import org.sise.scoring.read.Section;
import org.sise.scoring.read.YamlFile;

/** Each class and sector of the packs as cases in a file: the day computed and the rule named. */
class TermsCasesTest {

    private static final RepairPacks PACKS = RepairPacks.standard();

    record Case(String name, CreditRecord record, LocalDate applied, Map<String, String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_record_has_the_days_and_the_rule_of_its_case(Case one) {
        RepairPack pack = PACKS.governing(one.record, one.applied).pack();
        assertThat(pack == null ? "none" : pack.id()).isEqualTo(one.expected.get("pack"));
        if (pack == null) {
            return;
        }
        Terms terms = Objects.requireNonNull(TermsOf.record(pack, one.record));
        assertThat(terms.severity().token()).isEqualTo(one.expected.get("class"));
        assertThat(day(terms.earliest())).as("earliest").isEqualTo(one.expected.get("earliest"));
        assertThat(day(terms.publicUntil())).as("until").isEqualTo(one.expected.get("until"));
        assertThat(terms.rule()).isEqualTo(one.expected.get("rule"));
        assertThat(terms.reasons()).isNotEmpty();
    }

    @Test
    void the_cases_go_through_every_class_and_sector_of_every_pack() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Case one : cases().toList()) {
            seen.add(one.expected.get("pack") + " " + one.expected.get("rule"));
        }
        Set<String> wanted = new HashSet<>();
        for (RepairPack pack : PACKS.all()) {
            pack.sectors().forEach(sector -> wanted.add(pack.id() + " " + sector.sector()));
            pack.listings().keySet().forEach(kind -> wanted.add(pack.id() + " " + kind.token()));
            pack.penalties()
                    .forEach(
                            rule -> wanted.add(pack.id() + " " + rule.severity().token()));
        }
        // In the former rules these are overtaken: their own rows are reached by other cases.
        wanted.removeAll(Set.of("ndrc-36 abnormal-listing", "ndrc-58 wages", "samr-2021 dishonesty-listing"));
        assertThat(seen).containsAll(wanted);
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TermsCasesTest.class.getResourceAsStream("/repair/terms.cases.yaml"))) {
            Faults faults = new Faults();
            Section root = Objects.requireNonNull(YamlFile.read(in.readAllBytes(), faults));
            root.text("format");
            List<Case> cases = new ArrayList<>();
            for (Section section : root.sections("cases", true, 1_000)) {
                Map<String, String> texts = new HashMap<>(section.texts());
                RecordKind kind = Stream.of(RecordKind.values())
                        .filter(one -> one.token().equals(texts.get("record")))
                        .findFirst()
                        .orElseThrow();
                texts.put("subject", "91000000FX0000018K");
                texts.put("document", "沈罚〔2026〕1号");
                texts.putIfAbsent("ground", "列入理由");
                texts.put("plan", "P1");
                texts.put("task", "T1");
                cases.add(new Case(
                        Objects.requireNonNull(texts.get("name")),
                        RecordShape.of(kind).read(texts),
                        LocalDate.parse(texts.get("applied")),
                        texts));
            }
            assertThat(faults.sorted()).isEmpty();
            return cases.stream();
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "none" : day.toString();
    }
}
