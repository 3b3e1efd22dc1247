package org.sise.supervision.measure;

import java.util.List;
import java.util.Locale;
import org.sise.core.grade.Grade;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.Commitment;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.Fulfilment;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordKind;

/** What must stand in the ledger for an entry of the catalogue to be proposed. */
public sealed interface MeasureCondition {

    /** Whether a standing record is what is asked for. */
    boolean isMetBy(CreditRecord record);

    /** The list of serious dishonesty of a name, or any where the name is {@code *}. */
    record Listed(String list) implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return record instanceof DishonestyListing listing
                    && (list.equals("*") || listing.list().equals(list));
        }
    }

    /** The list of abnormal operations. */
    record Abnormal() implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return record instanceof AbnormalListing;
        }
    }

    /** A broken commitment. */
    record Broken() implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return record instanceof Commitment commitment && commitment.fulfilment() == Fulfilment.BREACHED;
        }
    }

    /**
     * A penalty by a law and of a kind.
     *
     * @param law what its legal basis names; empty: any
     * @param words one of which its kind names; none: any
     */
    record Penalised(String law, List<String> words) implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return record instanceof Penalty penalty
                    && (law.isEmpty()
                            || (penalty.basis() != null && penalty.basis().contains(law)))
                    && (words.isEmpty() || words.stream().anyMatch(penalty.category()::contains));
        }
    }

    /** A colour, of incentives alone. */
    record Coloured(Grade grade) implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return false;
        }
    }

    /** A decision of another authority that names the measure, of which the ledger has no record: never proposed here. */
    record Decided() implements MeasureCondition {
        @Override
        public boolean isMetBy(CreditRecord record) {
            return false;
        }
    }

    /** The kinds of records in which to look for grounds. */
    List<RecordKind> KINDS = List.of(
            RecordKind.DISHONESTY_LISTING, RecordKind.ABNORMAL_LISTING, RecordKind.PENALTY, RecordKind.COMMITMENT);

    /**
     * Reads a condition: {@code dishonesty-listing:NAME}, {@code abnormal-listing}, {@code commitment:breached},
     * {@code penalty:LAW:WORD;WORD}, {@code grade:COLOUR} or {@code decision}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static MeasureCondition read(String text) {
        String[] parts = text.split(":", -1);
        return switch (parts[0]) {
            case "dishonesty-listing" -> new Listed(parts[1]);
            case "abnormal-listing" -> new Abnormal();
            case "commitment" -> new Broken();
            case "penalty" ->
                new Penalised(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(";", -1)));
            case "grade" -> new Coloured(Grade.valueOf(parts[1].toUpperCase(Locale.ROOT)));
            case "decision" -> new Decided();
            default -> throw new IllegalArgumentException("no condition: " + text);
        };
    }
}
