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
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.policy.Absence;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;

/**
 * A policy compiled to tables. Gives the grade, score, deciding rule and contributions that the reference interpreter
 * gives. Knows no clock; may be shared between threads.
 */
public final class Kernel {
    /** How many parties a thread takes at a time. */
    private static final int PIECE = 64 * Block.SIZE;

    private final Policy policy;
    private final Figures figures;
    private final @Nullable Watch[] watches;
    private final boolean[] asked;
    private volatile @Nullable Table last;

    private Kernel(Policy policy) {
        this.policy = policy;
        this.figures = Figures.of(policy);
        this.watches = Watch.of(policy);
        this.asked = new boolean[policy.indicators().size()];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = isAsked(policy, i);
        }
    }

    public static Kernel of(Policy policy) {
        return new Kernel(policy);
    }

    public Policy policy() {
        return policy;
    }

    /**
     * Grades everybody on all processors, contributions kept; percentiles are taken from the population itself.
     *
     * @throws IllegalArgumentException if the population was not packed for this policy, or if the date is not between
     *     1900-01-01 and 2079-06-04
     */
    public Grades grade(Population population, LocalDate asOf) {
        return grade(population, asOf, Runtime.getRuntime().availableProcessors(), true);
    }

    /**
     * Grades everybody; percentiles are taken from the population itself.
     *
     * @param threads how many threads; the result is the same for any number
     * @param keepContributions whether the grades keep what each indicator gave; else they work it out when asked
     * @throws IllegalArgumentException if the population was not packed for this policy, or if the date is not between
     *     1900-01-01 and 2079-06-04
     */
    public Grades grade(Population population, LocalDate asOf, int threads, boolean keepContributions) {
        return grade(population, asOf, threads, keepContributions, peers(population, asOf, threads));
    }

    /**
     * Grades everybody among some other population.
     *
     * @param peers the population that percentiles are taken from
     * @throws IllegalArgumentException if the population was not packed for this policy, or if the date is not between
     *     1900-01-01 and 2079-06-04
     */
    public Grades grade(Population population, LocalDate asOf, int threads, boolean keepContributions, Peers peers) {
        Table table = table(population, asOf);
        Grades grades = new Grades(policy, table, population, figures, peers, keepContributions);
        AtomicInteger next = new AtomicInteger();
        run(threads, population, () -> {
            Judge judge = new Judge(policy, table, population, figures, peers);
            work(table, population, next, block -> {
                judge.judge(block);
                grades.take(block);
            });
        });
        return grades;
    }

    /** The population that percentiles are taken from; {@link Peers#NONE} where the policy has none. */
    public Peers peers(Population population, LocalDate asOf, int threads) {
        Table table = table(population, asOf);
        if (!figures.needsPeers()) {
            return Peers.NONE;
        }
        Peers.Builder all = new Peers.Builder(figures);
        AtomicInteger next = new AtomicInteger();
        run(threads, population, () -> {
            Judge judge = new Judge(policy, table, population, figures, Peers.NONE);
            Peers.Builder some = new Peers.Builder(figures);
            work(table, population, next, block -> judge.rank(block, some));
            synchronized (all) {
                all.addAll(some);
            }
        });
        return all.build();
    }

    static Block block(Policy policy, Table table) {
        return new Block(
                table.entries.length,
                policy.indicators().size(),
                policy.rules().size(),
                policy.dimensions().size());
    }

    private interface Step {
        void take(Block block);
    }

    /** Reads pieces of the population, block by block, until none is left. */
    private void work(Table table, Population population, AtomicInteger next, Step step) {
        Block block = block(policy, table);
        Reading reading = new Reading(table, population);
        for (long from = take(next); from < population.size(); from = take(next)) {
            int to = (int) Math.min(from + PIECE, population.size());
            for (int first = (int) from; first < to; first += block.size) {
                block.first = first;
                block.size = size(population, first, Math.min(Block.SIZE, to - first));
                reading.add(block);
                reading.read(block);
                step.take(block);
            }
        }
    }

    /** As many parties as there is room for their records, one at least. */
    private static int size(Population population, int first, int most) {
        int size = most;
        while (size > 1 && population.start[first + size] - population.start[first] > Sums.ROOM) {
            size /= 2;
        }
        return size;
    }

    private static long take(AtomicInteger next) {
        return (long) next.getAndIncrement() * PIECE;
    }

    /** Runs the work on so many threads, this one included, as far as there are pieces for them. */
    private static void run(int threads, Population population, Runnable work) {
        int workers = Math.min(threads, (population.size() + PIECE - 1) / PIECE);
        if (workers <= 1) {
            work.run();
            return;
        }
        try (ExecutorService service = Executors.newFixedThreadPool(workers - 1)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int w = 1; w < workers; w++) {
                futures.add(service.submit(work));
            }
            work.run();
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Table table(Population population, LocalDate asOf) {
        if (population.policies.stream().noneMatch(policy::equals)) {
            throw new IllegalArgumentException("the population was not packed for " + policy.id());
        }
        long day = asOf.toEpochDay() - Days.BASE;
        if (day < 0 || day >= Days.COUNT - 1) {
            throw new IllegalArgumentException("not between 1900-01-01 and 2079-06-04: " + asOf);
        }
        Table table = last;
        if (table == null || table.classes != population.classes || !table.asOf.equals(asOf)) {
            table = new Table(policy, watches, asked, population.classes, asOf);
            last = table;
        }
        return table;
    }

    /** Whether something in the policy asks if an indicator has a record that weighs. */
    private static boolean isAsked(Policy policy, int indicator) {
        if (!Scores.isPlain(policy)) {
            return true;
        }
        if (policy.indicators().get(indicator).absent() instanceof Absence.Counts counts
                && counts.points().milli() != 0) {
            return true;
        }
        String id = policy.indicators().get(indicator).id();
        return policy.rules().stream()
                .anyMatch(rule -> rule instanceof Rule.MinimumData minimum
                        && minimum.indicators().contains(id));
    }
}
