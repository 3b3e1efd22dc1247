package org.sise.server.security;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Locks a name for a while after too many failed sign-ins in a row. Keeps at most {@value #NAMES} names in memory, the
 * oldest forgotten first.
 */
final class LoginThrottle {

    static final int NAMES = 10_000;

    private final AccessSettings.Login settings;
    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };

    LoginThrottle(AccessSettings.Login settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized boolean isLocked(String name) {
        Failures failures = byName.get(name);
        return failures != null && failures.count >= settings.failures() && isFresh(failures);
    }

    synchronized void failed(String name) {
        Failures before = byName.remove(name);
        int count = before != null && isFresh(before) ? before.count : 0;
        byName.put(name, new Failures(count + 1, clock.instant()));
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }

    private boolean isFresh(Failures failures) {
        return clock.instant().isBefore(failures.last.plus(settings.lock()));
    }

    private record Failures(int count, Instant last) {}
}
