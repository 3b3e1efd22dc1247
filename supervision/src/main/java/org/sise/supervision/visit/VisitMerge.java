package org.sise.supervision.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges tasks on one business into as few visits as their windows allow (综合查一次). Taken by the end of their windows, a
 * task joins the visit that it still can, else begins one; no other way gives fewer visits, since the windows that begin the
 * visits have no day in common.
 */
public final class VisitMerge {

    private VisitMerge() {}

    /**
     * A visit for several tasks.
     *
     * @param window the days that all of them have
     * @param tasks the tasks, at least one
     * @param <T> what a task is
     */
    public record Merged<T>(Window window, List<T> tasks) {
        /** Copies its list. */
        public Merged {
            tasks = List.copyOf(tasks);
        }
    }

    /** The visits for tasks of any businesses, by business. */
    public static <T> Map<String, List<Merged<T>>> merge(
            List<T> tasks, Function<T, String> business, Function<T, Window> window) {
        Map<String, List<Merged<T>>> visits = new LinkedHashMap<>();
        List<T> byEnd = new ArrayList<>(tasks);
        byEnd.sort(Comparator.comparing((T task) -> window.apply(task).until()));
        for (T task : byEnd) {
            List<Merged<T>> sofar = visits.computeIfAbsent(business.apply(task), _ -> new ArrayList<>());
            int at = sofar.size() - 1;
            Window common = at < 0 ? null : sofar.get(at).window().common(window.apply(task));
            if (common == null) {
                sofar.add(new Merged<>(window.apply(task), List.of(task)));
            } else {
                List<T> joined = new ArrayList<>(sofar.get(at).tasks());
                joined.add(task);
                sofar.set(at, new Merged<>(common, joined));
            }
        }
        return visits;
    }

    /** Of planned visits the one that a task joins: with most days in common; null when it can join none. */
    public static <T> @Nullable T visitFor(Window task, List<T> visits, Function<T, Window> window) {
        T best = null;
        long most = 0;
        for (T visit : visits) {
            Window common = window.apply(visit).common(task);
            long days = common == null
                    ? 0
                    : common.until().toEpochDay() - common.from().toEpochDay() + 1;
            if (days > most) {
                best = visit;
                most = days;
            }
        }
        return best;
    }
}
