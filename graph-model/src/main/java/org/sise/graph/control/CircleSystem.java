package org.sise.graph.control;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The system of one circle of holdings: (I − W) x = b for many b at once, by elimination in double precision. Since W has no
 * negative share and its columns sum to no more than one, I − W is an M-matrix: it needs no exchange of rows, and it has a
 * solution of shares exactly when every pivot is positive. A pivot of no more than 10<sup>-12</sup> means that the circle
 * holds itself wholly, or more than wholly.
 */
final class CircleSystem {

    private static final double LEAST_PIVOT = 1e-12;
    private static final double MOST_RESIDUAL = 1e-10;

    private final int n;
    private final double[][] matrix;
    private final double[][] given;
    private final double[][] right;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private int[] units = new int[16];

    CircleSystem(int n) {
        this.n = n;
        this.matrix = new double[n][n];
        this.given = new double[n][n];
        this.right = new double[n][16];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
        }
    }

    /** Says that the member of a column holds a share of the member of a row. */
    void holds(int row, int column, double share) {
        matrix[row][column] -= share;
    }

    /** Eliminates; false when the circle has no solution. */
    boolean factor() {
        for (int i = 0; i < n; i++) {
            given[i] = matrix[i].clone();
        }
        for (int k = 0; k < n; k++) {
            double pivot = matrix[k][k];
            if (!(pivot > LEAST_PIVOT)) {
                return false;
            }
            double[] upper = matrix[k];
            for (int i = k + 1; i < n; i++) {
                double[] row = matrix[i];
                if (row[k] != 0) {
                    double factor = row[k] / pivot;
                    row[k] = factor;
                    for (int j = k + 1; j < n; j++) {
                        row[j] -= factor * upper[j];
                    }
                }
            }
        }
        return true;
    }

    /** Takes what is held of a member from outside, and empties it. */
    void right(int row, Mixture held) {
        for (int i = 0; i < held.count(); i++) {
            int column = columns.computeIfAbsent(held.unit(i), _ -> columns.size());
            if (column >= units.length) {
                units = Arrays.copyOf(units, column * 2);
                for (int r = 0; r < n; r++) {
                    right[r] = Arrays.copyOf(right[r], column * 2);
                }
            }
            units[column] = held.unit(i);
            right[row][column] = held.share(i);
        }
        held.clear();
    }

    /** Solves; false when what was found does not satisfy the system. */
    boolean solve() {
        double[][] wanted = new double[n][];
        for (int i = 0; i < n; i++) {
            wanted[i] = right[i].clone();
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtract(right[i], right[k], matrix[i][k]);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                subtract(right[i], right[k], matrix[i][k]);
            }
            for (int c = 0; c < columns.size(); c++) {
                right[i][c] /= matrix[i][i];
            }
        }
        return residual(wanted) <= MOST_RESIDUAL;
    }

    /** The shares in a member. */
    void left(int row, Mixture into) {
        for (int c = 0; c < columns.size(); c++) {
            if (right[row][c] != 0) {
                into.add(units[c], right[row][c]);
            }
        }
    }

    private double residual(double[][] wanted) {
        double most = 0;
        double largest = 1;
        for (int i = 0; i < n; i++) {
            double[] rest = wanted[i];
            for (int k = 0; k < n; k++) {
                subtract(rest, right[k], given[i][k]);
            }
            for (int c = 0; c < columns.size(); c++) {
                most = Math.max(most, Math.abs(rest[c]));
                largest = Math.max(largest, Math.abs(right[i][c]));
            }
        }
        return most / largest;
    }

    private void subtract(double[] from, double[] what, double factor) {
        if (factor != 0) {
            for (int c = 0; c < columns.size(); c++) {
                from[c] -= factor * what[c];
            }
        }
    }
}
