package org.sise.scoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AucTest {
    private static final double EXACTLY = 1e-12;

    private record Row(int rank, boolean bad, int party) {}

    /** Hanley and McNeil's 109 tomograms, rated 1 to 5; the figures are those that Stata's manual prints for roctab. */
    @Test
    void thePublishedExampleOfHanleyAndMcNeilComesOut() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        List<Row> rows = new ArrayList<>();
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < normal[rating]; i++) {
                rows.add(new Row(rating, false, rows.size()));
            }
            for (int i = 0; i < abnormal[rating]; i++) {
                rows.add(new Row(rating, true, rows.size()));
            }
        }

        Auc auc = auc(rows);

        assertThat(auc.bad()).isEqualTo(51);
        assertThat(auc.good()).isEqualTo(58);
        assertThat(auc.value()).isCloseTo(0.8932, within(0.00005));
        assertThat(auc.independentLow()).isCloseTo(0.83295, within(0.000005));
        assertThat(auc.independentHigh()).isCloseTo(0.95339, within(0.000005));
        assertThat(auc.low()).isCloseTo(auc.independentLow(), within(EXACTLY));
        assertThat(auc.high()).isCloseTo(auc.independentHigh(), within(EXACTLY));
    }

    @Test
    void withoutABadOrWithoutAGoodOutcomeThereIsNoArea() {
        assertThat(Auc.of(new int[] {0, 1}, new boolean[] {false, false}, new int[] {0, 1}))
                .isNull();
        assertThat(Auc.of(new int[] {0, 1}, new boolean[] {true, true}, new int[] {0, 1}))
                .isNull();
        assertThat(Auc.of(new int[0], new boolean[0], new int[0])).isNull();
    }

    @Test
    void aRankingThatTellsNothingIsOneHalf() {
        Auc auc = auc(List.of(new Row(0, true, 0), new Row(0, false, 1), new Row(0, false, 2), new Row(0, true, 3)));
        assertThat(auc.value()).isEqualTo(0.5);
        assertThat(auc.low()).isEqualTo(0.5);
    }

    @Test
    void aPerfectRankingOfFewPartiesIsNotCertain() {
        Auc auc = auc(List.of(new Row(0, false, 0), new Row(0, false, 1), new Row(1, true, 2), new Row(2, true, 3)));
        assertThat(auc.value()).isEqualTo(1);
        assertThat(auc.high()).isEqualTo(1);
        assertThat(auc.low()).isCloseTo(Math.sqrt(0.025), within(EXACTLY));
    }

    @Test
    void oneBadPartyTellsNothingOfTheInterval() {
        Auc auc = auc(List.of(new Row(0, false, 0), new Row(2, false, 1), new Row(1, true, 2), new Row(2, true, 2)));
        assertThat(auc.value()).isEqualTo(0.625);
        assertThat(auc.low()).isZero();
        assertThat(auc.high()).isEqualTo(1);
    }

    @Property(tries = 200)
    void theAreaIsThatOfCountingPairs(@ForAll("rows") List<Row> rows) {
        double pairs = 0;
        double won = 0;
        for (Row bad : rows) {
            for (Row good : rows) {
                if (bad.bad && !good.bad) {
                    pairs++;
                    won += bad.rank > good.rank ? 1 : bad.rank == good.rank ? 0.5 : 0;
                }
            }
        }
        Auc auc = auc(rows);
        assertThat(auc.value()).isCloseTo(won / pairs, within(EXACTLY));
        assertThat(auc.low()).isBetween(0.0, auc.value());
        assertThat(auc.high()).isBetween(auc.value(), 1.0);
    }

    @Property(tries = 200)
    void theIntervalsAreThoseOfTheFormulasWrittenOut(@ForAll("rows") List<Row> rows) {
        Auc auc = auc(rows);
        if (auc.value() == 0 || auc.value() == 1) {
            return;
        }
        double independent = 1.959963984540054 * Math.sqrt(PlainFormulas.delong(matrix(rows)));
        assertThat(auc.independentLow()).isCloseTo(Math.max(0, auc.value() - independent), within(1e-9));
        assertThat(auc.independentHigh()).isCloseTo(Math.min(1, auc.value() + independent), within(1e-9));
        double clustered = PlainFormulas.obuchowski(matrix(rows), parties(rows));
        if (!Double.isNaN(clustered)) {
            double width = 1.959963984540054 * Math.sqrt(Math.max(0, clustered));
            assertThat(auc.low()).isCloseTo(Math.max(0, auc.value() - width), within(1e-9));
            assertThat(auc.high()).isCloseTo(Math.min(1, auc.value() + width), within(1e-9));
        }
    }

    @Property(tries = 100)
    void repeatingEveryOutcomeAddsNoKnowledge(@ForAll("rows") List<Row> rows) {
        List<Row> thrice = new ArrayList<>(rows);
        thrice.addAll(rows);
        thrice.addAll(rows);
        Auc once = auc(rows);
        Auc repeated = auc(thrice);
        assertThat(repeated.value()).isCloseTo(once.value(), within(EXACTLY));
        assertThat(repeated.low()).isCloseTo(once.low(), within(1e-9));
        assertThat(repeated.high()).isCloseTo(once.high(), within(1e-9));
        assertThat(repeated.independentHigh() - repeated.independentLow())
                .isLessThanOrEqualTo(once.independentHigh() - once.independentLow() + 1e-9);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 12))
                .as(Row::new);
        return row.list().ofMinSize(4).ofMaxSize(60).filter(rows -> count(rows, true) >= 2 && count(rows, false) >= 2);
    }

    private static long count(List<Row> rows, boolean bad) {
        return rows.stream().filter(row -> row.bad == bad).count();
    }

    /** The rows in the densest ranks, from 0, as the area wants them. */
    private static Auc auc(List<Row> rows) {
        List<Integer> ranks = rows.stream().map(Row::rank).distinct().sorted().toList();
        List<Integer> parties = rows.stream().map(Row::party).distinct().toList();
        int[] rank = rows.stream().mapToInt(row -> ranks.indexOf(row.rank)).toArray();
        int[] party = rows.stream().mapToInt(row -> parties.indexOf(row.party)).toArray();
        boolean[] bad = new boolean[rank.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = rows.get(i).bad;
        }
        Auc auc = Auc.of(rank, bad, party);
        assertThat(auc).isNotNull();
        return auc;
    }

    /** By bad outcome and good outcome: 1 for a pair in the right order, one half for a tie, else 0. */
    private static double[][] matrix(List<Row> rows) {
        List<Row> bad = rows.stream().filter(Row::bad).toList();
        List<Row> good = rows.stream().filter(row -> !row.bad).toList();
        double[][] matrix = new double[bad.size()][good.size()];
        for (int i = 0; i < bad.size(); i++) {
            for (int j = 0; j < good.size(); j++) {
                matrix[i][j] = (Integer.signum(bad.get(i).rank - good.get(j).rank) + 1) / 2.0;
            }
        }
        return matrix;
    }

    /** The parties of the bad outcomes, then those of the good ones. */
    private static int[][] parties(List<Row> rows) {
        return new int[][] {
            rows.stream().filter(Row::bad).mapToInt(Row::party).toArray(),
            rows.stream().filter(row -> !row.bad).mapToInt(Row::party).toArray()
        };
    }
}
