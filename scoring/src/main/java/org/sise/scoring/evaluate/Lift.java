package org.sise.scoring.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;

/**
 * What came of the outcomes that one grade stood for. Lift is the grade's rate of bad outcomes over the rate of all; a
 * lift of 2 in red says that an inspector sent to red finds twice as much. Capture is the share of all bad outcomes that
 * lie in this grade or a worse one: what would be found by going no further (the gains chart of response modelling).
 *
 * @param n outcomes of parties of that grade
 * @param rate bad / n; null where n is 0
 * @param lift null where n is 0 or no outcome at all is bad
 * @param capture from 0 to 1; null where no outcome at all is bad
 */
public record Lift(
        GradeLevel grade,
        int n,
        int bad,
        @Nullable Double rate,
        @Nullable Double lift,
        @Nullable Double capture) {
    /** A line for each grade of the policy, the worst first. */
    static List<Lift> of(Policy policy, List<Standing> standings) {
        int grades = policy.grades().size();
        int[] n = new int[grades];
        int[] bad = new int[grades];
        for (Standing standing : standings) {
            n[standing.grade().rank()]++;
            bad[standing.grade().rank()] += standing.bad() ? 1 : 0;
        }
        int allBad = Standing.countBad(standings);
        double overall = (double) allBad / standings.size();
        List<Lift> lifts = new ArrayList<>(grades);
        int caught = 0;
        for (int g = grades - 1; g >= 0; g--) {
            caught += bad[g];
            Double rate = n[g] == 0 ? null : (double) bad[g] / n[g];
            Double lift = rate == null || allBad == 0 ? null : rate / overall;
            Double capture = allBad == 0 ? null : (double) caught / allBad;
            lifts.add(new Lift(policy.grades().get(g), n[g], bad[g], rate, lift, capture));
        }
        return lifts;
    }
}
