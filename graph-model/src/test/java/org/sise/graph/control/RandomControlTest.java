package org.sise.graph.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Random graphs with many circles beside two references that share nothing with the code but the definition. */
class RandomControlTest {

    private static final MathContext EXACT = new MathContext(60);

    @Test
    void shares_are_those_of_dense_elimination_in_sixty_digits() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int graph = 0; graph < 300; graph++) {
            Drawn drawn = new Drawn(random);
            BigDecimal[][] expected = drawn.shares();
            for (int eliminated : new int[] {500, 1}) {
                Holdings table = drawn.table().iteratedAbove(eliminated);
                for (int person = 0; person < drawn.people; person++) {
                    for (int business = 0; business < drawn.businesses; business++) {
                        assertThat(table.share("p" + person, "B" + business))
                                .as(
                                        "p%d in B%d of graph %d, seed %d, up to %d",
                                        person, business, graph, seed, eliminated)
                                .isEqualTo(expected[person][business].doubleValue(), Offset.offset(1e-11));
                    }
                }
            }
        }
    }

    @Test
    void votes_are_those_of_asking_again_until_nothing_changes() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int decided = 0;
        for (int graph = 0; graph < 300; graph++) {
            Drawn drawn = new Drawn(random);
            Control control = drawn.table().control();
            List<Set<Integer>> deciders = new ArrayList<>();
            for (int business = 0; business < drawn.businesses; business++) {
                deciders.add(new HashSet<>());
            }
            for (int person = 0; person < drawn.people; person++) {
                for (int business : drawn.under(person)) {
                    deciders.get(business).add(person);
                }
            }
            for (int business = 0; business < drawn.businesses; business++) {
                int party = drawn.table().party("B" + business);
                if (deciders.get(business).size() == 1) {
                    decided++;
                    assertThat(control.decider(party))
                            .as("B%d of graph %d, seed %d", business, graph, seed)
                            .isEqualTo("p" + deciders.get(business).iterator().next());
                } else {
                    String decider = control.decider(party);
                    assertThat(decider == null || decider.startsWith("B")).isTrue();
                }
            }
        }
        assertThat(decided).isPositive();
    }

    /** A graph drawn at random: of each business up to 100 percent in whole percents is given to holders of all sorts. */
    private static final class Drawn {

        final int people;
        final int businesses;
        private final int[][] byPerson;
        private final int[][] byBusiness;
        private final Holdings table = new Holdings();

        Drawn(Random random) {
            people = 1 + random.nextInt(4);
            businesses = 1 + random.nextInt(9);
            byPerson = new int[people][businesses];
            byBusiness = new int[businesses][businesses];
            for (int business = 0; business < businesses; business++) {
                int left = random.nextInt(4) == 0 ? random.nextInt(100) : 100;
                while (left > 0) {
                    int share = Math.min(left, 1 + random.nextInt(random.nextBoolean() ? 90 : 30));
                    int holder = random.nextInt(people + businesses);
                    if (holder < people) {
                        byPerson[holder][business] += share;
                    } else if (holder - people != business || share < 40) {
                        byBusiness[holder - people][business] += share;
                    }
                    left -= share;
                }
                if (!isHeldByPeople(business)) {
                    leaveOnePercent(business);
                    byPerson[0][business]++;
                }
                draw(business);
            }
        }

        Holdings table() {
            return table;
        }

        private void draw(int business) {
            for (int p = 0; p < people; p++) {
                if (byPerson[p][business] > 0) {
                    table.holds("p" + p, "B" + business, String.valueOf(byPerson[p][business]));
                }
            }
            for (int b = 0; b < businesses; b++) {
                if (byBusiness[b][business] > 0) {
                    table.holds("B" + b, "B" + business, String.valueOf(byBusiness[b][business]));
                }
            }
        }

        private boolean isHeldByPeople(int business) {
            for (int[] row : byPerson) {
                if (row[business] > 0) {
                    return true;
                }
            }
            return false;
        }

        /** Takes one percent from the largest of the businesses that hold all of it: circles that own themselves have no solution. */
        private void leaveOnePercent(int business) {
            int largest = 0;
            for (int b = 0; b < businesses; b++) {
                largest = byBusiness[b][business] > byBusiness[largest][business] ? b : largest;
            }
            byBusiness[largest][business] = Math.max(0, byBusiness[largest][business] - 1);
        }

        /** By person and business: the solution of (I − W)x = b by Gauss and Jordan. */
        BigDecimal[][] shares() {
            BigDecimal[][] rows = new BigDecimal[businesses][businesses + people];
            for (int j = 0; j < businesses; j++) {
                for (int i = 0; i < businesses; i++) {
                    rows[j][i] = BigDecimal.valueOf((i == j ? 100 : 0) - byBusiness[i][j], 2);
                }
                for (int p = 0; p < people; p++) {
                    rows[j][businesses + p] = BigDecimal.valueOf(byPerson[p][j], 2);
                }
            }
            for (int k = 0; k < businesses; k++) {
                BigDecimal pivot = rows[k][k];
                for (int c = 0; c < rows[k].length; c++) {
                    rows[k][c] = rows[k][c].divide(pivot, EXACT);
                }
                for (int r = 0; r < businesses; r++) {
                    BigDecimal factor = rows[r][k];
                    if (r != k && factor.signum() != 0) {
                        for (int c = 0; c < rows[r].length; c++) {
                            rows[r][c] = rows[r][c].subtract(factor.multiply(rows[k][c], EXACT), EXACT);
                        }
                    }
                }
            }
            BigDecimal[][] shares = new BigDecimal[people][businesses];
            for (int p = 0; p < people; p++) {
                for (int j = 0; j < businesses; j++) {
                    shares[p][j] = rows[j][businesses + p];
                }
            }
            return shares;
        }

        Set<Integer> under(int person) {
            Set<Integer> under = new HashSet<>();
            boolean changed = true;
            while (changed) {
                changed = false;
                for (int business = 0; business < businesses; business++) {
                    int votes = byPerson[person][business];
                    for (int holder : under) {
                        votes += holder == business ? 0 : byBusiness[holder][business];
                    }
                    boolean decides = votes * 2 > 100 - byBusiness[business][business];
                    changed |= decides && under.add(business);
                }
            }
            return under;
        }
    }
}
