package org.sise.supervision.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.Labelled;

/**
 * A ground on which a business is entered on a list.
 *
 * @param code the list's code, ours
 * @param number the ground's number within the list
 * @param list the list's name
 * @param kind which kind of record a listing becomes
 * @param ground the ground in words
 * @param authority who lists
 * @param basis the legal basis
 * @param from first day of validity
 * @param to last day of validity, or null
 * @param duration for how long, in words
 * @param months for how many months, or null: until removed
 * @param earlyMonths after how many months an early removal may be asked for, or null: not at all
 * @param earlyExit what an early removal takes, in words
 * @param conditions one of which must be met: a record in effect or a document
 * @param effect what follows, in words
 * @param source where it was found
 * @param confidence how sure; a low one needs confirmation
 */
public record ListingGround(
        String code,
        String number,
        String list,
        Kind kind,
        String ground,
        String authority,
        String basis,
        LocalDate from,
        @Nullable LocalDate to,
        String duration,
        @Nullable Integer months,
        @Nullable Integer earlyMonths,
        String earlyExit,
        List<ListingCondition> conditions,
        String effect,
        String source,
        String confidence) {

    /** Which kind of record a listing becomes. */
    public enum Kind {
        /** The list of abnormal operations. */
        ABNORMAL,
        /** A list of serious dishonesty. */
        DISHONESTY,
        /** Not listed by itself: a precondition, or a mark of the register. */
        NONE
    }

    /** Copies the conditions. */
    public ListingGround {
        conditions = List.copyOf(conditions);
    }

    /** Its name in addresses and calls: the list's code and the number, such as {@code YW-1}. */
    public String id() {
        return code + "-" + number;
    }

    /** Whether a standing record of the business is the evidence that it takes. */
    public boolean isProvedBy(CreditRecord record) {
        return conditions.stream().anyMatch(condition -> condition.isMetBy(record));
    }

    /** Whether another authority's document is evidence enough. */
    public boolean isProvedByDocument() {
        return conditions.stream().anyMatch(ListingCondition::isDocument);
    }

    /** What it takes, in Chinese and English. */
    String takes() {
        return "%s / %s"
                .formatted(
                        conditions.stream().map(Labelled::zh).collect(Collectors.joining("，或")),
                        conditions.stream().map(Labelled::en).collect(Collectors.joining(", or ")));
    }

    /** Whether it is valid on a day and leads to a record. */
    public boolean isOpenOn(LocalDate day) {
        return kind != Kind.NONE && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
