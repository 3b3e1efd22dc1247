package org.sise.scoring.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.core.industry.Industries;
import org.sise.core.industry.Industry;
import org.sise.core.region.Region;
import org.sise.core.region.Regions;
import org.sise.scoring.policy.Text;

/** Gathers counts by code into groups of codes, and names them. */
final class Groups {
    private static final Text UNKNOWN = new Text("未知", "not known");

    private Groups() {}

    /** @param counts by code and cell of the matrix of moves */
    static List<Group> of(
            Scale scale,
            Codes codes,
            int[][] counts,
            Function<String, String> groupOf,
            Function<String, @Nullable Text> name) {
        Map<String, Moves> groups = new TreeMap<>();
        for (int code = 0; code < counts.length; code++) {
            String group = groupOf.apply(codes.texts().get(code));
            groups.computeIfAbsent(group, _ -> Moves.none(scale)).add(counts[code]);
        }
        List<Group> named = new ArrayList<>(groups.size());
        groups.forEach((code, moves) -> named.add(named(code, code.isEmpty() ? null : name.apply(code), moves)));
        return named;
    }

    static Group named(String code, @Nullable Text name, Moves moves) {
        Text text = code.isEmpty() ? UNKNOWN : name;
        return new Group(code, text == null ? new Text(code, code) : text, moves);
    }

    static String section(String code) {
        Industry section = Industries.standard().sectionOf(code);
        return section == null ? "" : section.code();
    }

    static String division(String code) {
        Industry industry = Industries.standard().of(code);
        return industry == null || industry.level() == Industry.Level.SECTION ? "" : industry.code();
    }

    static @Nullable Text industry(String code) {
        Industry industry = Industries.standard().of(code);
        return industry == null ? null : new Text(industry.zh(), industry.en());
    }

    static @Nullable Text region(String code) {
        Region region = Regions.standard().byCode(code.length() < 6 ? code + "0".repeat(6 - code.length()) : code);
        return region == null ? null : new Text(region.zh(), region.en());
    }
}
