package org.sise.scoring.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.FixedPoint;
import org.sise.scoring.policy.Weights;

/**
 * Small numbers for the texts of one field, so that texts of one number are alike to every condition and weight of the
 * policies: missing, empty, any other text, the intervals between the numbers it is compared with, and each text that a
 * policy names.
 */
final class FieldCodes {
    private static final int MISSING = 0;
    private static final int EMPTY = 1;
    private static final int OTHER = 2;

    private final Set<String> named = new TreeSet<>();
    private final Set<Long> compared = new TreeSet<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private long[] limits = {};

    void note(Condition condition) {
        switch (condition) {
            case Condition.OneOf oneOf -> named.addAll(oneOf.values());
            case Condition.NoneOf noneOf -> named.addAll(noneOf.values());
            case Condition.AtLeast atLeast -> compared.add(atLeast.least().milli());
            case Condition.AtMost atMost -> compared.add(atMost.most().milli() + 1);
            case Condition.Known ignored -> {}
        }
    }

    void note(Weights weights) {
        named.addAll(weights.values().keySet());
    }

    /** Numbers the texts noted so far. */
    void close() {
        limits = compared.stream().mapToLong(Long::longValue).toArray();
        int next = OTHER + 1 + (limits.length == 0 ? 0 : limits.length + 1);
        for (String text : named) {
            codes.put(text, next++);
        }
    }

    /** One more than the largest code. */
    int size() {
        return OTHER + 1 + (limits.length == 0 ? 0 : limits.length + 1) + codes.size();
    }

    int code(@Nullable String text) {
        if (text == null) {
            return MISSING;
        }
        Integer code = codes.get(text);
        if (code != null) {
            return code;
        }
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (limits.length == 0) {
            return OTHER;
        }
        long value = FixedPoint.parse(text);
        if (value == FixedPoint.MISSING) {
            return OTHER;
        }
        int passed = 0;
        while (passed < limits.length && limits[passed] <= value) {
            passed++;
        }
        return OTHER + 1 + passed;
    }
}
