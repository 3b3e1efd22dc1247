package org.sise.integrations.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;

/**
 * What a department answers to a notice.
 *
 * @param state what it says
 * @param text in words, at most 4,000 characters, or null; needed where it will not act
 * @param date the day on which it did so, or null
 * @param reference its own number for the matter, at most 200 characters, or null
 */
public record Feedback(
        FeedbackState state,
        @Nullable String text,
        @Nullable LocalDate date,
        @Nullable String reference) {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_REFERENCE = 200;

    /** @throws IllegalArgumentException when something is too long, or the reason of a refusal is missing */
    public Feedback {
        text = blankToNull(text);
        reference = blankToNull(reference);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text: 不得超过4000字 / text: at most 4,000 characters");
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("reference: 不得超过200字 / reference: at most 200 characters");
        }
        if (state == FeedbackState.REFUSED && text == null) {
            throw new IllegalArgumentException("text: 不予办理须说明理由 / text: say why it is refused");
        }
    }

    /**
     * From texts.
     *
     * @throws IllegalArgumentException when one of them is no such thing; the message names the field
     */
    public static Feedback of(
            @Nullable String state, @Nullable String text, @Nullable String date, @Nullable String reference) {
        if (state == null || state.isBlank()) {
            throw new IllegalArgumentException(
                    "state: 缺少, 可用 received, acted, refused / state: is missing, use received, acted or refused");
        }
        return new Feedback(FeedbackState.ofToken(state), text, date(date), reference);
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        if (date == null || date.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(date.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("date: 应为日期, 如 2026-11-28 / date: must be a day such as 2026-11-28", e);
        }
    }

    /** What tells this answer from another one to the same notice. */
    byte[] digest() {
        MessageDigest digest = Sha256.digest();
        for (Object part : new Object[] {
            state.token(),
            Objects.requireNonNullElse(text, ""),
            Objects.requireNonNullElse(date, ""),
            Objects.requireNonNullElse(reference, "")
        }) {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
