package org.sise.grading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.core.record.Registration;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.FactState;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;

/** Makes of a business's records the party that a policy grades. A fact's reference is its record's number. */
public final class Parties {

    /** The register's own entry and the relations say who a business is, not how it behaved. */
    private static final Set<RecordKind> NO_FACTS = EnumSet.of(
            RecordKind.REGISTRATION,
            RecordKind.HOLDING,
            RecordKind.LEGAL_REPRESENTATIVE,
            RecordKind.OFFICER,
            RecordKind.BRANCH,
            RecordKind.SUPPLY,
            RecordKind.CONTACT,
            RecordKind.CONCERT);

    private Parties() {}

    /** Whether records of a kind are facts that a policy may speak of. */
    public static boolean isFact(RecordKind kind) {
        return !NO_FACTS.contains(kind);
    }

    /** The kinds of record that a party is made of; the others change nothing. */
    public static Set<RecordKind> kinds() {
        Set<RecordKind> kinds = EnumSet.complementOf(EnumSet.copyOf(NO_FACTS));
        kinds.add(RecordKind.REGISTRATION);
        return kinds;
    }

    /** The party of a credit code, without a grade so far; its records in any order. */
    public static Party of(String code, List<StoredRecord> records) {
        return of(code, records, null);
    }

    static Party of(String code, List<StoredRecord> records, @Nullable Previous previous) {
        String industry = null;
        String region = null;
        LocalDate registeredOn = null;
        List<Fact> facts = new ArrayList<>(records.size());
        for (StoredRecord stored : records) {
            if (stored.record() instanceof Registration registration) {
                industry = registration.industry();
                region = registration.region();
                registeredOn = registration.header().date();
            }
            if (!NO_FACTS.contains(stored.record().kind())) {
                facts.add(fact(stored));
            }
        }
        return new Party(code, industry, region, registeredOn, facts, previous);
    }

    private static Fact fact(StoredRecord stored) {
        CreditRecord record = stored.record();
        Map<String, String> fields = RecordShape.of(record.kind()).write(record);
        fields.keySet().removeAll(Set.of("subject", "date", "state"));
        return new Fact(
                record.kind().token(),
                record.header().date(),
                state(record.header().state()),
                Long.toString(stored.id()),
                fields);
    }

    private static FactState state(RecordState state) {
        return switch (state) {
            case EFFECTIVE -> FactState.EFFECTIVE;
            case CORRECTED -> FactState.CORRECTED;
            case WITHDRAWN -> FactState.WITHDRAWN;
            case REPAIRED -> FactState.REPAIRED;
            case EXPIRED -> FactState.EXPIRED;
        };
    }
}
