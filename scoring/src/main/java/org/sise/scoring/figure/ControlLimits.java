package org.sise.scoring.figure;

import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Formula;

/** The excess factor of {@link Formula.ControlLimits}. */
final class ControlLimits {
    private static final int HALVINGS = 60;

    private ControlLimits() {}

    /** In thousandths, rounded half up; {@link FixedPoint#MISSING} with too few cases. */
    static long excess(Formula.ControlLimits limits, long badMilli, long ofMilli) {
        double bad = badMilli / 1000.0;
        double of = ofMilli / 1000.0;
        if (of < limits.least() || bad < 0 || bad > of) {
            return FixedPoint.MISSING;
        }
        double p = limits.yardstick().milli() / 1000.0;
        double step = limits.step().milli() / 1000.0;
        double z = limits.z().milli() / 1000.0;
        double upper = limit(of, p, z);
        double lower = limit(of, p, -z);
        if (bad > upper) {
            return Math.round(1000 * (1 + (solve(of, bad, z) - p) / step));
        }
        if (bad < lower) {
            return Math.round(1000 * (solve(of, bad, -z) - p) / step);
        }
        return Math.round(1000 * (bad - lower) / (upper - lower));
    }

    /** The limit by the normal approximation with continuity correction: the upper one for z above 0, else the lower. */
    private static double limit(double of, double p, double z) {
        return of * p + Math.copySign(0.5, z) + z * StrictMath.sqrt(of * p * (1 - p));
    }

    /** The yardstick whose limit meets the count; the limit grows with the yardstick where it crosses the count. */
    private static double solve(double of, double bad, double z) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (limit(of, middle, z) < bad) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
