package org.sise.scoring.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A weight by the text of a field, such as by severity.
 *
 * @param otherwise the weight of a record without the field or with another text; missing is not zero
 */
public record Weights(String field, Map<String, Points> values, Points otherwise) {
    public Weights {
        values = Map.copyOf(values);
        for (Points weight : values.values()) {
            check(weight);
        }
        check(otherwise);
    }

    public Points of(@Nullable String text) {
        Points weight = text == null ? null : values.get(text);
        return weight == null ? otherwise : weight;
    }

    /** The largest weight. */
    public Points largest() {
        Points largest = otherwise;
        for (Points weight : values.values()) {
            largest = weight.compareTo(largest) > 0 ? weight : largest;
        }
        return largest;
    }

    private static void check(Points weight) {
        if (weight.milli() < 0 || weight.milli() > 1_000_000) {
            throw new IllegalArgumentException("a weight is between 0 and 1000: " + weight);
        }
    }
}
