package org.sise.supervision.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Labelled;

/**
 * The day that a listing waits for.
 *
 * @param what what is then
 * @param on the day
 */
public record ListingDue(What what, LocalDate on) {

    /** What is on the day. */
    public enum What implements Labelled {
        /** The last day on which the business may ask to be heard. */
        HEARING("hearing", "陈述申辩期满", "may be heard until"),
        /** The first day on which removal may be asked for. */
        REMOVAL("removal", "可申请移出", "removal may be asked for from"),
        /** The last day for the decision about removal. */
        REMOVAL_DECISION("removal-decision", "移出决定期限", "removal to be decided by"),
        /** The last day on the list. */
        END("end", "列入期满", "on the list until");

        private final String token;
        private final String zh;
        private final String en;

        What(String token, String zh, String en) {
            this.token = token;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String token() {
            return token;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    static @Nullable ListingDue of(What what, @Nullable LocalDate on) {
        return on == null ? null : new ListingDue(what, on);
    }
}
