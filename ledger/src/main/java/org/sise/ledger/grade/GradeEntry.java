package org.sise.ledger.grade;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.sise.core.grade.Grade;
import org.sise.ledger.record.Knowledge;

/**
 * A grade on its way into the ledger.
 *
 * @param subject the business's credit code
 * @param grade the grade
 * @param score the score, as its policy counts
 * @param urgency the order within the colour: the highest comes first to an inspector
 * @param asOf the day for which it holds
 * @param policy the policy's id
 * @param policyVersion the policy's version
 * @param policyDigest SHA-256 of the policy file, in hexadecimal digits
 * @param receipt canonical JSON
 * @param receiptDigest SHA-256 of the receipt's bytes, in hexadecimal digits
 * @param known what the ledger knew when its records were read
 */
public record GradeEntry(
        String subject,
        Grade grade,
        BigDecimal score,
        BigDecimal urgency,
        LocalDate asOf,
        String policy,
        String policyVersion,
        String policyDigest,
        String receipt,
        String receiptDigest,
        Knowledge known) {}
