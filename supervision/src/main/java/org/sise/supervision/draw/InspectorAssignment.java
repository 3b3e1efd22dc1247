package org.sise.supervision.draw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The third step of a draw: two inspectors for each object, those with the fewest objects so far, among equals by key. Keys
 * are taken only of those who can be among the first two by their load.
 */
final class InspectorAssignment {
    private static final int NO_LOAD = Integer.MAX_VALUE;

    private final String[] certificates;
    private final byte[][] texts;
    private final int[] room;
    private final int[] loads;
    private final Map<String, Set<String>> recusedFrom = new HashMap<>();
    private final DrawKey key;

    InspectorAssignment(List<Inspector> inspectors, List<Recusal> recusals, byte[] seed) {
        certificates = inspectors.stream().map(Inspector::certificate).toArray(String[]::new);
        texts = inspectors.stream()
                .map(inspector -> DrawText.utf8(inspector.certificate()))
                .toArray(byte[][]::new);
        room = inspectors.stream().mapToInt(Inspector::maxLoad).toArray();
        loads = new int[certificates.length];
        for (var recusal : recusals) {
            recusedFrom.computeIfAbsent(recusal.code(), code -> new HashSet<>()).add(recusal.certificate());
        }
        key = new DrawKey(seed);
    }

    /** The certificates of the next object's two inspectors; nobody if there are fewer than two. */
    List<String> next(String code) {
        Set<String> recused = recusedFrom.getOrDefault(code, Set.of());
        key.begin("inspector", code);
        int[] given = new int[2];
        int count = 0;
        int load = leastLoad(recused, -1);
        while (count < 2 && load != NO_LOAD) {
            count = pick(given, count, load, recused);
            load = leastLoad(recused, load);
        }
        if (count < 2) {
            return List.of();
        }
        loads[given[0]]++;
        loads[given[1]]++;
        return List.of(certificates[given[0]], certificates[given[1]]);
    }

    /** The least load above {@code above} of those who can come. */
    private int leastLoad(Set<String> recused, int above) {
        int least = NO_LOAD;
        for (int at = 0; at < loads.length; at++) {
            if (loads[at] > above && loads[at] < least && canCome(at, recused)) {
                least = loads[at];
            }
        }
        return least;
    }

    /** Adds to those given, up to two, who comes first by key of those with this load; returns how many are given. */
    private int pick(int[] given, int count, int load, Set<String> recused) {
        byte @Nullable [] best = null;
        byte @Nullable [] next = null;
        int bestAt = -1;
        int nextAt = -1;
        for (int at = 0; at < loads.length; at++) {
            if (loads[at] != load || !canCome(at, recused)) {
                continue;
            }
            byte[] own = key.of(texts[at]);
            if (best == null || Arrays.compareUnsigned(own, best) < 0) {
                next = best;
                nextAt = bestAt;
                best = own;
                bestAt = at;
            } else if (next == null || Arrays.compareUnsigned(own, next) < 0) {
                next = own;
                nextAt = at;
            }
        }
        int now = count;
        if (bestAt >= 0) {
            given[now++] = bestAt;
        }
        if (nextAt >= 0 && now < 2) {
            given[now++] = nextAt;
        }
        return now;
    }

    private boolean canCome(int inspector, Set<String> recused) {
        return loads[inspector] < room[inspector] && !recused.contains(certificates[inspector]);
    }
}
