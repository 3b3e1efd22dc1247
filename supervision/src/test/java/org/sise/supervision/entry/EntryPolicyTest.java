package org.sise.supervision.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.entry.EntryFacts.Officer;
import org.sise.supervision.entry.EntryFacts.Planned;
import org.sise.supervision.visit.CapPolicy;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.Window;
import org.sise.supervision.visit.YearSoFar;
import org.sise.supervision.visit.YearlyCaps;

class EntryPolicyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String SHOP = "91350100M000100Y43";

    private final EntryPolicy policy =
            new EntryPolicy(CheckItems.standard(), new CapPolicy(YearlyCaps.standard()), EntryRules.standard());

    /** A sound entry, of which each test spoils something. */
    private static final class Entry {
        private @Nullable String door = SHOP;
        private @Nullable String scanner = "LN1";
        private @Nullable BusinessAtDoor register = shop(BusinessStatus.OPERATING, "210102", Grade.YELLOW);
        private Window window = new Window(DAY.minusDays(3), DAY.plusDays(3));
        private Set<VisitKind> kinds = Set.of(VisitKind.DAILY);
        private List<String> items = List.of("CI001", "CI083");
        private Set<String> drawn = Set.of();
        private List<String> assigned = List.of("LN1", "LN2");
        private List<Officer> officers = List.of(officer("LN1"), officer("LN2"));
        private VisitState state = VisitState.PLANNED;
        private Set<String> present = Set.of();
        private int others;
        private @Nullable Integer codeIssue;
        private boolean codeUsed;
        private boolean visited = true;

        EntryFacts facts() {
            Planned visit = new Planned(
                    5,
                    SHOP,
                    window,
                    kinds,
                    items,
                    drawn,
                    assigned,
                    state,
                    2,
                    List.of("市场监管"),
                    List.of(),
                    present,
                    Set.of(),
                    new YearSoFar(others, Map.of()));
            return new EntryFacts(DAY, door, scanner, register, visited ? visit : null, officers, codeIssue, codeUsed);
        }
    }

    @Test
    void a_sound_entry_is_green_and_waits_for_the_colleague() {
        EntryAnswer answer = decide(entry -> entry);
        assertThat(answer.isAdmitted()).isTrue();
        assertThat(answer.visit()).extracting(VisitAtDoor::id).isEqualTo(5L);
        assertThat(answer.notices()).containsExactly(Notice.WAITING_FOR_COLLEAGUE);
        assertThat(decide(entry -> {
                            entry.present = Set.of("LN2");
                            entry.state = VisitState.OPEN;
                            return entry;
                        })
                        .notices())
                .isEmpty();
    }

    @Test
    void every_failed_condition_is_named_and_not_the_first_alone() {
        EntryAnswer answer = decide(entry -> {
            entry.door = "91100000000000001D";
            entry.register = shop(BusinessStatus.REVOKED, "210202", Grade.YELLOW);
            entry.window = new Window(DAY.plusDays(1), DAY.plusDays(3));
            entry.items = List.of("CI001", "X-99");
            entry.officers = List.of(
                    new Officer("LN1", "王一", "210102", DAY.minusDays(1), true, true), officer("LN2"), officer("LN3"));
            entry.others = 1;
            entry.codeIssue = 1;
            entry.codeUsed = true;
            return entry;
        });
        assertThat(answer.conditions())
                .contains(
                        Condition.BUSINESS_CLOSED,
                        Condition.WRONG_BUSINESS,
                        Condition.OUTSIDE_WINDOW,
                        Condition.ITEM_UNPUBLISHED,
                        Condition.CODE_REVOKED,
                        Condition.CODE_REPLAYED,
                        Condition.CERTIFICATE_EXPIRED,
                        Condition.CERTIFICATE_REVOKED,
                        Condition.RECUSED,
                        Condition.WRONG_DISTRICT,
                        Condition.TOO_FEW_OFFICERS,
                        Condition.CAP_REACHED);
        assertThat(answer.failures()).extracting(Failure::message).anyMatch(text -> text.contains("X-99"));
    }

    @Test
    void no_task_is_named_with_what_is_wrong_with_the_officer_too() {
        assertThat(decide(entry -> {
                            entry.visited = false;
                            entry.officers =
                                    List.of(new Officer("LN1", "王一", "210102", DAY.minusDays(1), false, false));
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.NO_APPROVED_TASK, Condition.CERTIFICATE_EXPIRED);
    }

    @Test
    void a_stranger_is_not_assigned_and_a_colleagues_ended_certificate_counts_when_two_are_missing() {
        assertThat(decide(entry -> {
                            entry.scanner = "LN9";
                            entry.officers = List.of(officer("LN1"), officer("LN2"), officer("LN9"));
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.NOT_ASSIGNED);
        List<Officer> ended =
                List.of(officer("LN1"), new Officer("LN2", "王一", "210102", DAY.minusDays(1), false, false));
        assertThat(decide(entry -> {
                            entry.officers = ended;
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.TOO_FEW_OFFICERS, Condition.CERTIFICATE_EXPIRED);
        assertThat(decide(entry -> {
                            entry.assigned = List.of("LN1", "LN2", "LN3");
                            entry.officers = List.of(ended.get(0), ended.get(1), officer("LN3"));
                            return entry;
                        })
                        .isAdmitted())
                .isTrue();
    }

    @Test
    void a_certificate_holds_on_its_last_day_and_a_city_officer_in_each_district() {
        assertThat(decide(entry -> {
                            entry.officers = List.of(
                                    new Officer("LN1", "王一", "210100", DAY, false, false),
                                    new Officer("LN2", "王一", "210000", DAY, false, false));
                            return entry;
                        })
                        .isAdmitted())
                .isTrue();
        assertThat(decide(entry -> {
                            entry.officers = List.of(
                                    new Officer("LN1", "王一", "210103", DAY, false, false),
                                    officer("LN2"),
                                    officer("LN3"));
                            entry.assigned = List.of("LN1", "LN2", "LN3");
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.WRONG_DISTRICT);
    }

    @Test
    void a_certificate_that_the_roster_does_not_have_is_none() {
        assertThat(decide(entry -> {
                            entry.officers =
                                    List.of(new Officer("LN1", null, null, null, false, false), officer("LN2"));
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.CERTIFICATE_REVOKED, Condition.TOO_FEW_OFFICERS);
    }

    @Test
    void a_second_scan_of_one_officer_is_refused_and_a_colleagues_is_not() {
        assertThat(decide(entry -> {
                            entry.present = Set.of("LN1");
                            entry.state = VisitState.OPEN;
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.ALREADY_IN);
    }

    @Test
    void the_cap_stops_own_initiative_before_the_visit_and_not_within_it() {
        assertThat(decide(entry -> {
                            entry.others = 1;
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.CAP_REACHED);
        assertThat(decide(entry -> {
                            entry.others = 1;
                            entry.state = VisitState.OPEN;
                            return entry;
                        })
                        .isAdmitted())
                .isTrue();
        EntryAnswer clue = decide(entry -> {
            entry.others = 1;
            entry.kinds = Set.of(VisitKind.CLUE);
            return entry;
        });
        assertThat(clue.isAdmitted()).isTrue();
        assertThat(clue.notices()).contains(Notice.BEYOND_CAP, Notice.CAP_UNCONFIRMED);
    }

    @Test
    void blue_is_not_visited_on_own_initiative_and_never_exempt_from_a_complaint() {
        BusinessAtDoor blue = shop(BusinessStatus.OPERATING, "210102", Grade.BLUE);
        assertThat(decide(entry -> {
                            entry.register = blue;
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.BLUE_UNCALLED);
        assertThat(decide(entry -> {
                            entry.register = blue;
                            entry.kinds = Set.of(VisitKind.CLUE);
                            return entry;
                        })
                        .isAdmitted())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = VisitState.class,
            names = {"DONE", "CANCELLED"})
    void a_visit_that_is_over_or_cancelled_is_not_entered(VisitState state) {
        assertThat(decide(entry -> {
                            entry.state = state;
                            return entry;
                        })
                        .conditions())
                .containsExactly(state == VisitState.CANCELLED ? Condition.NO_APPROVED_TASK : Condition.VISIT_OVER);
    }

    @Test
    void a_business_that_the_register_does_not_have_is_named() {
        assertThat(decide(entry -> {
                            entry.register = null;
                            return entry;
                        })
                        .conditions())
                .containsExactly(Condition.BUSINESS_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void each_condition_has_words_and_a_remedy_in_both_languages(Condition condition) {
        assertThat(List.of(condition.zh(), condition.remedyZh())).allMatch(text -> text.matches(".*\\p{IsHan}.*"));
        assertThat(List.of(condition.en(), condition.remedyEn())).allMatch(text -> text.matches("[\\x20-\\x7e]+"));
    }

    private static BusinessAtDoor shop(BusinessStatus status, String region, Grade grade) {
        return new BusinessAtDoor(SHOP, "某某商店", null, region, status, grade);
    }

    private EntryAnswer decide(UnaryOperator<Entry> spoil) {
        return policy.decide(spoil.apply(new Entry()).facts());
    }

    private static Officer officer(String certificate) {
        return new Officer(certificate, "王一", "210102", DAY.plusYears(1), false, false);
    }
}
