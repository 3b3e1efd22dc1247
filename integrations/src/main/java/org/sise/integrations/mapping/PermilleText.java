package org.sise.integrations.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Parts in a thousand, with or without their sign. */
final class PermilleText {

    static final String FORMS = "应为数字, 单位‰ / must be a number, in ‰";

    private PermilleText() {}

    /** The same in percent, exact, or null when the text is no number. */
    static @Nullable String percent(String text) {
        try {
            String number =
                    text.endsWith("‰") ? text.substring(0, text.length() - 1).strip() : text;
            return new BigDecimal(number).movePointLeft(1).toPlainString();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
