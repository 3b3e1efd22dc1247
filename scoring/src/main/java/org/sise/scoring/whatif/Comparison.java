package org.sise.scoring.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sise.core.industry.Industries;
import org.sise.core.region.Regions;
import org.sise.scoring.policy.Points;

/**
 * Two sides of one population held against each other, in full: distributions, the matrix of moves, the same by industry
 * and by region, and every mover. Nothing is sampled.
 */
public final class Comparison {
    private final Side before;
    private final Side after;
    private final Codes industries;
    private final Codes regions;
    private final Scale scale;
    private final Moves moves;
    private final int[][] byIndustry;
    private final int[][] byRegion;
    private final int[] movers;

    private Comparison(Side before, Side after, Codes industries, Codes regions) {
        this.before = before;
        this.after = after;
        this.industries = industries;
        this.regions = regions;
        this.scale = Scale.of(before.policy(), after.policy());
        int columns = scale.after().size() + 1;
        int cells = (scale.before().size() + 1) * columns;
        boolean[] moving = moving(columns, cells);
        this.byIndustry = new int[industries.texts().size()][cells];
        this.byRegion = new int[regions.texts().size()][cells];
        int[] found = new int[1024];
        int count = 0;
        byte[] from = before.ranks();
        byte[] to = after.ranks();
        int[] industry = industries.ofParty();
        int[] region = regions.ofParty();
        int lastRow = scale.before().size();
        int lastColumn = columns - 1;
        for (int party = 0; party < from.length; party++) {
            int row = from[party] < 0 ? lastRow : from[party];
            int column = to[party] < 0 ? lastColumn : to[party];
            int cell = row * columns + column;
            byIndustry[industry[party]][cell]++;
            byRegion[region[party]][cell]++;
            if (moving[cell]) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = party;
            }
        }
        this.movers = Arrays.copyOf(found, count);
        this.moves = Moves.none(scale);
        for (int[] some : byRegion) {
            moves.add(some);
        }
    }

    /**
     * Compares the sides.
     *
     * @param industries each party's industry by GB/T 4754
     * @param regions each party's region by GB/T 2260
     * @throws IllegalArgumentException when the sides or the codes are not of one population
     */
    public static Comparison of(Side before, Side after, Codes industries, Codes regions) {
        int size = before.size();
        if (after.size() != size || industries.size() != size || regions.size() != size) {
            throw new IllegalArgumentException("unlike populations: %d, %d, industries of %d, regions of %d"
                    .formatted(size, after.size(), industries.size(), regions.size()));
        }
        return new Comparison(before, after, industries, regions);
    }

    public Side before() {
        return before;
    }

    public Side after() {
        return after;
    }

    public Scale scale() {
        return scale;
    }

    /** The moves of the whole population. */
    public Moves moves() {
        return moves;
    }

    /** The moves by section of GB/T 4754 (门类), in the order of the letters; those of no known one first. */
    public List<Group> bySection() {
        return Groups.of(scale, industries, byIndustry, Groups::section, Groups::industry);
    }

    /** The moves by division of GB/T 4754 (大类); those of no known one first. */
    public List<Group> byDivision() {
        return Groups.of(scale, industries, byIndustry, Groups::division, Groups::industry);
    }

    /** The moves by region as the parties name it, the district as a rule; those without one first. */
    public List<Group> byRegion() {
        return Groups.of(scale, regions, byRegion, Function.identity(), Groups::region);
    }

    /** The moves by the region's first digits, such as 4 for cities; a shorter code stands for itself. */
    public List<Group> byRegion(int digits) {
        return Groups.of(
                scale,
                regions,
                byRegion,
                code -> code.length() > digits ? code.substring(0, digits) : code,
                Groups::region);
    }

    /** How many movers there are. */
    public int movers() {
        return movers.length;
    }

    /** How many movers the filter takes. */
    public int movers(MoverFilter filter) {
        int[] count = new int[1];
        scan(filter, 0, _ -> ++count[0] < Integer.MAX_VALUE);
        return count[0];
    }

    /** Hands every mover that the filter takes to the consumer, in the population's order. */
    public void forEachMover(MoverFilter filter, Consumer<Mover> consumer) {
        scan(filter, 0, mover -> {
            consumer.accept(mover);
            return true;
        });
    }

    /**
     * A page of movers in the population's order.
     *
     * @param from the number of the first party that may be on it; the next page begins after the last party's number
     */
    public List<Mover> movers(MoverFilter filter, int from, int limit) {
        List<Mover> page = new ArrayList<>();
        if (limit > 0) {
            scan(filter, from, mover -> {
                page.add(mover);
                return page.size() < limit;
            });
        }
        return page;
    }

    private void scan(MoverFilter filter, int from, Predicate<Mover> goOn) {
        boolean[] industry = wanted(industries, filter.industry(), Industries.standard()::isWithin);
        boolean[] region = wanted(regions, filter.region(), Regions.standard()::isWithin);
        int at = Arrays.binarySearch(movers, from);
        for (int m = at < 0 ? -at - 1 : at; m < movers.length; m++) {
            int party = movers[m];
            if (industry[industries.ofParty()[party]]
                    && region[regions.ofParty()[party]]
                    && fits(filter, before.ranks()[party], after.ranks()[party])
                    && !goOn.test(mover(party))) {
                return;
            }
        }
    }

    private boolean fits(MoverFilter filter, int from, int to) {
        return (filter.from() == null || filter.from() == from)
                && (filter.to() == null || filter.to() == to)
                && (filter.direction() == null || filter.direction() == scale.direction(from, to));
    }

    private Mover mover(int party) {
        int from = before.ranks()[party];
        int to = after.ranks()[party];
        return new Mover(
                party,
                scale.direction(from, to),
                before.grade(party),
                after.grade(party),
                from == Side.NOT_APPLICABLE ? null : new Points(before.scores()[party]),
                to == Side.NOT_APPLICABLE ? null : new Points(after.scores()[party]),
                industries.of(party),
                regions.of(party));
    }

    private boolean[] moving(int columns, int cells) {
        boolean[] moving = new boolean[cells];
        int lastRow = cells / columns - 1;
        for (int cell = 0; cell < cells; cell++) {
            int row = cell / columns;
            int column = cell % columns;
            moving[cell] = scale.direction(
                            row == lastRow ? Side.NOT_APPLICABLE : row,
                            column == columns - 1 ? Side.NOT_APPLICABLE : column)
                    .moves();
        }
        return moving;
    }

    private interface Within {
        boolean test(String code, String within);
    }

    private static boolean[] wanted(Codes codes, @Nullable String within, Within test) {
        boolean[] wanted = new boolean[codes.texts().size()];
        for (int code = 0; code < wanted.length; code++) {
            wanted[code] = within == null || test.test(codes.texts().get(code), within);
        }
        return wanted;
    }
}
