package org.sise.server.web.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.sise.core.record.FaultKind;
import org.sise.core.record.Labelled;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.landing.SentBack;
import org.sise.integrations.row.Reason;
import org.sise.server.web.Words;

/** The names of feeds and of the reasons for which rows are quarantined. */
public final class FeedNames {

    private static final Map<String, Labelled> REASONS = reasons();

    private final FeedCatalogue catalogue;

    /** Of these feeds. */
    public FeedNames(FeedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A feed's title; its name where no descriptor has it. */
    public String feed(String feed, Words words) {
        FeedDescriptor descriptor = catalogue.find(feed);
        return descriptor == null
                ? feed
                : words.either(descriptor.title().zh(), descriptor.title().en());
    }

    /** A reason in words. */
    public String reason(String reason, Words words) {
        Labelled label = REASONS.get(reason);
        return label == null ? reason : words.of(label);
    }

    /** A text with every key of a person made unreadable. */
    public String masked(String text) {
        return SentBack.masked(text);
    }

    /** How many days of the calendar, in Shanghai, lie between a time and a day. */
    public long days(Instant from, LocalDate to) {
        return ChronoUnit.DAYS.between(from.atZone(Words.SHANGHAI).toLocalDate(), to);
    }

    private static Map<String, Labelled> reasons() {
        Map<String, Labelled> reasons = new HashMap<>();
        for (FaultKind kind : FaultKind.values()) {
            reasons.put(kind.token(), kind);
        }
        for (Reason reason : Reason.values()) {
            reasons.put(reason.token(), reason);
        }
        return reasons;
    }
}
