package org.sise.supervision.listing;

import java.util.Arrays;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.Inspection;
import org.sise.core.record.InspectionResult;
import org.sise.core.record.Labelled;
import org.sise.core.record.Penalty;
import org.sise.core.record.Severity;

/**
 * What a ground takes.
 *
 * @param token {@code penalty:serious}, {@code inspection:RESULT}, {@code document}, or {@code none}
 */
public record ListingCondition(String token) implements Labelled {

    private static final String INSPECTION = "inspection:";
    private static final String SERIOUS = "penalty:serious";
    private static final String DOCUMENT = "document";

    /** Whether a record of the business, in effect, is it. */
    boolean isMetBy(CreditRecord record) {
        return switch (record) {
            case Penalty penalty -> token.equals(SERIOUS) && penalty.header().severity() == Severity.SERIOUS;
            case Inspection inspection ->
                token.equals(INSPECTION + inspection.result().token());
            default -> false;
        };
    }

    /** Whether another authority's document is it. */
    boolean isDocument() {
        return token.equals(DOCUMENT);
    }

    @Override
    public String zh() {
        return token.startsWith(INSPECTION)
                ? "检查结果为“%s”".formatted(result().zh())
                : switch (token) {
                    case SERIOUS -> "有效的严重失信类处罚";
                    case DOCUMENT -> "其他机关的文书";
                    default -> "不由本系统列入";
                };
    }

    @Override
    public String en() {
        return token.startsWith(INSPECTION)
                ? "an inspection that found: %s".formatted(result().en())
                : switch (token) {
                    case SERIOUS -> "a penalty of serious dishonesty in effect";
                    case DOCUMENT -> "another authority's document";
                    default -> "not listed here";
                };
    }

    private InspectionResult result() {
        return Arrays.stream(InspectionResult.values())
                .filter(one -> token.equals(INSPECTION + one.token()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no inspection result " + token));
    }
}
