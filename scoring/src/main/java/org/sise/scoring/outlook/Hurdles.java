package org.sise.scoring.outlook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Ruling;
import org.sise.scoring.policy.Rule;

/**
 * The rules that alone hold a party below a grade on a day, and how many of their records must be repaired before they
 * let go. A veto or floor of m records that takes n of them lets go after m - n + 1 repairs, whatever else is repaired;
 * a lack of data, a party's youth and its silence are never lifted by a repair.
 */
final class Hurdles {
    private final List<boolean[]> helps = new ArrayList<>();
    private final List<Integer> needs = new ArrayList<>();
    private boolean hopeless;

    private Hurdles() {}

    /**
     * The hurdles before a rank.
     *
     * @param now the party on that day with nothing repaired
     */
    static Hurdles of(Graded.Result now, int rank, List<Repair> repairs) {
        Hurdles hurdles = new Hurdles();
        for (Ruling ruling : now.rulings()) {
            if (ruling.grade().rank() > rank) {
                switch (ruling.rule()) {
                    case Rule.Veto veto -> hurdles.add(ruling, veto.trigger().atLeast(), repairs);
                    case Rule.Floor floor -> hurdles.add(ruling, floor.trigger().atLeast(), repairs);
                    case Rule.MinimumData ignored -> hurdles.hopeless = true;
                    case Rule.NewBusiness ignored -> hurdles.hopeless = true;
                    case Rule.Dormant ignored -> hurdles.hopeless = true;
                    case Rule.Shift ignored -> {}
                    case Rule.Exposure ignored -> {}
                    case Rule.Steadiness ignored -> {}
                }
            }
        }
        return hurdles;
    }

    /** Whether that many further repairs cannot clear them all. */
    boolean areTooHigh(int further) {
        if (hopeless) {
            return true;
        }
        for (int need : needs) {
            if (need > further) {
                return true;
            }
        }
        return false;
    }

    void take(int repair) {
        count(repair, -1);
    }

    void putBack(int repair) {
        count(repair, 1);
    }

    private void count(int repair, int change) {
        for (int h = 0; h < needs.size(); h++) {
            if (helps.get(h)[repair]) {
                needs.set(h, needs.get(h) + change);
            }
        }
    }

    private void add(Ruling ruling, int atLeast, List<Repair> repairs) {
        Set<Fact> facts = Collections.newSetFromMap(new IdentityHashMap<>());
        facts.addAll(ruling.facts());
        boolean[] helping = new boolean[repairs.size()];
        for (int r = 0; r < helping.length; r++) {
            helping[r] = facts.contains(repairs.get(r).fact());
        }
        helps.add(helping);
        needs.add(ruling.facts().size() - atLeast + 1);
    }
}
