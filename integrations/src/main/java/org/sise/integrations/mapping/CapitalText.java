package org.sise.integrations.mapping;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registered capital as registers word it: {@code 681(万元人民币)}, {@code 50.4万人民币}, {@code 10(万美元)} and more. */
final class CapitalText {

    private static final Pattern FORM = Pattern.compile("(?:人民币)?([0-9][0-9,]*(?:\\.[0-9]+)?)\\(?([^0-9()]*)\\)?");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "万元人民币", WAN,
            "万人民币", WAN,
            "万人民币元", WAN,
            "人民币万元", WAN,
            "万元", WAN,
            "元人民币", BigDecimal.ONE,
            "人民币元", BigDecimal.ONE,
            "元", BigDecimal.ONE);

    private CapitalText() {}

    /**
     * The amount in yuan, or null when the text says another currency, none, or an amount finer than a fen; what it says
     * then stays in the words of the register.
     */
    static @Nullable BigDecimal yuan(String text) {
        Matcher form =
                FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        if (!form.matches()) {
            return null;
        }
        BigDecimal unit = UNITS.get(form.group(2));
        if (unit == null) {
            return null;
        }
        BigDecimal yuan =
                new BigDecimal(form.group(1).replace(",", "")).multiply(unit).stripTrailingZeros();
        return yuan.scale() > 2 ? null : yuan;
    }
}
