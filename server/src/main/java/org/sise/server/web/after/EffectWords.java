package org.sise.server.web.after;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.server.web.Words;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.FindingRate;
import org.sise.supervision.effect.Rate;
import org.sise.supervision.stratum.Selection;
import org.sise.supervision.visit.VisitKind;

/** Names of groups, and shares, in the reader's language. */
public final class EffectWords {

    private final Words words;

    EffectWords(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** The group of a rate. */
    public String group(FindingRate rate) {
        String key = rate.key();
        return switch (rate.dimension()) {
            case COLOUR, PURE -> colour(key);
            case PLAN -> key.isEmpty() ? words.say("effect.no.plan") : key;
            case SELECTION -> key.isEmpty() ? words.say("effect.not.drawn") : words.of(Selection.valueOf(key));
            case KIND -> kind(VisitKind.valueOf(key));
        };
    }

    /** What rates are held against. */
    public String yardstick(Effect effect) {
        return words.of(effect.yardstick());
    }

    /** A kind of check. */
    public String kind(VisitKind kind) {
        return words.either(kind.rule().zh(), kind.rule().en());
    }

    /** A colour by its name, or that there is none. */
    public String colour(String name) {
        return words.grade(name.isEmpty() ? null : Grade.valueOf(name));
    }

    /** A share as a percentage with one place. */
    public String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** A number with one place. */
    public String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** A number with two places. */
    public String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** A number with three places. */
    public String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /** A difference in percentage points with its interval. */
    public String difference(Rate.@Nullable Difference difference) {
        return difference == null
                ? "—"
                : String.format(
                        Locale.ROOT,
                        "%+.1f (%+.1f … %+.1f)",
                        100 * difference.value(),
                        100 * difference.low(),
                        100 * difference.high());
    }
}
