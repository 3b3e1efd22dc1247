package org.sise.core.record;

import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;

/**
 * An administrative penalty (行政处罚); its date is the day of the decision. The header's amount is the fine.
 *
 * @param header what every record says
 * @param category the kind of penalty as published (处罚类别)
 * @param violation the unlawful act (违法行为类型), or null
 * @param facts the facts (违法事实), or null
 * @param basis the legal basis (处罚依据), or null
 * @param content the penalty in words (处罚内容), or null
 * @param confiscated unlawful gains and goods confiscated, or null
 */
public record Penalty(
        RecordHeader header,
        String category,
        @Nullable String violation,
        @Nullable String facts,
        @Nullable String basis,
        @Nullable String content,
        @Nullable Yuan confiscated)
        implements CreditRecord {
    /** @throws FieldFaultException when a field is missing or outside its limits */
    public Penalty {
        new Checks().present("document", header.document()).done();
    }
}
