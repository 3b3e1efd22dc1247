package org.sise.supervision.discretion;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the law allows as a fine for a violation.
 *
 * @param id its id, ours
 * @param violation the violation
 * @param basis the legal basis
 * @param scopeZh of which cases it is, in Chinese
 * @param scopeEn the same in English
 * @param base of what the bounds are multiples
 * @param least the least
 * @param most the most
 * @param leastYuan what the fine is at least where the multiple is less, in yuan, or null
 * @param generalFrom from where it is a general fine, below a light one; computed
 * @param heavyFrom from where it is a heavy one; computed
 * @param valueBelow only where the value of the goods is below, in yuan, or null
 * @param valueFrom only where it is at least, in yuan, or null
 * @param note what else the law says; may be empty
 * @param source where it was found
 * @param confidence how sure the bounds are
 * @param tierConfidence how sure the tiers are
 */
public record Benchmark(
        String id,
        String violation,
        String basis,
        String scopeZh,
        String scopeEn,
        Base base,
        BigDecimal least,
        BigDecimal most,
        @Nullable BigDecimal leastYuan,
        BigDecimal generalFrom,
        BigDecimal heavyFrom,
        @Nullable BigDecimal valueBelow,
        @Nullable BigDecimal valueFrom,
        String note,
        String source,
        String confidence,
        String tierConfidence) {

    /** Whether a legal basis names its article. */
    boolean isNamedBy(String text) {
        LawArticle article = LawArticle.first(basis);
        return article != null && article.isNamedBy(text);
    }

    /** Whether a value of the goods, gains or fee leaves it applicable; an unknown one does. */
    boolean isFor(@Nullable BigDecimal value) {
        return value == null
                || ((valueBelow == null || value.compareTo(valueBelow) < 0)
                        && (valueFrom == null || value.compareTo(valueFrom) >= 0));
    }

    /** A bound in yuan, or null where it takes a value that is not known. */
    @Nullable
    BigDecimal yuan(BigDecimal bound, @Nullable BigDecimal value) {
        if (base == Base.YUAN) {
            return bound;
        }
        return value == null ? null : bound.multiply(value);
    }

    /** The least fine in yuan; where the value is not known, the least that any value leads to. */
    BigDecimal floor(@Nullable BigDecimal value) {
        BigDecimal known = value != null ? value : valueFrom != null ? valueFrom : BigDecimal.ZERO;
        BigDecimal floor = base == Base.YUAN ? least : least.multiply(known);
        return leastYuan == null ? floor : floor.max(leastYuan);
    }
}
