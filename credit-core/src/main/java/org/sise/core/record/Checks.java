package org.sise.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that records make of their own fields; faults are gathered and thrown together. */
final class Checks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<FieldFault> faults = new ArrayList<>();

    Checks inOrder(String field, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            faults.add(new FieldFault(
                    field,
                    FaultKind.DATE_ORDER,
                    until.toString(),
                    "早于起始日 %s / is before its start %s".formatted(from, from)));
        }
        return this;
    }

    Checks percent(String field, @Nullable BigDecimal percent) {
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            faults.add(new FieldFault(
                    field, FaultKind.OUT_OF_RANGE, percent.toPlainString(), "应在0至100之间 / must be from 0 to 100"));
        }
        return this;
    }

    Checks present(String field, @Nullable Object value) {
        if (value == null) {
            faults.add(new FieldFault(field, FaultKind.REQUIRED, null, "请补充 / please supply it"));
        }
        return this;
    }

    /** @throws FieldFaultException when a check found a fault */
    void done() {
        if (!faults.isEmpty()) {
            throw new FieldFaultException(faults);
        }
    }
}
