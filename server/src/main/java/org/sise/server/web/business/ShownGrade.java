package org.sise.server.web.business;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.ledger.grade.StoredGrade;
import org.sise.scoring.receipt.Receipt;

/**
 * The grade that a business's page shows: the present one of the ledger, or one made again for another day or another
 * state of knowledge.
 *
 * @param id the grade's number in the ledger, or null for one made again
 * @param colour the colour, or null outside the policy's scope
 * @param score the score, or null outside the policy's scope
 * @param asOf the day for which it holds
 * @param knownAt up to when the ledger's knowledge was taken
 * @param digest SHA-256 of the receipt, in hexadecimal digits
 * @param receipt what the receipt says
 */
public record ShownGrade(
        @Nullable Long id,
        @Nullable Grade colour,
        @Nullable BigDecimal score,
        LocalDate asOf,
        Instant knownAt,
        String digest,
        ReceiptView receipt) {

    static ShownGrade stored(StoredGrade grade) {
        return new ShownGrade(
                grade.id(),
                grade.entry().grade(),
                grade.entry().score(),
                grade.entry().asOf(),
                grade.knownAt(),
                grade.entry().receiptDigest(),
                ReceiptView.of(grade.entry().receipt()));
    }

    static ShownGrade again(Receipt receipt, LocalDate asOf, Instant knownAt) {
        ReceiptView view = ReceiptView.of(receipt.json());
        String colour = view.colour();
        return new ShownGrade(
                null,
                colour == null ? null : Grade.valueOf(colour.toUpperCase(Locale.ROOT)),
                view.score(),
                asOf,
                knownAt,
                receipt.digest(),
                view);
    }
}
