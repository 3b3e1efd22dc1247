package org.sise.supervision.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.Commitment;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.step.GroundEnd;
import org.sise.supervision.step.GroundRecords;

/** Finds the grounds of measures in the ledger, and sees whether they stand. */
final class Grounds {

    private final GroundRecords records;

    Grounds(DataSource dataSource) {
        this.records = new GroundRecords(dataSource);
    }

    /** The entries whose condition a business meets on a day, each with its youngest ground. */
    List<Candidate> candidates(MeasureCatalogue catalogue, CreditCode business, LocalDate day) {
        List<StoredRecord> standing = standing(business, day);
        Grade grade = records.colour(business.value());
        List<Candidate> found = new ArrayList<>();
        for (MeasureEntry entry : catalogue.all()) {
            Candidate candidate = candidate(entry, standing, grade);
            if (candidate != null) {
                found.add(candidate);
            }
        }
        return found;
    }

    /** The ground of an entry at a business on a day, or null when its condition is not met. */
    @Nullable
    Candidate candidate(MeasureEntry entry, CreditCode business, LocalDate day) {
        return candidate(entry, standing(business, day), records.colour(business.value()));
    }

    private static @Nullable Candidate candidate(
            MeasureEntry entry, List<StoredRecord> standing, @Nullable Grade grade) {
        StoredRecord ground = null;
        for (StoredRecord stored : standing) {
            if (entry.isGroundedIn(stored.record())
                    && (ground == null
                            || stored.record()
                                    .header()
                                    .date()
                                    .isAfter(ground.record().header().date()))) {
                ground = stored;
            }
        }
        if (ground != null) {
            return new Candidate(entry, ground, words(ground.record()));
        }
        boolean listed = standing.stream().anyMatch(stored -> stored.record() instanceof DishonestyListing);
        return entry.isBroughtBy(grade) && !listed ? new Candidate(entry, null, "蓝色") : null;
    }

    /** A record that an entry would rest on if it still stood, with why it does not; null when there is none. */
    @Nullable
    GroundEnd ended(MeasureEntry entry, List<StoredRecord> all, LocalDate day) {
        for (StoredRecord stored : all) {
            GroundEnd end = GroundRecords.end(stored.record(), day);
            if (end != null && entry.isGroundedIn(stored.record())) {
                return end;
            }
        }
        return null;
    }

    /** Why a measure's ground no longer stands, or null when it stands. */
    @Nullable
    GroundEnd end(Measure measure, MeasureEntry entry, LocalDate day) {
        Measure.Ground ground = measure.ground();
        if (ground == null) {
            return candidate(entry, measure.business(), day) == null ? GroundEnd.COLOUR : null;
        }
        return records.latest(ground.kind(), ground.key())
                .map(stored -> {
                    GroundEnd end = GroundRecords.end(stored.record(), day);
                    return end == null && !entry.isGroundedIn(stored.record()) ? GroundEnd.ANNULLED : end;
                })
                .orElse(null);
    }

    /** The last day of publicity of a measure's ground, or null. */
    @Nullable
    LocalDate publishedUntil(Measure measure) {
        Measure.Ground ground = measure.ground();
        return ground == null
                ? null
                : records.latest(ground.kind(), ground.key())
                        .map(stored -> stored.record().header().publishedUntil())
                        .orElse(null);
    }

    private List<StoredRecord> standing(CreditCode business, LocalDate day) {
        List<StoredRecord> standing = new ArrayList<>();
        for (RecordKind kind : MeasureCondition.KINDS) {
            standing.addAll(records.standing(business, kind, day));
        }
        return standing;
    }

    private static String words(CreditRecord record) {
        String what = switch (record) {
            case DishonestyListing listing -> listing.list() + "：" + listing.ground();
            case AbnormalListing listing -> "经营异常名录：" + listing.ground();
            case Penalty penalty -> "行政处罚：" + penalty.category();
            case Commitment commitment -> "违诺：" + commitment.type();
            default -> record.kind().zh();
        };
        String document = record.header().document();
        return document == null
                ? "%s（%s）".formatted(what, record.header().date())
                : "%s（%s，%s）".formatted(what, document, record.header().date());
    }
}
