package org.sise.supervision.approval;

import java.util.List;
import org.sise.core.record.Permit;
import org.sise.supervision.visit.VisitKind;

/**
 * A matter of approval.
 *
 * @param code its code
 * @param zh its name in Chinese
 * @param en its name in English
 * @param promise whether promise-based approval (告知承诺) exists for it
 * @param credit whether credit approval (信用审批) exists for it
 * @param permitWords one of which a permit of the matter has in its name or certificate
 * @param department who supervises it
 * @param firstCheckDays days after a permit within which it is checked for the first time; 0: not
 * @param visitKind as what
 * @param items the check items
 * @param note what is particular
 * @param source where it was found
 * @param confidence how sure; a low one needs confirmation
 */
public record ApprovalMatter(
        String code,
        String zh,
        String en,
        boolean promise,
        boolean credit,
        List<String> permitWords,
        String department,
        int firstCheckDays,
        VisitKind visitKind,
        List<String> items,
        String note,
        String source,
        String confidence) {

    /** Copies the lists. */
    public ApprovalMatter {
        permitWords = List.copyOf(permitWords);
        items = List.copyOf(items);
    }

    /** Whether a permit is one of this matter. */
    public boolean isOf(Permit permit) {
        String text = "%s %s %s".formatted(permit.name(), permit.category(), permit.content());
        return permitWords.stream().anyMatch(text::contains);
    }
}
