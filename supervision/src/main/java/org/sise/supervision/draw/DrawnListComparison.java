package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sise.supervision.draw.Difference.Kind;
import org.sise.supervision.draw.Transcript.DrawnObject;

/** Compares two lists of drawn objects; of each kind of difference the first twenty are named and the others counted. */
final class DrawnListComparison {
    private static final int SHOWN = 20;

    private final List<Difference> differences = new ArrayList<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    private DrawnListComparison() {}

    private record Leaf(String stratum, String code) {
        static Leaf of(DrawnObject object) {
            return new Leaf(object.stratum(), object.code());
        }

        @Override
        public String toString() {
            return stratum + " " + code;
        }
    }

    /** The differences of a recorded list from the computed one; a list that the caller may extend. */
    static List<Difference> of(List<DrawnObject> recorded, List<DrawnObject> computed, ObjectPool pool) {
        var comparison = new DrawnListComparison();
        comparison.compare(recorded, computed, pool);
        comparison.counts.forEach((kind, count) -> {
            if (count > SHOWN) {
                String more = "另有 " + (count - SHOWN) + " 处 / " + (count - SHOWN) + " more";
                comparison.differences.add(new Difference(kind, "/drawn (" + more + ")", "", ""));
            }
        });
        return comparison.differences;
    }

    private void compare(List<DrawnObject> recorded, List<DrawnObject> computed, ObjectPool pool) {
        var due = new LinkedHashMap<Leaf, DrawnObject>();
        computed.forEach(object -> due.put(Leaf.of(object), object));
        var listed = new LinkedHashSet<Leaf>();
        for (int at = 0; at < recorded.size(); at++) {
            var leaf = Leaf.of(recorded.get(at));
            String place = "/drawn/" + at + " " + leaf.code();
            if (!listed.add(leaf)) {
                add(Kind.TWICE, place, leaf.toString(), "");
            } else if (!pool.contains(leaf.stratum(), leaf.code())) {
                add(Kind.NOT_IN_POOL, place, leaf.toString(), "");
            } else if (!due.containsKey(leaf)) {
                add(Kind.ADDED, place, leaf.toString(), "");
            }
        }
        int rank = 0;
        for (var leaf : due.keySet()) {
            if (!listed.contains(leaf)) {
                add(Kind.MISSING, "/drawn/" + rank + " " + leaf.code(), "", leaf.toString());
            }
            rank++;
        }
        order(listed, due.keySet());
        var seen = new HashSet<Leaf>();
        for (int at = 0; at < recorded.size(); at++) {
            var object = recorded.get(at);
            var should = due.get(Leaf.of(object));
            if (should != null && seen.add(Leaf.of(object))) {
                details("/drawn/" + at + " " + object.code(), object, should);
            }
        }
    }

    private void order(Set<Leaf> listed, Set<Leaf> due) {
        var common = listed.stream().filter(due::contains).toList();
        var right = due.stream().filter(listed::contains).toList();
        for (int at = 0; at < common.size(); at++) {
            var is = common.get(at);
            var should = right.get(at);
            if (!is.equals(should)) {
                add(Kind.ORDER, "/drawn/" + at + " " + is.code(), is.toString(), should.toString());
            }
        }
    }

    private void details(String place, DrawnObject is, DrawnObject should) {
        if (!is.inspectors().equals(should.inspectors())) {
            add(
                    Kind.INSPECTORS,
                    place,
                    is.inspectors().toString(),
                    should.inspectors().toString());
        }
        if (!is.items().equals(should.items())) {
            add(Kind.ITEMS, place, Comparison.brief(is.items()), Comparison.brief(should.items()));
        }
    }

    private void add(Kind kind, String place, String recorded, String computed) {
        if (counts.merge(kind, 1, Integer::sum) <= SHOWN) {
            differences.add(new Difference(kind, place, recorded, computed));
        }
    }
}
