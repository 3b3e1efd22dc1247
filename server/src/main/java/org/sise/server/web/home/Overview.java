package org.sise.server.web.home;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sise.core.grade.Grade;

/** How many businesses stand at each colour, in all and by district. */
public record Overview(Map<Grade, Long> all, List<District> districts) {

    /** The counts of one region code, which may be empty where the register gives none. */
    public record District(String code, Map<Grade, Long> counts, long total) {}

    static Overview of(Map<String, Map<Grade, Long>> byRegion) {
        Map<Grade, Long> all = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            all.put(grade, 0L);
        }
        List<District> districts = new ArrayList<>();
        byRegion.forEach((region, counts) -> {
            Map<Grade, Long> every = new EnumMap<>(Grade.class);
            long total = 0;
            for (Grade grade : Grade.values()) {
                long count = counts.getOrDefault(grade, 0L);
                every.put(grade, count);
                all.merge(grade, count, Long::sum);
                total += count;
            }
            districts.add(new District(region, every, total));
        });
        districts.sort((a, b) -> Long.compare(b.total(), a.total()));
        return new Overview(all, districts);
    }

    /** All graded businesses. */
    public long total() {
        return all.values().stream().mapToLong(Long::longValue).sum();
    }
}
