package org.sise.integrations.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.mapping.Originals;

class QuarantineIT {

    @TempDir
    private Path folder;

    private LandingHouse house;
    private Quarantine quarantine;

    @BeforeEach
    void start() throws Exception {
        house = new LandingHouse(TestEngines.freshDatabase(), folder);
        quarantine = house.store.quarantine();
        house.register(1, 5);
        house.penalties(
                "march.csv",
                Stream.of(
                        Samples.penalty(Samples.code(1), 1, "1", "2026-02-30"),
                        Samples.penalty(Samples.code(2), 2, "三万", "2026-03-01"),
                        Samples.penalty(Samples.code(3), 3, "-1", "2026-03-01"),
                        Samples.penalty(Samples.code(99), 4, "1", "2026-03-01")));
        house.penalties(
                "april.csv",
                IntStream.range(100, 130).mapToObj(n -> Samples.penalty(Samples.code(1), n, "1", "2026-04-31")));
    }

    @Test
    void eachFilterTakesItsRowsAndTheCountsSayWhatAnotherChoiceWouldGive() {
        assertThat(lines(query("reason", "bad-date"))).hasSize(31);
        assertThat(lines(query("field", "amount"))).containsExactly(3, 4);
        assertThat(lines(query("column", "CF_NR_FK"))).containsExactly(3, 4);
        assertThat(lines(query("column", "-"))).containsExactly(5);
        assertThat(lines(query("state", "waiting"))).containsExactly(5);
        assertThat(lines(query("file", "march"))).containsExactly(2, 3, 4, 5);
        assertThat(lines(query("delivery", Long.toString(1 + firstDelivery())))).hasSize(30);
        assertThat(lines(query("text", "三万"))).containsExactly(3);
        assertThat(lines(query("text", "〔2026〕129号"))).containsExactly(31);
        assertThat(lines(query("text", "CF_NR")))
                .as("names of columns are no text")
                .isEmpty();
        assertThat(lines(query("text", "\""))).isEmpty();

        QuarantineCounts counts = quarantine.counts(query("reason", "bad-date"), today());
        assertThat(counts.total()).isEqualTo(31);
        assertThat(counts.reasons())
                .contains(
                        new QuarantineCounts.Facet("bad-date", 31),
                        new QuarantineCounts.Facet("bad-number", 1),
                        new QuarantineCounts.Facet("unknown-business", 1));
        assertThat(counts.columns()).containsExactly(new QuarantineCounts.Facet("CF_JDRQ", 31));
        QuarantineCounts live = quarantine.counts(query("text", "2026-04-31"), today());
        assertThat(live.total()).isEqualTo(30);
        assertThat(live.exact()).isTrue();
        assertThat(quarantine
                        .counts(query("delivery", Long.toString(firstDelivery())), today())
                        .total())
                .isEqualTo(4);
        house.tallyHolds();
    }

    @Test
    void agesAreCountedInDaysOfShanghai() {
        LocalDate later = today().plusDays(5);
        QuarantineCounts counts = quarantine.counts(QuarantineQuery.ALL, later);
        assertThat(counts.age().oldest()).isBetween(5L, 6L);
        assertThat(counts.age().classes()).containsExactly(0L, 0L, 34L, 0L, 0L);
        assertThat(counts.ages()).extracting(QuarantineCounts.Ages::feed).containsExactly("penalties");
        assertThat(quarantine
                        .counts(query("before", today().minusDays(1).toString()), later)
                        .total())
                .isZero();
        assertThat(lines(query("before", today().minusDays(1).toString()))).isEmpty();
        assertThat(lines(query("before", later.toString()))).hasSize(34);
    }

    @Test
    void pagesGoOnAndBackInBothOrders() {
        for (boolean newestFirst : new boolean[] {false, true}) {
            List<Long> all = new ArrayList<>();
            QuarantinePage page =
                    quarantine.page(QuarantineQuery.ALL, new QuarantinePage.Place(newestFirst, null, null), 10);
            assertThat(page.previous()).isNull();
            List<QuarantinePage> pages = new ArrayList<>(List.of(page));
            while (page.next() != null) {
                page = quarantine.page(
                        QuarantineQuery.ALL, new QuarantinePage.Place(newestFirst, page.next(), null), 10);
                pages.add(page);
            }
            pages.forEach(each -> each.rows().forEach(row -> all.add(row.id())));
            assertThat(all)
                    .hasSize(34)
                    .isSortedAccordingTo(newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder());
            for (int i = pages.size() - 1; i > 0; i--) {
                QuarantinePage back = quarantine.page(
                        QuarantineQuery.ALL,
                        new QuarantinePage.Place(newestFirst, null, pages.get(i).previous()),
                        10);
                assertThat(back.rows())
                        .extracting(QuarantinedRow::id)
                        .containsExactlyElementsOf(pages.get(i - 1).rows().stream()
                                .map(QuarantinedRow::id)
                                .toList());
                assertThat(back.previous() == null).isEqualTo(i == 1);
            }
            QuarantinePage.Neighbours beside = quarantine.neighbours(QuarantineQuery.ALL, newestFirst, all.get(5));
            assertThat(beside).isEqualTo(new QuarantinePage.Neighbours(all.get(4), all.get(6)));
        }
    }

    @Test
    void theColumnsOfTheFileAreKeptInItsOrder() {
        assertThat(quarantine.columns(QuarantineQuery.of("penalties", null, null)))
                .containsExactly(Samples.PENALTIES.split(","));
        house.jdbc.sql("delete from integrations.delivery_columns").update();
        assertThat(quarantine.columns(QuarantineQuery.of("penalties", null, null)))
                .startsWith("CF_XDR_MC", "CF_XDR_LB")
                .contains("CF_NR_FK")
                .doesNotContain("CF_XDR_GSZC");
    }

    @Test
    void aRowsHistorySaysWhoChangedWhichCellFromWhatToWhat() {
        QuarantinedRow row =
                quarantine.find("penalties", "bad-number", null, 0, 1).getFirst();
        assertThat(quarantine.faults(row)).extracting(fault -> fault.column()).containsExactly("CF_NR_FK");
        Map<String, String> corrected = new LinkedHashMap<>(Originals.read(row.original()));
        corrected.put("CF_NR_FK", "叁");
        corrected.put("BZ", "身份证 " + Samples.resident(7));
        quarantine.replay(row.id(), corrected, "zhangsan");
        corrected.put("CF_NR_FK", "3");
        assertThat(quarantine.replay(row.id(), corrected, "lisi")).isInstanceOf(Replayed.Landed.class);
        List<RowChange> history = quarantine.history(row.id());
        assertThat(history).extracting(RowChange::actor).containsExactly("zhangsan", "lisi");
        assertThat(history).extracting(RowChange::outcome).containsExactly("refused", "landed");
        assertThat(history.get(0).cells()).hasSize(2).contains(new RowChange.Cell("CF_NR_FK", "三万", "叁"));
        assertThat(history.get(1).cells()).containsExactly(new RowChange.Cell("CF_NR_FK", "叁", "3"));
        assertThat(history.toString()).doesNotContain(Samples.resident(7)).contains("身份证 #");
        assertThatThrownBy(() ->
                        house.jdbc.sql("delete from integrations.mending_row").update())
                .hasMessageContaining("history");
        house.tallyHolds();
    }

    @Test
    void aDiscardedRowKeepsItsReason() {
        QuarantinedRow row =
                quarantine.find("penalties", "negative", null, 0, 1).getFirst();
        quarantine.discard(row.id(), "zhangsan", "部门已撤回");
        assertThat(quarantine.history(row.id())).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo("discarded");
            assertThat(line.note()).isEqualTo("部门已撤回");
        });
        assertThatThrownBy(() -> quarantine.discard(row.id(), "zhangsan", "again"))
                .isInstanceOf(IllegalStateException.class);
        house.tallyHolds();
    }

    @Test
    void theTallyIsSummedUpWithoutChangingWhatItSays() {
        house.jdbc.sql("""
                        insert into integrations.quarantine_tally
                        select 'penalties', 'open', 'x', null, null, current_date, case n % 2 when 0 then 1 else -1 end
                        from generate_series(1, 5000) n""").update();
        List<Quarantine.Count> before = quarantine.counts();
        house.store.waiting().sweep();
        assertThat(quarantine.counts()).isEqualTo(before);
        assertThat(house.jdbc
                        .sql("select count(*) from integrations.quarantine_tally")
                        .query(Long.class)
                        .single())
                .isLessThan(20);
        house.tallyHolds();
    }

    private long firstDelivery() {
        return quarantine.find("penalties", null, null, 0, 1).getFirst().delivery();
    }

    private LocalDate today() {
        return LocalDate.now(QuarantineFilter.SHANGHAI);
    }

    private List<Integer> lines(QuarantineQuery query) {
        List<Integer> lines = new ArrayList<>();
        quarantine.forEach(query, rows -> rows.forEach(row -> lines.add(row.line())));
        return lines;
    }

    private static QuarantineQuery query(String name, String value) {
        return QuarantineQuery.read(Map.of(name, value));
    }
}
