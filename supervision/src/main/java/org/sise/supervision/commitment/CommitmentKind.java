package org.sise.supervision.commitment;

import java.time.LocalDate;
import org.sise.core.code.CreditCode;

/**
 * A kind of commitments with its text.
 *
 * @param code its code
 * @param zh its name in Chinese
 * @param en its name in English
 * @param type its type by GB/T 46277-2025 as records name it, such as 审批替代型
 * @param whenUsed when it is used
 * @param verification how it is verified
 * @param consequence what follows from a breach, in English
 * @param consequenceZh the same in Chinese
 * @param exclusion who may not make it
 * @param basis the legal basis
 * @param checkDays days after signing within which it is verified
 * @param banMonths months after a breach without another one of its type
 * @param published whether it is published
 * @param replacesChecks whether it may stand for checks on own initiative
 * @param template the text, with {@code {name}}, {@code {code}}, {@code {matter}}, {@code {date}} and {@code {until}}
 * @param source where it was found
 * @param confidence how sure
 * @param figuresConfidence how sure the days and months are
 */
public record CommitmentKind(
        String code,
        String zh,
        String en,
        String type,
        String whenUsed,
        String verification,
        String consequence,
        String consequenceZh,
        String exclusion,
        String basis,
        int checkDays,
        int banMonths,
        boolean published,
        boolean replacesChecks,
        String template,
        String source,
        String confidence,
        String figuresConfidence) {

    /** The text for a business. */
    public String text(String name, CreditCode business, String matter, LocalDate date, LocalDate until) {
        return template.replace("{name}", name)
                .replace("{code}", business.value())
                .replace("{date}", date.toString())
                .replace("{until}", until.toString())
                .replace("{matter}", matter);
    }
}
