package org.sise.supervision.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.region.Regions;
import org.sise.supervision.entry.EntryFacts.Officer;

/** Whether an officer may come to a business at all, whatever the task. */
final class OfficerPolicy {

    private static final Regions REGIONS = Regions.standard();

    private OfficerPolicy() {}

    /** Every reason why the officer may not. */
    static List<Failure> failures(Officer officer, LocalDate day, @Nullable BusinessAtDoor business) {
        List<Failure> failures = new ArrayList<>();
        String certificate = officer.certificate();
        LocalDate until = officer.validUntil();
        if (until == null) {
            failures.add(Failure.of(
                    Condition.CERTIFICATE_REVOKED, certificate + " 不在名录库", certificate + " is not in the roster"));
        } else if (day.isAfter(until)) {
            failures.add(Failure.of(
                    Condition.CERTIFICATE_EXPIRED,
                    "%s 有效期至 %s".formatted(certificate, until),
                    "%s ended on %s".formatted(certificate, until)));
        }
        if (officer.revoked()) {
            failures.add(Failure.of(Condition.CERTIFICATE_REVOKED, certificate, certificate));
        }
        if (officer.recused()) {
            failures.add(Failure.of(Condition.RECUSED, certificate, certificate));
        }
        String own = officer.region();
        String place = business == null ? null : business.region();
        if (own != null && place != null && !REGIONS.isWithin(place, own) && !REGIONS.isWithin(own, place)) {
            failures.add(Failure.of(
                    Condition.WRONG_DISTRICT,
                    "%s 属 %s，企业在 %s".formatted(certificate, own, place),
                    "%s is of %s, the business in %s".formatted(certificate, own, place)));
        }
        return failures;
    }
}
