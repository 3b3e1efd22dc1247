package org.sise.supervision.repair.pack;

import org.sise.core.record.Labelled;

/** What a number of working days is given for. */
public enum Limit implements Labelled {
    /** To accept an application or not, from its submission. */
    ACCEPT("accept", "受理", "acceptance"),
    /** To decide, from acceptance. */
    DECIDE("decide", "决定", "decision"),
    /** What the decision's days may be extended by, once. */
    EXTEND("extend", "延长", "extension"),
    /** To tell the applicant the result, from the submission; an extension counts here too. */
    RETURN("return", "反馈结果", "result returned"),
    /** To tell the authority of the place of registration in another province, from the decision. */
    PUSH("push", "跨省推送", "push to another province"),
    /** To decide on removal from the list of abnormal operations, in the place of {@link #DECIDE}. */
    REMOVE_ABNORMAL("remove-abnormal", "移出经营异常名录", "removal from the abnormal list"),
    /** To decide an objection, in the place of {@link #DECIDE}. */
    OBJECTION("objection", "异议处理", "objection");

    private final String token;
    private final String zh;
    private final String en;

    Limit(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
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
