package org.sise.supervision.approval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;

/**
 * The answer to approval's question.
 *
 * @param business the business asked about
 * @param matter the matter
 * @param day the day of the answer
 * @param promise whether promise-based approval (告知承诺) is open to it
 * @param credit whether credit approval (信用审批) is open to it
 * @param notes what does not decide, such as the colour
 */
public record ApprovalAnswer(
        CreditCode business, ApprovalMatter matter, LocalDate day, Way promise, Way credit, List<Reason> notes) {

    /**
     * Whether a way is open; closed exactly where there are reasons.
     *
     * @param open whether it is open
     * @param reasons why not
     */
    public record Way(boolean open, List<Reason> reasons) {
        static Way closedBy(List<Reason> reasons) {
            return new Way(reasons.isEmpty(), List.copyOf(reasons));
        }
    }

    /**
     * A reason or a note.
     *
     * @param code what it is: {@code matter}, {@code serious-listing}, {@code abnormal-listing}, {@code breach}, {@code colour}
     * @param zh in Chinese
     * @param en in English
     * @param record the number of the record that it rests on, or null
     * @param until the last day of it, or null where it is not known
     */
    public record Reason(
            String code,
            String zh,
            String en,
            @Nullable Long record,
            @Nullable LocalDate until) {}
}
