package org.sise.scoring.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.AgeBands;
import org.sise.scoring.policy.Bands;
import org.sise.scoring.policy.Points;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads bands of scores and of months, and finds every overlap and gap between them. */
final class BandsReader {
    static final long FAR = 1_000_000_000L;
    private static final int MOST = 100;

    private BandsReader() {}

    /**
     * Bands of a score.
     *
     * @param name reads a band's name
     * @param least where the first band must begin, if it says so; null: it may not say so
     */
    static @Nullable Bands scores(
            Section parent, String key, Function<Section, String> name, @Nullable Points least, Faults faults) {
        List<Section> sections = parent.sections(key, true, MOST);
        List<Bands.Band> bands = new ArrayList<>();
        Points end = null;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String named = name.apply(section);
            Points from = section.optionalPoints("from", -FAR, FAR);
            Points to = section.optionalPoints("to", -FAR, FAR);
            section.end();
            if (i == 0) {
                if (from != null && least == null) {
                    faults.add(FaultCode.BAND_NO_START, at(section, "from"));
                } else if (from != null && least != null && !from.equals(least)) {
                    faults.add(FaultCode.BAND_START, at(section, "from"), least);
                }
            } else if (from == null) {
                faults.add(FaultCode.MISSING_FIELD, section.node(), "from");
            } else if (end != null) {
                compare(end, from, at(section, "from"), faults);
            }
            if (from != null && to != null && from.compareTo(to) >= 0) {
                faults.add(FaultCode.EMPTY_BAND, at(section, "to"), from, to);
            } else {
                bands.add(new Bands.Band(named, from, to));
            }
            boolean last = i == sections.size() - 1;
            if (last && to != null) {
                faults.add(FaultCode.BAND_END, section.keyNode("to"));
            } else if (!last && to == null) {
                faults.add(FaultCode.MISSING_FIELD, section.node(), "to");
            }
            end = to;
        }
        return parent.faults().make(parent, () -> new Bands(bands));
    }

    /** {@code age: any}, bands of months, {@code {bands, ends: inside}} or a half-life. */
    static @Nullable AgeBands ages(Section parent, Faults faults) {
        Node node = parent.optional("age");
        if (node instanceof ScalarNode scalar) {
            if (!scalar.getValue().equals("any")) {
                faults.add(
                        FaultCode.NOT_ONE_OF, node, scalar.getValue(), "any, [...], {bands, ends}, {half-life, until}");
            }
            return AgeBands.ANY;
        }
        if (!(node instanceof MappingNode)) {
            return ages(parent, "age", false, faults);
        }
        Section section = parent.section("age");
        if (section == null) {
            return null;
        }
        if (!section.has("bands")) {
            return halving(section, faults);
        }
        boolean endsInside = section.oneOf("ends", List.of("inside", "outside")).equals("inside");
        AgeBands ages = ages(section, "bands", endsInside, faults);
        section.end();
        return ages;
    }

    private static @Nullable AgeBands ages(Section parent, String key, boolean endsInside, Faults faults) {
        List<Section> sections = parent.sections(key, true, MOST);
        List<AgeBands.AgeBand> bands = new ArrayList<>();
        Integer end = 0;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int from = section.months("from", 0);
            Integer to = section.optionalMonths("to", 0);
            Points factor = section.points("factor", 0, 10);
            section.end();
            Node at = at(section, "from");
            if (i == 0 && from != 0) {
                faults.add(FaultCode.BAND_START, at, 0);
            } else if (i > 0 && end != null) {
                compare(Points.of(end), Points.of(from), at, faults);
            }
            if (to != null && to <= from) {
                faults.add(FaultCode.EMPTY_BAND, at(section, "to"), from, to);
            } else {
                bands.add(new AgeBands.AgeBand(from, to, factor));
            }
            if (to == null && i < sections.size() - 1) {
                faults.add(FaultCode.MISSING_FIELD, section.node(), "to");
            }
            end = to;
        }
        return faults.make(parent, () -> new AgeBands(bands, endsInside));
    }

    private static @Nullable AgeBands halving(Section section, Faults faults) {
        int halfLife = section.months("half-life", 1);
        int until = section.months("until", 1);
        section.end();
        return faults.make(section, () -> AgeBands.halving(halfLife, until));
    }

    static Node at(Section section, String field) {
        Node value = section.optional(field);
        return value == null ? section.node() : value;
    }

    private static void compare(Points end, Points from, Node at, Faults faults) {
        int order = from.compareTo(end);
        if (order < 0) {
            faults.add(FaultCode.BAND_OVERLAP, at, end, from);
        } else if (order > 0) {
            faults.add(FaultCode.BAND_GAP, at, end, from);
        }
    }
}
