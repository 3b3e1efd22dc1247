package org.sise.grading.phoenix;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.graph.phoenix.PhoenixAlert.Sign;

/**
 * An alert and what people made of it.
 *
 * @param id its number
 * @param sign what it looks like
 * @param businesses credit codes in the order in which they followed each other
 * @param people how many people tie them together
 * @param addresses the addresses that tie them together
 * @param records the ledger's records that say so
 * @param foundOn the day as of which it was found
 * @param state what people made of it
 * @param note what the last judgement says, or null
 * @param judgedBy who judged last, or null
 * @param judgedAt when, or null
 */
public record StoredAlert(
        long id,
        Sign sign,
        List<String> businesses,
        int people,
        List<String> addresses,
        List<Long> records,
        LocalDate foundOn,
        AlertState state,
        @Nullable String note,
        @Nullable String judgedBy,
        @Nullable Instant judgedAt) {}
