package org.sise.scoring.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Weights;

/**
 * The record classes of some policies, found as records come in. Class 0 stands for records that do not fit a word; -1
 * for those that no policy looks at.
 */
final class RecordClasses {
    /** The largest class that fits a word. */
    static final int MOST = 0xFFFF;

    private static final int UNUSED = -1;
    private static final int LARGEST_TABLE = 1 << 16;

    final List<KindPlan> kinds = new ArrayList<>();
    private final Map<String, KindPlan> byToken = new HashMap<>();
    private final List<@Nullable RecordClass> classes = new ArrayList<>();
    private final Map<List<Long>, Integer> bySignature = new HashMap<>();
    private final int[][] tables;
    private final Map<List<Integer>, Integer> byCodes = new HashMap<>();

    RecordClasses(List<Policy> policies) {
        List<@Nullable Watch> watches = new ArrayList<>();
        for (Policy policy : policies) {
            watches.addAll(Arrays.asList(Watch.of(policy)));
        }
        Map<String, Boolean> tokens = new LinkedHashMap<>();
        for (Watch watch : watches) {
            if (watch != null) {
                watch.kinds().stream().sorted().forEach(token -> tokens.put(token, true));
            }
        }
        for (String token : tokens.keySet()) {
            KindPlan kind = new KindPlan(token, kinds.size(), watches);
            kinds.add(kind);
            byToken.put(token, kind);
        }
        classes.add(null);
        tables = new int[kinds.size()][];
        for (int k = 0; k < tables.length; k++) {
            tables[k] = table(kinds.get(k));
        }
    }

    @Nullable
    KindPlan kind(String token) {
        return byToken.get(token);
    }

    /** The classes found so far; the first is null. */
    List<@Nullable RecordClass> found() {
        return new ArrayList<>(classes);
    }

    RecordClass get(int code) {
        RecordClass found = classes.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no record class " + code);
        }
        return found;
    }

    /** The class of a record with these texts in the kind's fields; -1 if no policy looks at it. */
    int of(KindPlan kind, @Nullable String[] values) {
        int[] table = tables[kind.index];
        if (table.length == 0) {
            List<Integer> codes = new ArrayList<>(List.of(kind.index));
            for (int f = 0; f < kind.codes.length; f++) {
                FieldCodes field = kind.codes[f];
                codes.add(field == null ? 0 : field.code(values[f]));
            }
            return byCodes.computeIfAbsent(codes, ignored -> find(kind, values));
        }
        int at = 0;
        for (int f = 0; f < kind.codes.length; f++) {
            FieldCodes field = kind.codes[f];
            if (field != null) {
                at = at * field.size() + field.code(values[f]);
            }
        }
        int code = table[at];
        if (code == 0) {
            code = find(kind, values);
            table[at] = code;
        }
        return code;
    }

    private int find(KindPlan kind, @Nullable String[] values) {
        Map<String, String> fields = new HashMap<>();
        for (int f = 0; f < kind.codes.length; f++) {
            String value = values[f];
            if (kind.codes[f] != null && value != null) {
                fields.put(kind.names.get(f), value);
            }
        }
        boolean used = false;
        boolean latest = false;
        int tie = 0;
        List<Long> signature = new ArrayList<>(List.of((long) kind.index));
        for (Watch watch : kind.watches) {
            if (!kind.concerns(watch) || watch == null) {
                continue;
            }
            boolean holds = RecordClass.holds(watch.where(), fields);
            signature.add(holds ? 1L : 0L);
            if (!holds) {
                continue;
            }
            used = true;
            for (Weights weights : watch.weights()) {
                signature.add(weights.of(fields.get(weights.field())).milli());
            }
            signature.add(watch.exempt() != null && watch.exempt().lists(fields) ? 1L : 0L);
            signature.add(watch.group() != null && fields.containsKey(watch.group()) ? 1L : 0L);
            if (watch.tie() != 0 && !latest) {
                latest = true;
                tie = watch.tie() * tieOf(watch, fields);
            }
        }
        return used ? intern(signature, new RecordClass(kind, Map.copyOf(fields), tie, latest)) : UNUSED;
    }

    private static int tieOf(Watch watch, Map<String, String> fields) {
        if (watch.weights().isEmpty()) {
            return 0;
        }
        Weights first = watch.weights().getFirst();
        return Math.toIntExact(first.of(fields.get(first.field())).milli());
    }

    private int intern(List<Long> signature, RecordClass found) {
        return bySignature.computeIfAbsent(signature, ignored -> {
            classes.add(found);
            return classes.size() - 1;
        });
    }

    private static int[] table(KindPlan kind) {
        long size = 1;
        for (FieldCodes field : kind.codes) {
            size = field == null ? size : Math.min(size * field.size(), LARGEST_TABLE + 1L);
        }
        return new int[size > LARGEST_TABLE ? 0 : (int) size];
    }
}
