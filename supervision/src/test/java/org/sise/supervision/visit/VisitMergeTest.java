package org.sise.supervision.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitMergeTest {

    private record Task(String business, Window window) {}

    @Test
    void tasks_with_a_day_in_common_are_one_visit_and_others_are_not() {
        var visits = merge(task("A", 1, 10), task("A", 5, 20), task("A", 8, 9), task("B", 8, 9), task("A", 15, 30));
        assertThat(visits.get("A")).extracting(VisitMerge.Merged::window).containsExactly(window(8, 9), window(15, 30));
        assertThat(visits.get("A").getFirst().tasks()).hasSize(3);
        assertThat(visits.get("B")).hasSize(1);
    }

    @Test
    void no_other_way_gives_fewer_visits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Task> tasks = new ArrayList<>();
            for (int n = random.nextInt(9); n >= 0; n--) {
                int from = 1 + random.nextInt(25);
                tasks.add(task("A", from, from + random.nextInt(6)));
            }
            var visits = merge(tasks.toArray(Task[]::new)).get("A");
            assertThat(visits).as("seed %d", seed).hasSize(fewest(tasks));
            assertThat(visits.stream().mapToInt(visit -> visit.tasks().size()).sum())
                    .isEqualTo(tasks.size());
            visits.forEach(visit -> visit.tasks().forEach(task -> {
                assertThat(task.window().contains(visit.window().from())).isTrue();
                assertThat(task.window().contains(visit.window().until())).isTrue();
            }));
        }
    }

    @Test
    void a_task_joins_the_planned_visit_with_most_days_in_common() {
        List<Window> planned = List.of(window(1, 5), window(4, 9), window(20, 21));
        assertThat(VisitMerge.visitFor(window(5, 8), planned, window -> window)).isEqualTo(window(4, 9));
        assertThat(VisitMerge.visitFor(window(21, 28), planned, window -> window))
                .isEqualTo(window(20, 21));
        assertThat(VisitMerge.visitFor(window(10, 19), planned, window -> window))
                .isNull();
    }

    @Test
    void a_window_lies_in_one_year() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> window(5, 4));
    }

    /** By trying all sets of days of a month: the fewest days that meet each window. */
    private static int fewest(List<Task> tasks) {
        int fewest = tasks.size();
        List<Integer> days = tasks.stream()
                .map(task -> task.window().until().getDayOfMonth())
                .distinct()
                .toList();
        for (int set = 0; set < 1 << days.size(); set++) {
            int chosen = set;
            boolean meets = tasks.stream().allMatch(task -> {
                for (int i = 0; i < days.size(); i++) {
                    if ((chosen >> i & 1) == 1 && task.window().contains(LocalDate.of(2026, 10, days.get(i)))) {
                        return true;
                    }
                }
                return false;
            });
            fewest = meets ? Math.min(fewest, Integer.bitCount(set)) : fewest;
        }
        return fewest;
    }

    private static java.util.Map<String, List<VisitMerge.Merged<Task>>> merge(Task... tasks) {
        return VisitMerge.merge(List.of(tasks), Task::business, Task::window);
    }

    private static Task task(String business, int from, int until) {
        return new Task(business, window(from, until));
    }

    private static Window window(int from, int until) {
        return new Window(LocalDate.of(2026, 10, from), LocalDate.of(2026, 10, until));
    }
}
