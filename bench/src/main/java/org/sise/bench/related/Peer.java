package org.sise.bench.related;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Another engine that holds the same graph and answers the same questions. */
interface Peer extends AutoCloseable {

    String name();

    /** The id of the process in which it works. */
    long process();

    /** By business, the effect in millionths. */
    int[] exposure(Province province, Duration limit) throws Exception;

    /**
     * By business, who has more than half of it along all chains, or -1.
     *
     * @throws TimeoutException when it takes longer than the limit
     */
    int[] control(Province province, Duration limit) throws Exception;
}
