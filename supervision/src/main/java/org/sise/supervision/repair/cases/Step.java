package org.sise.supervision.repair.cases;

import org.sise.core.record.Labelled;

/** What happens to a case, and where it stands after it. */
public enum Step implements Labelled {
    /** Begun by the business; materials are being put together. */
    BEGUN("begun", "准备材料", "being prepared"),
    /** Promise signed and handed in complete. */
    SUBMITTED("submitted", "已提交，待受理", "handed in"),
    /** Given back to be completed; no clock runs. */
    RETURNED("returned", "退回补正", "given back to complete"),
    /** Accepted for decision. */
    ACCEPTED("accepted", "已受理", "accepted"),
    /** Something is asked of the business or another authority; the clock of the decision stands. */
    SUSPENDED("suspended", "中止计时", "clock stopped"),
    /** The clock of the decision goes on. */
    RESUMED("resumed", "恢复计时", "clock running again"),
    /** More days for a complex case, told to the business before the first ones were over. */
    EXTENDED("extended", "已延长", "extended"),
    /** Granted; publicity has ended. */
    GRANTED("granted", "已修复", "granted"),
    /** Refused with reasons. */
    REFUSED("refused", "不予修复", "refused"),
    /** Not accepted, with reasons. */
    NOT_ACCEPTED("not-accepted", "不予受理", "not accepted"),
    /** Taken back by the business. */
    WITHDRAWN("withdrawn", "已撤回申请", "taken back"),
    /** The other authority has been told; what was granted stays. */
    PUSHED("pushed", "已推送登记地", "pushed to the place of registration"),
    /** Undone: the promise was false or the plan failed. */
    REVERSED("reversed", "已撤销修复", "reversed");

    private final String token;
    private final String zh;
    private final String en;

    Step(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /** Whether this can follow on the other. */
    boolean canFollow(Step last) {
        return switch (this) {
            case BEGUN -> false;
            case SUBMITTED -> last == BEGUN || last == RETURNED;
            case RETURNED, ACCEPTED, NOT_ACCEPTED -> last == SUBMITTED;
            case SUSPENDED -> last == ACCEPTED || last == RESUMED || last == EXTENDED;
            case RESUMED -> last == SUSPENDED;
            case EXTENDED -> last == ACCEPTED || last == RESUMED;
            case GRANTED, REFUSED -> last == ACCEPTED || last == RESUMED || last == EXTENDED;
            case WITHDRAWN -> !last.isEnd() && last != GRANTED && last != PUSHED;
            case PUSHED -> last == GRANTED;
            case REVERSED -> last == GRANTED || last == PUSHED;
        };
    }

    /** Whether nobody has anything to do with a case that stands here. */
    public boolean isEnd() {
        return switch (this) {
            case GRANTED, REFUSED, NOT_ACCEPTED, WITHDRAWN, PUSHED, REVERSED -> true;
            case BEGUN, SUBMITTED, RETURNED, ACCEPTED, SUSPENDED, RESUMED, EXTENDED -> false;
        };
    }

    /** Whether what the case asked for holds. */
    public boolean isGranted() {
        return this == GRANTED || this == PUSHED;
    }

    /** Whether officials have accepted it and not yet decided. */
    public boolean isUnderDecision() {
        return this == ACCEPTED || this == RESUMED || this == EXTENDED;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
