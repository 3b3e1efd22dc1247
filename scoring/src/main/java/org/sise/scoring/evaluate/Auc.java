package org.sise.scoring.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * The area under the ROC curve: the probability that a bad outcome was ranked above a good one, ties counting one half
 * (Hanley and McNeil, Radiology 143, 1982). 0.5 is chance, 1 a ranking that puts every bad outcome first.
 *
 * <p>With m bad and n good outcomes, a bad one at rank x has the placement {@code V10(x)} = (good below x + half of the
 * good at x) / n, a good one at rank y has {@code V01(y)} = (bad above y + half of the bad at y) / m; the area is the
 * mean of either. They are counted by tied group after one sort, which is the midrank method of Sun and Xu (IEEE Signal
 * Processing Letters 21, 2014), O(N log N) instead of O(mn), and exact.
 *
 * <p>Two 95 % intervals, each the area ± 1.96 standard errors, cut at 0 and 1:
 *
 * <ul>
 *   <li>{@link #low} to {@link #high}, the one to quote: the cluster-robust variance of Obuchowski (Biometrics 53, 1997)
 *       with the party as cluster. Outcomes of one business are alike: it is inspected again and again, and a repeated
 *       row adds a line but no knowledge. This variance sums the placements of a party before squaring, so that repeating
 *       every outcome k times leaves it as it is, and with one outcome a party it is DeLong's. It is closed and needs no
 *       random numbers, as a bootstrap of parties would.
 *   <li>{@link #independentLow} to {@link #independentHigh}: DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988),
 *       which takes all outcomes as independent; for comparison with other tools.
 * </ul>
 *
 * <p>Where the ranking is perfect (or perfectly wrong) the variance is 0 and says nothing; the open end is then the exact
 * binomial bound 0.025^(1/k), k being the smaller number of parties (of outcomes) of the two classes. With fewer than two
 * parties (outcomes) in a class the interval is 0 to 1.
 *
 * @param bad the number of bad outcomes, at least 1
 * @param good the number of good outcomes, at least 1
 * @param parties the number of parties among them
 */
public record Auc(
        double value,
        double low,
        double high,
        double independentLow,
        double independentHigh,
        int bad,
        int good,
        int parties) {
    /** The normal distribution's 97.5 % point. */
    private static final double Z = 1.959963984540054;

    private record Interval(double low, double high) {}

    /** Sums over the outcomes of one class, by cluster. */
    private static final class Placements {
        final double[] sum;
        final int[] count;

        Placements(int clusters) {
            sum = new double[clusters];
            count = new int[clusters];
        }

        void add(int cluster, double placement) {
            sum[cluster] += placement;
            count[cluster]++;
        }

        int clusters() {
            int clusters = 0;
            for (int c : count) {
                clusters += c > 0 ? 1 : 0;
            }
            return clusters;
        }

        double deviation(int cluster, double area) {
            return sum[cluster] - count[cluster] * area;
        }
    }

    /**
     * The area with its intervals; null where it is not defined, because no outcome is bad or none is good.
     *
     * @param rank a higher rank is a higher risk; from 0, at most as many as there are outcomes
     * @param bad by outcome
     * @param cluster the number of the outcome's party, from 0, at most as many as there are outcomes
     */
    static @Nullable Auc of(int[] rank, boolean[] bad, int[] cluster) {
        long[] badAt = new long[rank.length + 1];
        long[] goodAt = new long[rank.length + 1];
        int m = 0;
        for (int i = 0; i < rank.length; i++) {
            (bad[i] ? badAt : goodAt)[rank[i]]++;
            m += bad[i] ? 1 : 0;
        }
        int n = rank.length - m;
        if (m == 0 || n == 0) {
            return null;
        }
        // Twice the placements, times the size of the other class: whole numbers.
        long[] goodBelow = new long[rank.length + 1];
        long[] badAbove = new long[rank.length + 1];
        long below = 0;
        long above = 2L * m;
        long twiceU = 0;
        for (int k = 0; k <= rank.length; k++) {
            goodBelow[k] = below + goodAt[k];
            badAbove[k] = above - badAt[k];
            below += 2 * goodAt[k];
            above -= 2 * badAt[k];
            twiceU += badAt[k] * goodBelow[k];
        }
        double area = twiceU / (2.0 * m * n);
        Placements ofBad = new Placements(rank.length);
        Placements ofGood = new Placements(rank.length);
        double spreadOfBad = 0;
        double spreadOfGood = 0;
        for (int i = 0; i < rank.length; i++) {
            if (bad[i]) {
                double placement = goodBelow[rank[i]] / (2.0 * n);
                ofBad.add(cluster[i], placement);
                spreadOfBad += (placement - area) * (placement - area);
            } else {
                double placement = badAbove[rank[i]] / (2.0 * m);
                ofGood.add(cluster[i], placement);
                spreadOfGood += (placement - area) * (placement - area);
            }
        }
        double independent = spreadOfBad / (m - 1.0) / m + spreadOfGood / (n - 1.0) / n;
        Interval alone = interval(area, independent, Math.min(m, n));
        int badClusters = ofBad.clusters();
        int goodClusters = ofGood.clusters();
        Interval clustered = interval(area, clustered(area, ofBad, ofGood, m, n), Math.min(badClusters, goodClusters));
        return new Auc(area, clustered.low, clustered.high, alone.low, alone.high, m, n, parties(ofBad, ofGood));
    }

    /** Obuchowski's variance: the two classes' between-cluster sums of squares and their covariance within clusters. */
    private static double clustered(double area, Placements ofBad, Placements ofGood, int m, int n) {
        double squaresOfBad = 0;
        double squaresOfGood = 0;
        double products = 0;
        for (int c = 0; c < ofBad.sum.length; c++) {
            double bad = ofBad.deviation(c, area);
            double good = ofGood.deviation(c, area);
            squaresOfBad += bad * bad;
            squaresOfGood += good * good;
            products += bad * good;
        }
        double badClusters = ofBad.clusters();
        double goodClusters = ofGood.clusters();
        double clusters = parties(ofBad, ofGood);
        double ofBadMean = badClusters / (badClusters - 1) * squaresOfBad / m / m;
        double ofGoodMean = goodClusters / (goodClusters - 1) * squaresOfGood / n / n;
        return ofBadMean + ofGoodMean + 2 * clusters / (clusters - 1) * products / m / n;
    }

    private static int parties(Placements ofBad, Placements ofGood) {
        int parties = 0;
        for (int c = 0; c < ofBad.count.length; c++) {
            parties += ofBad.count[c] + ofGood.count[c] > 0 ? 1 : 0;
        }
        return parties;
    }

    private static Interval interval(double area, double variance, int smallerClass) {
        if (smallerClass < 2) {
            return new Interval(0, 1);
        }
        double bound = Math.pow(0.025, 1.0 / smallerClass);
        if (area == 1) {
            return new Interval(bound, 1);
        }
        if (area == 0) {
            return new Interval(0, 1 - bound);
        }
        double width = Z * Math.sqrt(Math.max(0, variance));
        return new Interval(Math.max(0, area - width), Math.min(1, area + width));
    }
}
