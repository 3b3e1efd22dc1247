package org.sise.server.web.after;

import org.sise.supervision.effect.Burden;
import org.sise.supervision.effect.DistrictRate;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.InspectorLoad;
import org.sise.supervision.effect.Rate;

/** Lengths of bars, each from 0 to 100 of the longest in its table. */
public final class EffectBars {

    private static final double FULL = 100;

    private final double perYear;
    private final double ratio;
    private final double hours;

    EffectBars(Effect effect) {
        this.perYear =
                effect.burden().stream().mapToDouble(Burden::perYear).max().orElse(0);
        this.ratio = effect.districts().stream()
                .mapToDouble(DistrictRate::ratio)
                .max()
                .orElse(0);
        this.hours = effect.inspectors().stream()
                .mapToDouble(InspectorLoad::hours)
                .max()
                .orElse(0);
    }

    /** Where a share stands on a line from none to all. */
    public double at(double share) {
        return FULL * share;
    }

    /** How wide the interval of a rate is on that line; never too thin to be seen. */
    public double width(Rate rate) {
        return Math.max(1, FULL * (rate.high() - rate.low()));
    }

    /** Visits a year of an average business of a colour. */
    public double of(Burden burden) {
        return part(burden.perYear(), perYear);
    }

    /** How often a district is visited, against the mean of all. */
    public double of(DistrictRate district) {
        return part(district.ratio(), ratio);
    }

    /** Where the mean of all districts stands. */
    public double mean() {
        return part(1, ratio);
    }

    /** An inspector's hours at businesses. */
    public double of(InspectorLoad load) {
        return part(load.hours(), hours);
    }

    private static double part(double value, double most) {
        return most <= 0 ? 0 : Math.min(FULL, FULL * value / most);
    }
}
