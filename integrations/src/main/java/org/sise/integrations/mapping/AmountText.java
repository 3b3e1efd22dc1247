package org.sise.integrations.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Conversion;

/** Amounts of renminbi as departments write them: {@code 0.5}, {@code 5,000.00}, {@code ￥5000}, {@code 0.5万元}. */
final class AmountText {

    private static final Pattern FORM =
            Pattern.compile("(?:人民币|RMB|¥)?(-?[0-9][0-9,]*(?:\\.[0-9]+)?|-?\\.[0-9]+)([^0-9]*)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "元", BigDecimal.ONE,
            "元整", BigDecimal.ONE,
            "千元", BigDecimal.valueOf(1_000),
            "万", BigDecimal.valueOf(10_000),
            "万元", BigDecimal.valueOf(10_000),
            "万元整", BigDecimal.valueOf(10_000),
            "亿", BigDecimal.valueOf(100_000_000),
            "亿元", BigDecimal.valueOf(100_000_000));

    private AmountText() {}

    /** What is accepted, in both languages. */
    static String forms(Conversion.Unit unit) {
        return "应为数字, 单位%s / must be a number, in %s".formatted(unit.word(), unit.word());
    }

    /**
     * The amount in yuan, exact, or null when the text is no amount of renminbi.
     *
     * @param unit how many yuan the number counts when the text names no unit
     */
    static @Nullable String yuan(String text, BigDecimal unit) {
        if (isPlain(text)) {
            return new BigDecimal(text).multiply(unit).toPlainString();
        }
        Matcher form =
                FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        if (!form.matches()) {
            return null;
        }
        String word = form.group(2).replace("人民币", "").replace("(", "").replace(")", "");
        BigDecimal factor = word.isEmpty() ? unit : UNITS.get(word);
        return factor == null
                ? null
                : new BigDecimal(form.group(1).replace(",", ""))
                        .multiply(factor)
                        .toPlainString();
    }

    /** Whether a text is digits, with digits behind a point or without; most are. */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty() && point != 0 && point != text.length() - 1;
    }
}
