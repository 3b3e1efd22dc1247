package org.sise.supervision.roster;

import java.time.LocalDate;

/**
 * An inspector with an enforcement certificate (行政执法证).
 *
 * @param certificate the certificate's number
 * @param name the inspector's name, which is published with each plan
 * @param region six digits, the division in which the inspector works
 * @param field the field of enforcement, in words
 * @param maxLoad how many businesses one plan may give this inspector, 0 or more
 * @param validUntil the certificate's last day
 */
public record CertifiedInspector(
        String certificate, String name, String region, String field, int maxLoad, LocalDate validUntil) {

    /** @throws IllegalArgumentException for a number or name that is not one line of text, or a maximum load below 0 */
    public CertifiedInspector {
        for (String text : new String[] {certificate, name}) {
            if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "证号和姓名为一行文字 / certificate and name are one line of text: '" + text + "'");
            }
        }
        if (maxLoad < 0) {
            throw new IllegalArgumentException("最多检查户数不小于 0 / a maximum load is 0 or more, not " + maxLoad);
        }
    }

    /** Whether the certificate is valid on a day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }
}
