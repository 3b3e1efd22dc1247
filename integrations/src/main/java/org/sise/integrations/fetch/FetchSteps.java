package org.sise.integrations.fetch;

/** Someone who is told of each step of a fetch once it is done; a test ends the process there. */
@FunctionalInterface
interface FetchSteps {

    /** Nobody. */
    FetchSteps NONE = (_, _) -> {};

    /** The steps of a fetch, in their order. */
    enum Step {
        /** The file is whole on disk, and nobody knows of it. */
        WRITTEN,
        /** Its row is committed: the fetch has happened. */
        COMMITTED,
        /** The file stands in the feed's folder. */
        RENAMED,
        /** The source was told, such as by moving the remote file away. */
        TOLD,
        /** That the source was told is recorded. */
        ACKNOWLEDGED
    }

    /** A step is done. */
    void done(String feed, Step step);
}
