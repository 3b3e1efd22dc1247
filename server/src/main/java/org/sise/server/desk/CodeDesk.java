package org.sise.server.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.sise.server.house.EntrySettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.security.Account;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.entry.EntryRules;
import org.springframework.stereotype.Component;

/** The code that an officer's phone shows, as an address that any phone opens and as text for the pages that scan. */
@Component
public final class CodeDesk {

    private final EntryDesk desk;
    private final EntryRules rules;
    private final EntrySettings settings;
    private final Clock clock;

    CodeDesk(EntryDesk desk, EntryRules rules, EntrySettings settings, Clock clock) {
        this.desk = desk;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A code as it is shown.
     *
     * @param text the code alone
     * @param address the address with the code behind its number sign, which servers are not told
     * @param until until when it is taken
     * @param seconds for how many seconds it is shown before the next one takes its place
     */
    public record ShownCode(String text, String address, Instant until, long seconds) {}

    /**
     * The code of now.
     *
     * @param origin the address by which the officer came, such as {@code https://sise.example}
     * @throws BadParameterException when the officer does not belong to the visit
     */
    public ShownCode toShow(long visit, Account officer, String origin) {
        Instant now = clock.instant();
        String text = taken(() -> desk.codeToShow(visit, ScanDesk.certificateOf(officer)));
        long step = rules.codeStep().toSeconds();
        long begin = Math.floorDiv(now.getEpochSecond(), step) * step;
        return new ShownCode(
                text,
                address(origin, text),
                Instant.ofEpochSecond(begin).plus(rules.codeValid()),
                Math.max(1, begin + step - now.getEpochSecond()));
    }

    /**
     * A code to carry where there is no network.
     *
     * @param hours for how long, at most what the rules allow
     */
    public ShownCode toCarry(long visit, Account officer, int hours, String origin) {
        long most = rules.offlineValid().toHours();
        if (hours < 1 || hours > most) {
            throw new BadParameterException("hours", "应为 1 至 %d 小时 / must be 1 to %d hours".formatted(most, most));
        }
        Duration validity = Duration.ofHours(hours);
        String text = taken(() -> desk.codeToCarry(visit, ScanDesk.certificateOf(officer), validity));
        return new ShownCode(text, address(origin, text), clock.instant().plus(validity), validity.toSeconds());
    }

    /** The longest time for which a code can be carried, in hours. */
    public long mostHours() {
        return rules.offlineValid().toHours();
    }

    private String address(String origin, String text) {
        String set = settings.publicAddress();
        return (set == null || set.isBlank() ? origin : set.strip().replaceAll("/+$", "")) + "/enter#" + text;
    }

    private static String taken(Supplier<String> code) {
        try {
            return code.get();
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("certificate", String.valueOf(e.getMessage()));
        }
    }
}
