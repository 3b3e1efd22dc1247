package org.sise.integrations.fetch;

import java.time.Duration;

/** The waits of a pull. */
@FunctionalInterface
interface Pause {

    /**
     * Waits.
     *
     * @throws PullFault when the server is being stopped
     */
    void pause(Duration time) throws PullFault;
}
