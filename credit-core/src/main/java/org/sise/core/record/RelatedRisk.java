package org.sise.core.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * What a related party's own conduct does to a business (关联风险), worked out over the relations of its day; one a business,
 * the strongest. Its date is the day on which it was worked out to be so. A state of withdrawn says that nothing reaches
 * the business any more.
 *
 * @param header what every record says
 * @param related the related party's name
 * @param relatedCode its credit code, or null where it has none
 * @param relation what ties the business to the party before it on the way
 * @param finding what the related party did
 * @param effect from 0 to 1: what is left of the finding's weight after each relation
 * @param steps how many businesses the way passes, the related party not counted
 * @param path the way from the related party to the business, each relation with its record's number
 */
public record RelatedRisk(
        RecordHeader header,
        String related,
        @Nullable CreditCode relatedCode,
        RelatedBy relation,
        RelatedFinding finding,
        BigDecimal effect,
        BigDecimal steps,
        String path)
        implements CreditRecord {}
