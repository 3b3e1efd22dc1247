package org.sise.supervision.repair.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.Severity;

/**
 * What a pack says of one record.
 *
 * @param severity its class of dishonesty
 * @param start the day from which its periods run, which does not count (民法典 第201条)
 * @param earliest first day on which repair may be applied for; null where it cannot be
 * @param publicUntil last day of publicity, by the pack or by the record where that ends sooner; null: not published, or
 *     until the duties are done
 * @param rule the row that gave the period, such as {@code serious}, {@code food} or {@code abnormal-listing}
 * @param reasons every rule that led here
 */
public record Terms(
        Severity severity,
        Publicity publicity,
        Application application,
        LocalDate start,
        @Nullable LocalDate earliest,
        @Nullable LocalDate publicUntil,
        String rule,
        List<Reason> reasons) {
    public Terms {
        reasons = List.copyOf(reasons);
    }

    /** Whether the record is public on a day. */
    public boolean isPublicOn(LocalDate day) {
        return publicity != Publicity.NO && (publicUntil == null || !day.isAfter(publicUntil));
    }
}
