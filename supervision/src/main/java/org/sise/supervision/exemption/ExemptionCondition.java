package org.sise.supervision.exemption;

/**
 * A condition of exemptions: a row of the table {@code rules/exemption_conditions.csv}.
 *
 * @param id its word
 * @param byRecords whether the records answer it; else a person has to
 * @param zh it in Chinese
 * @param en it in English
 * @param source where it was found
 * @param confidence {@code source-read}, {@code high}, {@code medium} or {@code low}; a low one needs confirmation
 */
public record ExemptionCondition(
        String id, boolean byRecords, String zh, String en, String source, String confidence) {}
