package org.sise.scoring.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sise.scoring.TestPolicies;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.read.BuiltIn;

/** The UK schemes against plain functions of the published tables, over every combination of scores. */
class UkFoodSchemesTest {
    private static final int[] COMPLIANCE = {0, 5, 10, 15, 20, 25};
    private static final int[] MANAGEMENT = {0, 5, 10, 20, 30};

    @Test
    void everyCombinationOfScoresGetsTheRatingOfThePublishedTable() {
        Grader grader = Grader.of(BuiltIn.policy("uk-fhrs"));
        List<String> wrong = new ArrayList<>();
        int combinations = 0;
        for (int hygiene : COMPLIANCE) {
            for (int structural : COMPLIANCE) {
                for (int management : MANAGEMENT) {
                    String rating = grade(
                            grader,
                            "food-hygiene-inspection",
                            Map.of(
                                    "hygiene", "" + hygiene,
                                    "structural", "" + structural,
                                    "management", "" + management));
                    combinations++;
                    if (!rating.equals("rating-" + published(hygiene, structural, management))) {
                        wrong.add("%d/%d/%d %s".formatted(hygiene, structural, management, rating));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(combinations).isEqualTo(180);
    }

    /** By the row of the total, then down until no score is above the row's highest permitted one. */
    private static int published(int hygiene, int structural, int management) {
        int[] highestPermitted = {Integer.MAX_VALUE, 20, 15, 10, 10, 5};
        int rating = switch (hygiene + structural + management) {
            case 0, 5, 10, 15 -> 5;
            case 20 -> 4;
            case 25, 30 -> 3;
            case 35, 40 -> 2;
            case 45, 50 -> 1;
            default -> 0;
        };
        while (hygiene > highestPermitted[rating]
                || structural > highestPermitted[rating]
                || management > highestPermitted[rating]) {
            rating--;
        }
        return rating;
    }

    @Test
    void everyCombinationOfScoresGetsTheCategoryOfItsSum() {
        Grader grader = Grader.of(BuiltIn.policy("uk-food-intervention"));
        List<String> wrong = new ArrayList<>();
        for (int handling : new int[] {5, 10, 30, 40}) {
            for (int process : new int[] {0, 20}) {
                for (int consumers : new int[] {0, 5, 10, 15}) {
                    for (int vulnerable : new int[] {0, 22}) {
                        for (int significance : new int[] {0, 20}) {
                            int inherent = handling + process + consumers + vulnerable + significance;
                            Map<String, String> fields = Map.of(
                                    "handling", "" + handling,
                                    "process", "" + process,
                                    "consumers", "" + consumers,
                                    "vulnerable", vulnerable == 22 ? "true" : "false",
                                    "significance", "" + significance);
                            compare(grader, inherent, fields, wrong);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(Grader grader, int inherent, Map<String, String> fields, List<String> wrong) {
        for (int hygiene : COMPLIANCE) {
            for (int structural : COMPLIANCE) {
                for (int management : MANAGEMENT) {
                    Map<String, String> all = new java.util.HashMap<>(fields);
                    all.put("hygiene", "" + hygiene);
                    all.put("structural", "" + structural);
                    all.put("management", "" + management);
                    String category = grade(grader, "food-intervention", all);
                    if (!category.equals(category(inherent + hygiene + structural + management))) {
                        wrong.add(all + " " + category);
                    }
                }
            }
        }
    }

    private static String category(int sum) {
        if (sum > 91) {
            return "category-a";
        }
        if (sum > 71) {
            return "category-b";
        }
        if (sum > 51) {
            return "category-c";
        }
        return sum > 30 ? "category-d" : "category-e";
    }

    private static String grade(Grader grader, String kind, Map<String, String> fields) {
        Fact fact = Fact.of(kind, LocalDate.of(2026, 1, 5), "F", fields);
        Graded graded = grader.grade(TestPolicies.party(fact), TestPolicies.TODAY);
        return ((Graded.Result) graded).grade().id();
    }
}
