package org.sise.server.security;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** How often an address may call what needs no account: so many times a minute of the clock. Thread-safe. */
public final class AddressLimit {

    private static final int ADDRESSES = 20_000;

    private final int most;
    private final Clock clock;
    private final Map<String, Minute> byAddress = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Minute> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** So many calls a minute. */
    public AddressLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @throws ResponseStatusException with status 429 when there were too many in this minute
     */
    public synchronized void count(String address) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Minute before = byAddress.get(address);
        int calls = before != null && before.begin.equals(minute) ? before.calls + 1 : 1;
        byAddress.put(address, new Minute(minute, calls));
        if (calls > most) {
            throw new ResponseStatusException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "扫码过于频繁，请一分钟后再试 / too many scans from this address, try again in a minute");
        }
    }

    private record Minute(Instant begin, int calls) {}
}
