package org.sise.integrations.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.FaultKind;

/** Holds single values of a statement against what the standard says of them; what is not there passes unless needed. */
final class BodsChecks {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final BodsFaults faults;

    BodsChecks(BodsFaults faults) {
        this.faults = faults;
    }

    /** A text, or null with a fault. */
    @Nullable
    String text(BodsValue at) {
        String text = at.text();
        if (text == null) {
            faults.add(FaultKind.REQUIRED, at, "应为文字", "a text is needed here");
        }
        return text;
    }

    /** A text of a code list. */
    void listed(BodsValue at, String list, boolean needed) {
        Set<String> codes = BodsLists.of(list);
        if (at.isThere() && !codes.contains(at.cell())) {
            String some = String.join(", ", codes);
            faults.add(FaultKind.NOT_IN_LIST, at, "可取 " + some, "one of " + some);
        } else if (!at.isThere() && needed) {
            faults.add(
                    FaultKind.REQUIRED, at, "应为代码表 %s 中的代码".formatted(list), "a code of the list %s".formatted(list));
        }
    }

    void truth(BodsValue at, boolean needed) {
        if (!(at.value() instanceof Boolean) && (at.isThere() || needed)) {
            faults.add(
                    at.isThere() ? FaultKind.NOT_IN_LIST : FaultKind.REQUIRED, at, "应为 true 或 false", "true or false");
        }
    }

    void object(BodsValue at, boolean needed) {
        if (!at.isObject() && (at.isThere() || needed)) {
            faults.add(at.isThere() ? Reason.MALFORMED : FaultKind.REQUIRED, at, "应为对象", "an object is needed here");
        }
    }

    void array(BodsValue at) {
        if (at.isThere() && !at.isArray()) {
            faults.add(Reason.MALFORMED, at, "应为数组", "an array is needed here");
        }
    }

    /** A share in percent, or null where there is none. */
    @Nullable
    BigDecimal percent(BodsValue at) {
        if (!at.isThere()) {
            return null;
        }
        BigDecimal number = at.number();
        if (number == null) {
            faults.add(FaultKind.BAD_NUMBER, at, "应为数字, 不加引号", "a number is needed, without quotes");
        } else if (number.signum() < 0 || number.compareTo(WHOLE) > 0) {
            faults.add(FaultKind.OUT_OF_RANGE, at, "应为0到100", "from 0 to 100");
            return null;
        }
        return number;
    }

    /** A day as {@code yyyy-MM-dd}, or null where there is none. */
    @Nullable
    LocalDate day(BodsValue at) {
        if (!at.isThere()) {
            return null;
        }
        try {
            return LocalDate.parse(at.cell());
        } catch (DateTimeException e) {
            faults.add(FaultKind.BAD_DATE, at, "应为日历上的一天 yyyy-MM-dd", "a day of the calendar, yyyy-MM-dd");
            return null;
        }
    }

    /** A day or a time with its offset, or null where there is none. */
    @Nullable
    Instant time(BodsValue at) {
        if (!at.isThere()) {
            return null;
        }
        String text = at.cell();
        try {
            return text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZONE).toInstant()
                    : OffsetDateTime.parse(text.replace('t', 'T').replace('z', 'Z'))
                            .toInstant();
        } catch (DateTimeException e) {
            faults.add(
                    FaultKind.BAD_DATE,
                    at,
                    "应为 yyyy-MM-dd 或带时区的时间",
                    "yyyy-MM-dd or a time with its offset, such as 2026-03-05T10:00:00Z (RFC 3339)");
            return null;
        }
    }

    /** That a day does not come before another. */
    void inOrder(@Nullable LocalDate first, @Nullable LocalDate last, BodsValue at) {
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(FaultKind.DATE_ORDER, at, "不应早于 %s".formatted(first), "must not be before %s".formatted(first));
        }
    }
}
