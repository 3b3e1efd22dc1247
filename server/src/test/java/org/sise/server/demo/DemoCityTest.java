package org.sise.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.document.DocumentNumber;
import org.sise.core.industry.Industries;
import org.sise.core.person.PhoneNumber;
import org.sise.core.region.Regions;

class DemoCityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int BUSINESSES = 2_000;

    @TempDir
    static Path inbox;

    private static CitySummary summary;
    private static Map<CityFeed, List<List<String>>> rows;
    private static Set<String> registered;

    @BeforeAll
    static void writeTheCity() throws IOException {
        summary = new DemoCity(7, BUSINESSES, TODAY).write(inbox);
        rows = new HashMap<>();
        for (CityFeed feed : CityFeed.values()) {
            rows.put(feed, CityFiles.rows(inbox, feed));
        }
        Population population = new Population(7, BUSINESSES, TODAY);
        registered = new HashSet<>();
        for (int i = 0; i < BUSINESSES; i++) {
            registered.add(population.codeOf(i));
        }
    }

    @Test
    void theSameSeedSizeAndDayGiveTheSameBytes(@TempDir Path again, @TempDir Path other) throws IOException {
        new DemoCity(7, BUSINESSES, TODAY).write(again);
        new DemoCity(8, BUSINESSES, TODAY).write(other);

        assertThat(contents(again)).isEqualTo(contents(inbox));
        assertThat(contents(other)).isNotEqualTo(contents(inbox));
    }

    @ParameterizedTest
    @EnumSource
    void everyFileBeginsWithTheColumnsOfItsFeedAndNothingIsLeftUnfinished(CityFeed feed) throws IOException {
        try (Stream<Path> files = Files.list(inbox.resolve(feed.folder()))) {
            List<Path> list = files.toList();
            assertThat(list)
                    .hasSize(summary.files().getOrDefault(feed, 0))
                    .allSatisfy(file -> assertThat(file.getFileName().toString())
                            .matches(feed.folder() + "-20261122-\\d{3}\\.(csv|xlsx)"));
        }
        assertThat(rows.get(feed).getFirst()).isEqualTo(feed.columns());
    }

    @ParameterizedTest
    @EnumSource
    void theSummaryCountsTheRows(CityFeed feed) {
        assertThat(data(feed)).hasSize(Math.toIntExact(summary.rows().getOrDefault(feed, 0L)));
        assertThat(summary.faultyOf(feed)).isPositive().isLessThanOrEqualTo(4);
    }

    @Test
    void theRegisterHasEveryBusinessOnceBesideItsFaultyRows() {
        assertThat(data(CityFeed.REGISTER)).hasSize(BUSINESSES + summary.faultyOf(CityFeed.REGISTER));
        assertThat(registered).hasSize(BUSINESSES);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHoldsInBothChecksButTheFaultyOnesThatAreCounted(CityFeed feed) {
        Map<CityFault, Integer> expected = summary.faulty().getOrDefault(feed, Map.of());
        int wrong = 0;
        int unknown = 0;
        for (List<String> row : data(feed)) {
            if (!(CodeVerdict.of(row.get(feed.codeColumn())) instanceof CodeVerdict.Valid(CreditCode code))) {
                wrong++;
            } else {
                assertThat(OrganisationCode.holds(code.organisationCode())).isTrue();
                assertThat(code.organisationCode()).startsWith("FX");
                unknown += registered.contains(code.value()) ? 0 : 1;
            }
        }

        assertThat(wrong).isEqualTo(expected.getOrDefault(CityFault.WRONG_CHECK_CHARACTER, 0));
        assertThat(unknown).isEqualTo(expected.getOrDefault(CityFault.UNKNOWN_BUSINESS, 0));
    }

    @ParameterizedTest
    @EnumSource
    void everyDateIsADayUpToTodayButTheFaultyOnesThatAreCounted(CityFeed feed) {
        int wrong = 0;
        for (List<String> row : data(feed)) {
            String text = row.get(feed.dateColumn());
            if (text.replace('/', '-').equals("2026-02-30")) {
                wrong++;
            } else {
                assertThat(LocalDate.parse(text, feed.dates())).isBeforeOrEqualTo(TODAY);
            }
        }

        assertThat(wrong)
                .isEqualTo(summary.faulty().getOrDefault(feed, Map.of()).get(CityFault.NO_SUCH_DAY));
    }

    @Test
    void penaltiesLieWithinThreeYearsAndTheirNumbersAreUnique() {
        Set<DocumentNumber> numbers = new HashSet<>();
        int negative = 0;
        for (List<String> row : data(CityFeed.PENALTIES)) {
            String date = value(CityFeed.PENALTIES, row, "CF_JDRQ");
            if (!date.endsWith("02/30")) {
                assertThat(LocalDate.parse(date, CityFeed.PENALTIES.dates())).isAfter(TODAY.minusYears(3));
            }
            String fine = value(CityFeed.PENALTIES, row, "CF_NR_FK");
            negative += fine.startsWith("-") ? 1 : 0;
            assertThat(numbers.add(DocumentNumber.of(value(CityFeed.PENALTIES, row, "CF_WSH"))))
                    .isTrue();
        }

        assertThat(negative)
                .isEqualTo(summary.faulty()
                        .getOrDefault(CityFeed.PENALTIES, Map.of())
                        .get(CityFault.NEGATIVE_FINE));
    }

    @Test
    void theSharesInABusinessNeverExceedTheWhole() {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (List<String> row : data(CityFeed.HOLDINGS)) {
            if (registered.contains(row.getFirst()) && !row.get(5).equals("2026-02-30")) {
                sums.merge(row.getFirst(), new BigDecimal(row.get(4)), BigDecimal::add);
            }
        }

        assertThat(sums.values()).isNotEmpty().allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("100"));
    }

    @Test
    void businessesHoldEachOtherInChainsAndCyclesAndANomineeHoldsMany() {
        Map<String, String> holderOf = new HashMap<>();
        Map<String, Integer> heldByPerson = new TreeMap<>();
        for (List<String> row : data(CityFeed.HOLDINGS)) {
            if (row.get(2).equals("企业")) {
                assertThat(registered).contains(row.get(3));
                holderOf.putIfAbsent(row.getFirst(), row.get(3));
            } else {
                heldByPerson.merge(row.get(3), 1, Integer::sum);
            }
        }

        assertThat(holderOf.keySet().stream().filter(held -> turnsInACircle(held, holderOf)))
                .isNotEmpty();
        assertThat(holderOf.keySet().stream().filter(held -> holderOf.containsKey(holderOf.get(held))))
                .hasSizeGreaterThan(20);
        assertThat(heldByPerson.values()).anyMatch(count -> count >= 35).anyMatch(count -> count >= 2 && count <= 8);
    }

    @Test
    void aFewFirmsGoOnUnderAnotherName() {
        int size = 20_000;
        Population population = new Population(4, size, TODAY);
        Map<Successor.Kind, Integer> cases = new EnumMap<>(Successor.Kind.class);
        for (int i = 0; i < size; i++) {
            Successor successor = population.successorOf(i);
            if (successor == null) {
                continue;
            }
            Business first = population.business(successor.first());
            Business firm = population.business(i);
            cases.merge(successor.kind(), successor.isLast(i) ? 1 : 0, Integer::sum);
            assertThat(firm.head()).isEqualTo(first.head());
            assertThat(firm.address()).isEqualTo(first.address());
            assertThat(firm.trade()).isEqualTo(first.trade());
            assertThat(firm.status()).isEqualTo(successor.isClosed(i) ? "注销" : "存续");
            if (i > successor.first()) {
                assertThat(firm.code()).isNotEqualTo(first.code());
                assertThat(firm.founded()).isBetween(TODAY.minusMonths(12), TODAY);
                LocalDate ended = population.business(i - 1).ended();
                assertThat(ended == null || ended.isBefore(firm.founded())).isTrue();
            } else {
                assertThat(firm.conduct().penaltyChance())
                        .as("fines of whoever goes on or is red")
                        .isEqualTo(100);
            }
        }
        assertThat(cases)
                .isEqualTo(
                        Map.of(Successor.Kind.REOPENED, 6, Successor.Kind.RED_HEAD, 3, Successor.Kind.PERMIT_CHAIN, 3));
    }

    @Test
    void whoeverReopensIsFinedBeforeTheEnd() {
        Population population = new Population(7, BUSINESSES, TODAY);
        int fines = 0;
        for (int i = 0; i < BUSINESSES; i++) {
            LocalDate ended = population.business(i).ended();
            String code = population.codeOf(i);
            for (List<String> row : ended == null ? List.<List<String>>of() : data(CityFeed.PENALTIES)) {
                if (row.get(CityFeed.PENALTIES.codeColumn()).equals(code)) {
                    fines++;
                    assertThat(LocalDate.parse(value(CityFeed.PENALTIES, row, "CF_JDRQ"), CityFeed.PENALTIES.dates()))
                            .isBefore(ended);
                }
            }
        }
        assertThat(fines).isPositive();
    }

    @Test
    void shopsBelongToACompanyOfTheCity() {
        Map<String, Integer> shops = new TreeMap<>();
        for (List<String> row : data(CityFeed.BRANCHES)) {
            if (value(CityFeed.BRANCHES, row, "分支机构名称").endsWith("分店")) {
                assertThat(registered).contains(row.get(3));
                assertThat(row.get(1)).startsWith(row.get(2));
                shops.merge(row.get(3), 1, Integer::sum);
            }
        }
        assertThat(shops).hasSizeBetween(3, 6);
        assertThat(shops.values()).allSatisfy(count -> assertThat(count).isBetween(3, 8));
    }

    @Test
    void telephoneNumbersAreSharedInSeveralNotations() {
        Map<PhoneNumber, Set<String>> notations = new HashMap<>();
        Map<PhoneNumber, Integer> businesses = new HashMap<>();
        for (List<String> row : data(CityFeed.CONTACTS)) {
            String text = value(CityFeed.CONTACTS, row, "联系电话");
            PhoneNumber number = PhoneNumber.of(text, null);
            assertThat(number).as(text).isNotNull();
            notations.computeIfAbsent(number, _ -> new HashSet<>()).add(text);
            businesses.merge(number, 1, Integer::sum);
        }
        assertThat(notations.values()).anyMatch(texts -> texts.size() == 4);
        assertThat(businesses.values())
                .as("an agency's, families', and of one business each")
                .anyMatch(count -> count > 30)
                .anyMatch(count -> count > 1 && count < 9)
                .anyMatch(count -> count == 1);
    }

    @Test
    void anAgencysAddressHousesManyAndGroupsHaveThreeLayers() {
        Map<String, Long> addresses = data(CityFeed.REGISTER).stream()
                .collect(Collectors.groupingBy(row -> value(CityFeed.REGISTER, row, "住所"), Collectors.counting()));
        assertThat(addresses.values()).anyMatch(count -> count > BUSINESSES / 30);
        Map<String, String> controllerOf = new HashMap<>();
        for (List<String> row : data(CityFeed.HOLDINGS)) {
            if (row.get(2).equals("企业") && new BigDecimal(row.get(4)).intValue() > 50) {
                controllerOf.put(row.getFirst(), row.get(3));
            }
        }
        assertThat(controllerOf.values().stream()
                        .map(controllerOf::get)
                        .filter(Objects::nonNull)
                        .filter(controllerOf::containsKey))
                .isNotEmpty();
    }

    @Test
    void whoActsInConcertHoldsTwoThirdsTogether() {
        Map<String, BigDecimal> shares = new HashMap<>();
        data(CityFeed.HOLDINGS).forEach(row -> shares.put(row.getFirst() + row.get(3), new BigDecimal(row.get(4))));
        Map<String, BigDecimal> together = new HashMap<>();
        for (List<String> row : data(CityFeed.CONCERTS)) {
            BigDecimal share = shares.get(row.getFirst() + value(CityFeed.CONCERTS, row, "成员证照号码"));
            if (share != null && share.intValue() < 50) {
                together.merge(row.getFirst(), share, BigDecimal::add);
            }
        }
        assertThat(together.values()).contains(BigDecimal.valueOf(67));
    }

    @Test
    void conductIsSkewedExactlyAsItsSharesSay() {
        List<Conduct> conducts = Conduct.all();
        Map<String, Long> counts = Stream.iterate(0, i -> i + 1)
                .limit(BUSINESSES)
                .collect(Collectors.groupingBy(i -> Conduct.of(conducts, 7, i).name(), Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of("good", 1_680L, "middling", 240L, "poor", 40L, "bad", 40L));
    }

    @Test
    void theWorseTheConductTheMorePenalties() {
        Population population = new Population(7, BUSINESSES, TODAY);
        Map<String, String> conductOf = new HashMap<>();
        for (int i = 0; i < BUSINESSES; i++) {
            Business business = population.business(i);
            conductOf.put(business.code(), business.conduct().name());
        }
        Map<String, Integer> penalties = new HashMap<>();
        for (List<String> row : data(CityFeed.PENALTIES)) {
            String conduct = conductOf.get(row.get(CityFeed.PENALTIES.codeColumn()));
            if (conduct != null) {
                penalties.merge(conduct, 1, Integer::sum);
            }
        }

        double good = penalties.getOrDefault("good", 0) / 1_680.0;
        double middling = penalties.getOrDefault("middling", 0) / 240.0;
        double poor = penalties.getOrDefault("poor", 0) / 40.0;
        double bad = penalties.getOrDefault("bad", 0) / 40.0;
        assertThat(good).isLessThan(0.1);
        assertThat(middling).isGreaterThan(good);
        assertThat(poor).isGreaterThan(middling);
        assertThat(bad).isGreaterThan(poor);
    }

    @Test
    void regionsAndIndustriesAreThoseOfTheTables() {
        for (List<String> row : data(CityFeed.REGISTER)) {
            assertThat(Regions.standard().byCode(value(CityFeed.REGISTER, row, "行政区划代码")))
                    .isNotNull();
            assertThat(Industries.standard().of(value(CityFeed.REGISTER, row, "行业代码")))
                    .isNotNull();
        }
    }

    @Test
    void sixtyInspectorsHaveCertificatesOfTheirOwn() {
        List<DemoInspector> inspectors = new DemoCity(7, BUSINESSES, TODAY).inspectors();

        assertThat(inspectors)
                .hasSize(60)
                .allSatisfy(inspector -> assertThat(inspector.certificate()).startsWith("LN-"));
        assertThat(inspectors).extracting(DemoInspector::certificate).doesNotHaveDuplicates();
        assertThat(inspectors.stream().map(DemoInspector::field).distinct()).hasSizeGreaterThan(5);
        assertThat(inspectors).isEqualTo(new DemoCity(7, BUSINESSES, TODAY).inspectors());
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 3_200_001})
    void aCityOfAnotherSizeIsRefused(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoCity(7, size, TODAY))
                .withMessageContaining(String.valueOf(size));
    }

    @Test
    void theSmallestCityIsWholeToo(@TempDir Path small) throws IOException {
        CitySummary smallest = new DemoCity(1, 100, LocalDate.of(2024, 2, 29)).write(small);

        assertThat(smallest.rows()).containsKeys(CityFeed.values());
        assertThat(CityFiles.rows(small, CityFeed.REGISTER)).hasSize(1 + 100 + smallest.faultyOf(CityFeed.REGISTER));
    }

    private static boolean turnsInACircle(String held, Map<String, String> holderOf) {
        String holder = holderOf.get(held);
        for (int step = 0; step < 8 && holder != null; step++) {
            if (holder.equals(held)) {
                return true;
            }
            holder = holderOf.get(holder);
        }
        return false;
    }

    private static List<List<String>> data(CityFeed feed) {
        List<List<String>> all = rows.getOrDefault(feed, List.of());
        return all.subList(1, all.size());
    }

    private static String value(CityFeed feed, List<String> row, String column) {
        return row.get(feed.columns().indexOf(column));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), CityFiles.digest(file));
            }
            return contents;
        }
    }
}
