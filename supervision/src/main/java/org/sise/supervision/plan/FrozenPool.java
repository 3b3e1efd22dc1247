package org.sise.supervision.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.business.GradedBusiness;
import org.sise.supervision.draw.ObjectPool;
import org.sise.supervision.stratum.IndustryRisks;
import org.sise.supervision.stratum.Stratum;

/**
 * The pool of a plan with its file.
 *
 * @param objects the pool
 * @param csv {@code objects.csv}: strata in the order of their bytes, codes in theirs
 */
record FrozenPool(ObjectPool objects, byte[] csv) {

    private static final String HEADER = "stratum,code\n";
    private static final IndustryRisks RISKS = IndustryRisks.standard();

    /** The one to be given up first on top: the least urgent, of equals the one with the last code. */
    private static final Comparator<GradedBusiness> LEAST = Comparator.comparingDouble(GradedBusiness::urgency)
            .thenComparing(GradedBusiness::code, Comparator.reverseOrder());

    /**
     * Takes a plan's pool from the ledger as it stands.
     *
     * @param resting codes that are left out unless they are set aside
     */
    static FrozenPool take(Businesses businesses, String plan, PlanDraft draft, Set<String> resting) {
        BusinessFilter filter = PoolFilter.of(draft, null);
        Map<Stratum, Long> sizes = Strata.sizes(draft, businesses.countGraded(filter, resting));
        SetAside aside = SetAside.of(businesses, filter, plan, Strata.setAside(draft, sizes));
        Set<String> worst = draft.worstShare().signum() == 0
                ? Set.of()
                : worst(businesses, draft, sizes, code -> resting.contains(code) || aside.has(code));
        var builder = ObjectPool.of(Strata.names(draft));
        Map<String, ByteArrayOutputStream> rows = new TreeMap<>();
        businesses.forEachGraded(filter, business -> {
            boolean any = aside.has(business.code());
            if (!any && resting.contains(business.code())) {
                return;
            }
            Stratum stratum = any ? Stratum.ANY : stratum(draft, business);
            String name = (worst.contains(business.code()) ? stratum.ofWorst() : stratum).name();
            builder.add(name, business.code());
            rows.computeIfAbsent(name, _ -> new ByteArrayOutputStream())
                    .writeBytes((name + "," + business.code() + "\n").getBytes(StandardCharsets.UTF_8));
        });
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
        rows.values().forEach(lines -> csv.writeBytes(lines.toByteArray()));
        return new FrozenPool(builder.build(), csv.toByteArray());
    }

    /** Reads a file that {@link #take} has written. */
    static ObjectPool read(byte[] csv, PlanDraft draft) {
        var builder = ObjectPool.of(Strata.names(draft));
        String stratum = "";
        int lineStart = HEADER.length();
        for (int at = lineStart; at < csv.length; at++) {
            if (csv[at] == ',') {
                stratum = new String(csv, lineStart, at - lineStart, StandardCharsets.UTF_8);
                lineStart = at + 1;
            } else if (csv[at] == '\n') {
                builder.add(stratum, new String(csv, lineStart, at - lineStart, StandardCharsets.UTF_8));
                lineStart = at + 1;
            }
        }
        return builder.build();
    }

    /**
     * The codes of each stratum's worst, as many as {@link Strata#worst} says.
     *
     * @param most what each stratum's size is at most
     */
    private static Set<String> worst(
            Businesses businesses, PlanDraft draft, Map<Stratum, Long> most, Predicate<String> except) {
        Map<Stratum, Integer> places = new HashMap<>();
        most.forEach((stratum, size) -> places.put(stratum, Strata.worst(draft, stratum, size)));
        Map<Stratum, Long> sizes = new HashMap<>();
        Map<Stratum, PriorityQueue<GradedBusiness>> queues = new HashMap<>();
        businesses.forEachGraded(PoolFilter.of(draft, null), business -> {
            if (except.test(business.code())) {
                return;
            }
            Stratum stratum = stratum(draft, business);
            sizes.merge(stratum, 1L, Long::sum);
            PriorityQueue<GradedBusiness> queue = queues.computeIfAbsent(stratum, _ -> new PriorityQueue<>(LEAST));
            queue.add(business);
            if (queue.size() > places.getOrDefault(stratum, 0)) {
                queue.remove();
            }
        });
        Set<String> worst = new HashSet<>();
        queues.forEach((stratum, queue) -> {
            int left = Strata.worst(draft, stratum, sizes.getOrDefault(stratum, 0L));
            while (queue.size() > left) {
                queue.remove();
            }
            queue.forEach(business -> worst.add(business.code()));
        });
        return worst;
    }

    private static Stratum stratum(PlanDraft draft, GradedBusiness business) {
        return draft.ratios().stratumOf(business.grade(), RISKS.of(business.industry()));
    }
}
