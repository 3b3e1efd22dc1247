package org.sise.bench.policy;

/** One way to grade a population. */
interface Engine extends AutoCloseable {

    String name();

    /** Takes the population over in the form that is natural to it. */
    void load(Population population) throws Exception;

    /** Grades everybody and hands over each business's colour, 0 blue to 3 red. */
    byte[] colours() throws Exception;

    /** Grades everybody and answers with {@link Checksum#sum}: what is timed. */
    long grade() throws Exception;

    /**
     * The nanoseconds from the loaded population to everybody's colour in the last {@link #grade}, without the sum; −1 where the
     * engine makes the sum itself in the same go.
     */
    default long ownNanos() {
        return -1;
    }

    @Override
    void close() throws Exception;
}
