package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Condition;
import org.sise.scoring.policy.Weights;

/** Which fields of one kind of record the policies look at, and how. */
final class KindPlan {
    final String token;
    final int index;
    final List<@Nullable Watch> watches;
    final List<Watch.End> ends = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    final List<List<String>> keys = new ArrayList<>();
    private final Map<String, @Nullable FieldCodes> fields = new LinkedHashMap<>();

    /** The fields that the policies look at, in the order in which {@link #codes} has them. */
    final List<String> names;

    /** By field; null where no condition and no weight looks at it. */
    final @Nullable FieldCodes[] codes;

    /** Whether of equal records of a day it matters which counts. */
    final boolean canonical;

    /** By key: whether all that group by it end by the kind's first end. */
    private final boolean[] ending;

    private final int[] throughs;
    private final int[] befores;

    /** @param watches those of all policies; those of other kinds are passed over, but keep their index */
    KindPlan(String token, int index, List<@Nullable Watch> watches) {
        this.token = token;
        this.index = index;
        this.watches = watches;
        for (Watch watch : watches) {
            if (concerns(watch)) {
                note(watch);
            }
        }
        this.ending = new boolean[keys.size()];
        for (int k = 0; k < ending.length; k++) {
            List<String> key = keys.get(k);
            ending[k] = watches.stream()
                    .allMatch(watch ->
                            watch == null || !concerns(watch) || !watch.keys().contains(key) || endSlot(watch) == 0);
        }
        this.canonical = watches.stream().anyMatch(watch -> watch != null && concerns(watch) && watch.canonical());
        this.names = List.copyOf(fields.keySet());
        this.codes = fields.values().toArray(new FieldCodes[0]);
        for (FieldCodes code : codes) {
            if (code != null) {
                code.close();
            }
        }
        this.throughs = new int[ends.size()];
        this.befores = new int[ends.size()];
        for (int e = 0; e < throughs.length; e++) {
            throughs[e] = place(ends.get(e).through());
            befores[e] = place(ends.get(e).before());
        }
    }

    boolean concerns(@Nullable Watch watch) {
        return watch != null && watch.kinds().contains(token);
    }

    /** The place of the watch's end among the kind's ends; -1 where its records never end. */
    int endSlot(Watch watch) {
        return ends.indexOf(watch.end());
    }

    boolean isEnding(int key) {
        return ending[key];
    }

    /** How many longs a record of the kind takes beside its word and its first end. */
    int width() {
        return Math.max(ends.size() - 1, 0) + numbers.size() + keys.size();
    }

    /** Where the kind's numbers begin among its further longs. */
    int numbersAt() {
        return Math.max(ends.size() - 1, 0);
    }

    /** Where the kind's keys begin among its further longs. */
    int keysAt() {
        return numbersAt() + numbers.size();
    }

    /** The first epoch day on which the record no longer weighs, by the kind's end of that place. */
    long end(int slot, @Nullable String[] values) {
        long end = Days.FOREVER;
        if (throughs[slot] >= 0) {
            long day = Days.parse(values[throughs[slot]]);
            end = day == Days.NONE ? end : day + 1;
        }
        if (befores[slot] >= 0) {
            long day = Days.parse(values[befores[slot]]);
            end = day == Days.NONE ? end : Math.min(end, day);
        }
        return end;
    }

    private void note(Watch watch) {
        for (Condition condition : watch.where()) {
            coded(condition.field()).note(condition);
        }
        if (watch.exempt() != null) {
            for (Condition condition : watch.exempt().where()) {
                coded(condition.field()).note(condition);
            }
        }
        for (Weights weights : watch.weights()) {
            coded(weights.field()).note(weights);
        }
        if (watch.group() != null) {
            coded(watch.group());
        }
        if (!watch.end().equals(Watch.End.NEVER)) {
            for (String name : Arrays.asList(watch.end().through(), watch.end().before())) {
                if (name != null) {
                    fields.putIfAbsent(name, null);
                }
            }
            addOnce(ends, watch.end());
        }
        if (watch.number() != null) {
            fields.putIfAbsent(watch.number(), null);
            addOnce(numbers, watch.number());
        }
        for (List<String> key : watch.keys()) {
            key.forEach(name -> fields.putIfAbsent(name, null));
            addOnce(keys, key);
        }
    }

    private int place(@Nullable String name) {
        return name == null ? -1 : names.indexOf(name);
    }

    private FieldCodes coded(String name) {
        FieldCodes codes = fields.get(name);
        if (codes == null) {
            codes = new FieldCodes();
            fields.put(name, codes);
        }
        return codes;
    }

    private static <T> void addOnce(List<T> list, T one) {
        if (!list.contains(one)) {
            list.add(one);
        }
    }
}
