package org.sise.supervision.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Questions that come at the same time are answered together: while some are being answered, those who come wait for the next
 * turn. A turn takes what is waiting when it begins, so that no answer is older than its question. One turn at a time, on a
 * thread of its own. Thread-safe.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
final class Together<Q, A> {

    /** Questions of one turn, at most. */
    private static final int MOST = 500;

    private final String name;
    private final Function<List<Q>, List<A>> answers;
    private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();

    /** How many wait for an answer. Below zero for a moment, while one is answered before its asker has counted it. */
    private final AtomicInteger waiting = new AtomicInteger();

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    /**
     * Without a question so far.
     *
     * @param name of the thread that answers
     * @param answers the answers to some questions, in their order; outside of transactions
     */
    Together(String name, Function<List<Q>, List<A>> answers) {
        this.name = name;
        this.answers = answers;
    }

    /** The answer to come; it fails as its turn does. What hangs on it runs on the thread that answers, and must not block. */
    CompletableFuture<A> ask(Q question) {
        Waiting<Q, A> own = new Waiting<>(question, new CompletableFuture<>());
        queue.add(own);
        if (waiting.getAndIncrement() == 0) {
            Thread.ofVirtual().name(name).start(this::answerAll);
        }
        return own.answer();
    }

    /**
     * Waits for an answer.
     *
     * @throws RuntimeException that hindered the turn in which it was to be found
     */
    static <A> A await(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** One thread at a time, as long as somebody waits. */
    private void answerAll() {
        int done;
        do {
            List<Waiting<Q, A>> next = next();
            answer(next);
            done = next.size();
        } while (waiting.addAndGet(-done) > 0);
    }

    private List<Waiting<Q, A>> next() {
        List<Waiting<Q, A>> next = new ArrayList<>();
        while (next.size() < MOST) {
            Waiting<Q, A> one = queue.poll();
            if (one == null) {
                break;
            }
            next.add(one);
        }
        return next;
    }

    private void answer(List<Waiting<Q, A>> asked) {
        try {
            List<A> found = answers.apply(asked.stream().map(Waiting::question).toList());
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).answer().complete(found.get(i));
            }
        } catch (RuntimeException | Error e) {
            asked.forEach(one -> one.answer().completeExceptionally(e));
        }
    }
}
