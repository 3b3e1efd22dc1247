package org.sise.scoring.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Policy;

/**
 * A policy compiled to tables. Gives the grade, score, deciding rule and contributions that the reference interpreter
 * gives. Knows no clock; may be shared between threads.
 */
public final class Kernel {
    private static final int PIECE = 64 * Block.SIZE;

    private final Policy policy;
    private final @Nullable Watch[] watches;
    private volatile @Nullable Table last;

    private Kernel(Policy policy) {
        this.policy = policy;
        this.watches = Watch.of(policy);
    }

    public static Kernel of(Policy policy) {
        return new Kernel(policy);
    }

    public Policy policy() {
        return policy;
    }

    /**
     * Grades everybody on all processors.
     *
     * @throws IllegalArgumentException if the population was not packed for this policy, or if the date is not between
     *     1900-01-01 and 2079-06-04
     */
    public Grades grade(Population population, LocalDate asOf) {
        return grade(population, asOf, Runtime.getRuntime().availableProcessors(), true);
    }

    /**
     * Grades everybody.
     *
     * @param threads how many threads; the result is the same for any number
     * @param keepContributions whether the grades keep what each indicator gave; else they work it out when asked
     * @throws IllegalArgumentException if the population was not packed for this policy, or if the date is not between
     *     1900-01-01 and 2079-06-04
     */
    public Grades grade(Population population, LocalDate asOf, int threads, boolean keepContributions) {
        if (population.policies.stream().noneMatch(policy::equals)) {
            throw new IllegalArgumentException("the population was not packed for " + policy.id());
        }
        long day = asOf.toEpochDay() - Days.BASE;
        if (day < 0 || day >= Days.COUNT - 1) {
            throw new IllegalArgumentException("not between 1900-01-01 and 2079-06-04: " + asOf);
        }
        Table table = table(population, asOf);
        Grades grades = new Grades(policy, table, population, keepContributions);
        AtomicInteger next = new AtomicInteger();
        int pieces = (population.size() + PIECE - 1) / PIECE;
        int workers = Math.min(threads, pieces);
        if (workers <= 1) {
            work(table, population, grades, next);
            return grades;
        }
        try (ExecutorService service = Executors.newFixedThreadPool(workers - 1)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int w = 1; w < workers; w++) {
                futures.add(service.submit(() -> work(table, population, grades, next)));
            }
            work(table, population, grades, next);
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return grades;
    }

    static Block block(Policy policy, Table table) {
        return new Block(
                table.entries.length * 2,
                policy.indicators().size(),
                policy.rules().size(),
                policy.dimensions().size());
    }

    /** Takes pieces of the population until none is left. */
    private void work(Table table, Population population, Grades grades, AtomicInteger next) {
        Block block = block(policy, table);
        Reading reading = new Reading(table, population);
        Judge judge = new Judge(policy, table, population);
        for (long from = take(next); from < population.size(); from = take(next)) {
            int to = (int) Math.min(from + PIECE, population.size());
            for (int first = (int) from; first < to; first += Block.SIZE) {
                block.first = first;
                block.size = Math.min(Block.SIZE, to - first);
                reading.add(block);
                reading.read(block);
                judge.judge(block);
                grades.take(block);
            }
        }
    }

    private static long take(AtomicInteger next) {
        return (long) next.getAndIncrement() * PIECE;
    }

    private Table table(Population population, LocalDate asOf) {
        Table table = last;
        if (table == null || table.classes != population.classes || !table.asOf.equals(asOf)) {
            table = new Table(policy, watches, population.classes, asOf);
            last = table;
        }
        return table;
    }
}
