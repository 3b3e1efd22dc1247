package org.sise.core.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credit commitment (信用承诺); its date is the day on which it was made.
 *
 * @param header what every record says
 * @param type its kind (承诺类型)
 * @param matter what it is for (承诺事由), or null
 * @param content what is promised, or null
 * @param validUntil last day by which it is to be kept, or null
 * @param fulfilment whether it was kept
 * @param confirmedOn day on which keeping or breach was established, or null
 */
public record Commitment(
        RecordHeader header,
        String type,
        @Nullable String matter,
        @Nullable String content,
        @Nullable LocalDate validUntil,
        Fulfilment fulfilment,
        @Nullable LocalDate confirmedOn)
        implements CreditRecord {}
