package org.sise.scoring.evaluate;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The two variances of an area under the curve as their papers write them, over the matrix of all pairs. */
final class PlainFormulas {
    private PlainFormulas() {}

    /** DeLong, DeLong and Clarke-Pearson 1988. */
    static double delong(double[][] pairs) {
        double area = mean(rows(pairs));
        return sampleVariance(rows(pairs), area) / pairs.length
                + sampleVariance(columns(pairs), area) / pairs[0].length;
    }

    /** Obuchowski 1997; not a number where a class has one cluster only. */
    static double obuchowski(double[][] pairs, int[][] clusters) {
        double area = mean(rows(pairs));
        int m = pairs.length;
        int n = pairs[0].length;
        double ofBad = 0;
        double ofGood = 0;
        double both = 0;
        Set<Integer> all = new TreeSet<>();
        for (int[] ofClass : clusters) {
            Arrays.stream(ofClass).forEach(all::add);
        }
        for (int cluster : all) {
            double bad = deviation(rows(pairs), clusters[0], cluster, area);
            double good = deviation(columns(pairs), clusters[1], cluster, area);
            ofBad += bad * bad;
            ofGood += good * good;
            both += bad * good;
        }
        double i10 = Arrays.stream(clusters[0]).distinct().count();
        double i01 = Arrays.stream(clusters[1]).distinct().count();
        if (i10 < 2 || i01 < 2) {
            return Double.NaN;
        }
        double s10 = i10 / ((i10 - 1) * m) * ofBad;
        double s01 = i01 / ((i01 - 1) * n) * ofGood;
        double s11 = all.size() / (all.size() - 1.0) * both;
        return s10 / m + s01 / n + 2 * s11 / ((double) m * n);
    }

    private static double deviation(double[] placements, int[] clusters, int cluster, double area) {
        double deviation = 0;
        for (int i = 0; i < placements.length; i++) {
            deviation += clusters[i] == cluster ? placements[i] - area : 0;
        }
        return deviation;
    }

    private static double[] rows(double[][] pairs) {
        return Arrays.stream(pairs).mapToDouble(PlainFormulas::mean).toArray();
    }

    private static double[] columns(double[][] pairs) {
        double[] means = new double[pairs[0].length];
        for (int j = 0; j < means.length; j++) {
            for (double[] row : pairs) {
                means[j] += row[j] / pairs.length;
            }
        }
        return means;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double sampleVariance(double[] values, double mean) {
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
