package org.sise.graph.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.graph.TestLedger.code;
import static org.sise.graph.TestLedger.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.sise.core.person.PersonKey;
import org.sise.core.record.Branch;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.Contact;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.HolderKind;
import org.sise.core.record.Holding;
import org.sise.core.record.LegalRepresentative;
import org.sise.core.record.Officer;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.core.record.Registration;
import org.sise.core.record.Supply;
import org.sise.engines.testing.TestEngines;
import org.sise.graph.TestLedger;
import org.sise.graph.exposure.Exposure;
import org.sise.graph.exposure.ExposureInput;
import org.sise.graph.exposure.ExposureRules;
import org.sise.graph.exposure.ExposureRulesReader;
import org.sise.graph.exposure.Exposures;
import org.sise.graph.projection.GraphProjection;
import org.sise.graph.relation.PartyIds;
import org.sise.graph.relation.PartyKind;
import org.sise.graph.relation.RelationGraph;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;

class SurroundingsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final ExposureRules RULES = ExposureRulesReader.builtIn();
    private static final int BUSINESSES = 160;

    private static Driver driver;

    private final TestLedger ledger = new TestLedger();
    private final Map<String, CreditRecord> said = new HashMap<>();

    @BeforeAll
    static void connect() {
        driver = TestEngines.neo4j().driver();
    }

    @AfterAll
    static void disconnect() {
        driver.close();
    }

    @Test
    void around_every_business_neo4j_gives_the_exposure_that_the_province_gives() {
        TestEngines.neo4j().empty();
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int n = 0; n < BUSINESSES; n++) {
            business(n, random);
        }
        for (int n = 0; n < 260; n++) {
            relation(n, random);
        }
        append();
        for (int n = 0; n < 40; n++) {
            relation(random.nextInt(260), random);
        }
        append();
        new GraphProjection(driver, ledger.dataSource(), TestLedger.KEYS).catchUp();

        Map<String, Integer> weights = new HashMap<>();
        for (int n = 0; n < BUSINESSES; n += 7) {
            weights.put(code(n).value(), n % 2 == 0 ? 1000 : 400);
        }
        RelationGraph graph = province();
        int[] weightsOf = new int[graph.size()];
        weights.forEach((code, weight) -> weightsOf[graph.parties().find(PartyKind.BUSINESS, code)] = weight);
        ExposureInput whole = ExposureInput.of(graph, weightsOf);
        Exposures province = Exposures.of(whole, RULES);
        Surroundings surroundings = new Surroundings(driver, RULES);
        int exposed = 0;
        for (int n = 0; n < BUSINESSES; n++) {
            String code = code(n).value();
            ExposureInput.Around around = surroundings.of(code, TODAY, asked -> some(weights, asked));
            Exposure here = Exposures.of(around.input(), RULES).exposure(around.business());
            Exposure there = province.exposure(graph.parties().find(PartyKind.BUSINESS, code));
            assertThat(here.effect())
                    .as(
                            "%s, seed %d: %s",
                            code, seed, words(here, around.input().graph()))
                    .isEqualTo(there.effect());
            assertThat(words(here, around.input().graph()))
                    .as("%s, seed %d", code, seed)
                    .isEqualTo(words(there, graph));
            exposed += here.effect() > 0 ? 1 : 0;
        }
        assertThat(exposed).isGreaterThan(BUSINESSES / 10);
    }

    @Test
    void whoever_a_change_may_reach_is_found_and_a_mass_registrar_reaches_nobody() {
        TestEngines.neo4j().empty();
        for (int n = 1; n <= 40; n++) {
            say("注册 " + n, registration(n, n <= 4 ? "沈抚新区金枫街1号" : "沈抚新区集群注册地址1号"));
        }
        say("股权 1", holding(5, HolderKind.BUSINESS, 1, null, "60"));
        append();
        new GraphProjection(driver, ledger.dataSource(), TestLedger.KEYS).catchUp();
        Surroundings surroundings = new Surroundings(driver, RULES);

        assertThat(surroundings.reach(List.of(business(1)), TODAY))
                .containsExactlyInAnyOrder(
                        code(1).value(), code(2).value(), code(3).value(), code(4).value(), code(5).value());
        assertThat(surroundings.reach(List.of(business(20), new PartyRef(PartyKind.ADDRESS, "沈抚新区集群注册地址1号")), TODAY))
                .containsExactly(code(20).value());
        assertThat(surroundings.reach(List.of(new PartyRef(PartyKind.ADDRESS, "沈抚新区集群注册地址1号")), TODAY))
                .isEmpty();
    }

    private static PartyRef business(int n) {
        return new PartyRef(PartyKind.BUSINESS, code(n).value());
    }

    private static Map<String, Integer> some(Map<String, Integer> weights, Collection<String> asked) {
        Map<String, Integer> some = new HashMap<>(weights);
        some.keySet().retainAll(asked);
        return some;
    }

    /** The way in words that do not depend on numbers of parties. */
    private static List<String> words(Exposure exposure, RelationGraph graph) {
        List<String> words = new ArrayList<>();
        exposure.path()
                .forEach(hop -> words.add("%s -%s %d-> %s"
                        .formatted(
                                graph.parties().id(hop.from()),
                                hop.kind(),
                                hop.record(),
                                graph.parties().id(hop.to()))));
        return words;
    }

    private RelationGraph province() {
        return LedgerRelations.read(ledger.dataSource(), new PartyIds(TestLedger.KEYS))
                .relations()
                .on(TODAY, RULES.relations().keySet());
    }

    private void business(int n, Random random) {
        String address = random.nextInt(4) == 0 ? "沈抚新区集群注册地址1号" : "沈抚新区金枫街" + random.nextInt(60) + "号";
        say("注册 " + n, registration(n, address));
    }

    private void relation(int n, Random random) {
        int subject = random.nextInt(BUSINESSES);
        int other = random.nextInt(10) == 0 ? 0 : random.nextInt(BUSINESSES);
        PersonKey person = random.nextInt(6) == 0 ? null : person(random.nextInt(8) == 0 ? 0 : random.nextInt(50));
        RecordState state = switch (random.nextInt(12)) {
            case 0 -> RecordState.WITHDRAWN;
            case 1 -> RecordState.EXPIRED;
            default -> RecordState.EFFECTIVE;
        };
        LocalDate until = random.nextInt(9) == 0 ? LocalDate.of(2025, 1, 1) : null;
        RecordHeader header = header(subject, state);
        String percent = random.nextInt(8) == 0
                ? null
                : List.of("10", "25", "33.4", "50", "51.25", "100").get(n % 6);
        switch (n % 7) {
            case 0, 1 ->
                say(
                        "股权 " + n,
                        new Holding(
                                header,
                                HolderKind.BUSINESS,
                                "企业" + other,
                                code(other),
                                null,
                                percent == null ? null : new BigDecimal(percent),
                                until));
            case 2 ->
                say(
                        "股权 " + n,
                        new Holding(
                                header,
                                HolderKind.PERSON,
                                "张三",
                                null,
                                person,
                                percent == null ? null : new BigDecimal(percent),
                                until));
            case 3 -> say("法人 " + n, new LegalRepresentative(header, "张三", person, until));
            case 4 -> say("高管 " + n, new Officer(header, "张三", person, "监事", until));
            case 5 ->
                say(
                        "联系 " + n,
                        n % 2 == 0
                                ? new Contact(header, person(1000 + random.nextInt(30)), until)
                                : new Supply(header, "企业" + other, code(other), null, until));
            default -> say("分支 " + n, new Branch(header, "企业" + other, code(other), until));
        }
    }

    private static Registration registration(int n, String address) {
        return new Registration(
                header(n, RecordState.EFFECTIVE),
                "企业" + n,
                null,
                null,
                null,
                null,
                null,
                "210400",
                address,
                null,
                BusinessStatus.OPERATING);
    }

    private static Holding holding(
            int held, HolderKind kind, int holder, @Nullable PersonKey key, @Nullable String percent) {
        return new Holding(
                header(held, RecordState.EFFECTIVE),
                kind,
                "企业" + holder,
                code(holder),
                key,
                percent == null ? null : new BigDecimal(percent),
                null);
    }

    private static RecordHeader header(int subject, RecordState state) {
        return new RecordHeader(code(subject), TestLedger.FOUNDED, null, "市场监管局", state, null, null, null, null);
    }

    private void say(String matter, CreditRecord record) {
        said.put(matter, record);
    }

    private void append() {
        Records records = new Records(ledger.dataSource());
        ledger.transaction().executeWithoutResult(_ -> {
            List<RecordEntry> entries = new ArrayList<>();
            said.forEach((matter, record) -> entries.add(new RecordEntry(record, matter, entries.size() + 1, "{}")));
            records.append("test", 1, entries);
        });
        said.clear();
    }
}
