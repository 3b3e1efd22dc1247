package org.sise.core.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.csv.CsvTable;

/** The administrative divisions that are known, by code and by name. Immutable. */
public final class Regions {

    private static final Regions STANDARD = read(CsvTable.ofResource(Regions.class, "rules/regions.csv"));

    private final Map<String, Region> byCode;
    private final Map<String, Set<Region>> byFullName;
    private final Map<String, Set<Region>> byShortName;

    private Regions(Map<Region, List<String>> aliases) {
        Map<String, Region> codes = new LinkedHashMap<>();
        aliases.keySet().forEach(region -> codes.put(region.code(), region));
        this.byCode = Collections.unmodifiableMap(codes);
        this.byFullName = new HashMap<>();
        this.byShortName = new HashMap<>();
        aliases.forEach(this::index);
    }

    /** Liaoning with its cities, districts and counties, and the Shenfu zone: the table {@code rules/regions.csv}. */
    public static Regions standard() {
        return STANDARD;
    }

    /** All divisions, in the order of their codes. */
    public Collection<Region> all() {
        return byCode.values();
    }

    /** The division of a code of six digits, or null when it is not in the table. */
    public @Nullable Region byCode(String code) {
        return byCode.get(code);
    }

    /**
     * The divisions of a name, which may stand with or without the word for its level (大连, 大连市) and behind the
     * divisions above it (辽宁省沈阳市铁西区). A full name goes before a short one, and of several short ones the
     * highest: 抚顺 is the city, not the county. Empty when no division has the name; several when it is ambiguous, as
     * 铁西区 is.
     */
    public List<Region> named(String name) {
        String key = name.strip();
        Set<Region> full = byFullName.get(key);
        if (full != null) {
            return List.copyOf(full);
        }
        List<Region> highest = new ArrayList<>();
        for (Region region : byShortName.getOrDefault(key, Set.of())) {
            if (!highest.isEmpty()
                    && region.level().compareTo(highest.getFirst().level()) < 0) {
                highest.clear();
            }
            if (highest.isEmpty() || region.level() == highest.getFirst().level()) {
                highest.add(region);
            }
        }
        return List.copyOf(highest);
    }

    /** The one division of a name as {@link #named} finds it, or null when there is none or more than one. */
    public @Nullable Region byName(String name) {
        List<Region> regions = named(name);
        return regions.size() == 1 ? regions.getFirst() : null;
    }

    /**
     * Whether a division lies in another one or is it: by the digits of GB/T 2260, and for a zone with a pseudo-code by
     * the division that it belongs to.
     *
     * @param code six digits
     * @param within a code of six digits or the digits with which codes begin, such as 2104
     */
    public boolean isWithin(String code, String within) {
        String prefix = prefixOf(within);
        for (String step = code; step != null; step = parentOf(step)) {
            if (step.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** The digits with which the codes of a division and of all below it begin: 2104 for 210400, 21 for 210000. */
    public static String prefixOf(String code) {
        int end = code.length();
        while (end > 2 && end % 2 == 0 && code.startsWith("00", end - 2)) {
            end -= 2;
        }
        return code.substring(0, end);
    }

    private @Nullable String parentOf(String code) {
        Region region = byCode.get(code);
        return region == null ? null : region.parent();
    }

    private void index(Region region, List<String> aliases) {
        List<String> full = new ArrayList<>(aliases);
        full.add(region.zh());
        List<String> brief = new ArrayList<>(List.of(region.shortName()));
        for (Region above = parent(region); above != null; above = parent(above)) {
            for (String name : List.copyOf(full)) {
                full.add(above.zh() + name);
            }
            for (String name : List.copyOf(brief)) {
                brief.add(above.shortName() + name);
            }
        }
        full.forEach(name -> add(byFullName, name, region));
        brief.forEach(name -> add(byShortName, name, region));
    }

    private @Nullable Region parent(Region region) {
        return region.parent() == null ? null : byCode.get(region.parent());
    }

    private static void add(Map<String, Set<Region>> into, String name, Region region) {
        into.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(region);
    }

    private static Regions read(CsvTable table) {
        Map<Region, List<String>> regions = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            Region region = new Region(
                    row.get("code"),
                    row.get("name_zh"),
                    row.get("name_en"),
                    Region.Level.valueOf(
                            row.get("level").toUpperCase(Locale.ROOT).replace('-', '_')),
                    row.optional("parent"),
                    row.get("official").equals("1"));
            String aliases = row.optional("aliases");
            regions.put(region, aliases == null ? List.of() : List.of(aliases.split(";")));
        }
        return new Regions(regions);
    }
}
