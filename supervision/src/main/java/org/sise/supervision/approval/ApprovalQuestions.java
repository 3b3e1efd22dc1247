package org.sise.supervision.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.AbnormalListing;
import org.sise.core.record.DishonestyListing;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.approval.ApprovalAnswer.Reason;
import org.sise.supervision.approval.ApprovalAnswer.Way;
import org.sise.supervision.commitment.Ban;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.step.GroundRecords;
import org.sise.supervision.step.StepRefusedException;

/**
 * Answers whether promise-based approval and credit approval are open to a business. What closes them are listings and
 * breaches that stand in the ledger; a colour is a note and decides nothing.
 */
public final class ApprovalQuestions {

    private final ApprovalMatters matters;
    private final Commitments commitments;
    private final GroundRecords records;
    private final Clock clock;

    /** On the ledger's database. */
    public ApprovalQuestions(DataSource dataSource, ApprovalMatters matters, Commitments commitments, Clock clock) {
        this.matters = matters;
        this.commitments = commitments;
        this.records = new GroundRecords(dataSource);
        this.clock = clock;
    }

    /**
     * The answer of today.
     *
     * @throws StepRefusedException when there is no such matter
     */
    public ApprovalAnswer ask(CreditCode business, String matterCode) {
        ApprovalMatter matter = matters.find(matterCode)
                .orElseThrow(() -> StepRefusedException.of(
                        "matter", "没有审批事项 %s / there is no matter %s".formatted(matterCode, matterCode)));
        LocalDate day = LocalDate.now(clock);
        List<Reason> serious = serious(business, day);
        List<Reason> abnormal = abnormal(business, day);
        List<Reason> breaches = breaches(business, day);
        List<Reason> promise = new ArrayList<>();
        List<Reason> credit = new ArrayList<>();
        if (!matter.promise()) {
            promise.add(new Reason("matter", "该事项不实行告知承诺", "no promise-based approval for this matter", null, null));
        }
        if (!matter.credit()) {
            credit.add(new Reason("matter", "该事项不实行信用审批", "no credit approval for this matter", null, null));
        }
        promise.addAll(serious);
        promise.addAll(breaches);
        credit.addAll(serious);
        credit.addAll(abnormal);
        credit.addAll(breaches);
        List<Reason> notes = new ArrayList<>(abnormal);
        Grade grade = records.colour(business.value());
        if (grade != null) {
            String word = grade.name().toLowerCase(Locale.ROOT);
            notes.add(new Reason(
                    "colour",
                    "监管颜色为%s，仅供参考，不影响结论".formatted(zh(grade)),
                    "the colour is %s: a note that decides nothing".formatted(word),
                    null,
                    null));
        }
        return new ApprovalAnswer(
                business, matter, day, Way.closedBy(promise), Way.closedBy(credit), List.copyOf(notes));
    }

    private List<Reason> serious(CreditCode business, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        for (StoredRecord stored : records.standing(business, RecordKind.DISHONESTY_LISTING, day)) {
            if (stored.record() instanceof DishonestyListing listing) {
                reasons.add(new Reason(
                        "serious-listing",
                        "在%s（%s）".formatted(listing.list(), listing.ground()),
                        "on the list %s (%s)".formatted(listing.list(), listing.ground()),
                        stored.id(),
                        listing.header().publishedUntil()));
            }
        }
        return reasons;
    }

    private List<Reason> abnormal(CreditCode business, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        for (StoredRecord stored : records.standing(business, RecordKind.ABNORMAL_LISTING, day)) {
            if (stored.record() instanceof AbnormalListing listing) {
                reasons.add(new Reason(
                        "abnormal-listing",
                        "在经营异常名录（%s）".formatted(listing.ground()),
                        "on the list of abnormal operations (%s)".formatted(listing.ground()),
                        stored.id(),
                        listing.header().publishedUntil()));
            }
        }
        return reasons;
    }

    private List<Reason> breaches(CreditCode business, LocalDate day) {
        List<Reason> reasons = new ArrayList<>();
        for (Ban ban : commitments.bans(business, day)) {
            reasons.add(new Reason(
                    "breach",
                    "%s 认定违诺（%s），至 %s 不适用".formatted(ban.brokenOn(), ban.type(), ban.until()),
                    "a promise (%s) was found broken on %s: closed until %s"
                            .formatted(ban.type(), ban.brokenOn(), ban.until()),
                    ban.record(),
                    ban.until()));
        }
        return reasons;
    }

    private static String zh(Grade grade) {
        return switch (grade) {
            case BLUE -> "蓝色";
            case YELLOW -> "黄色";
            case ORANGE -> "橙色";
            case RED -> "红色";
        };
    }
}
