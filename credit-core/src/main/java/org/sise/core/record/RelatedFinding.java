package org.sise.core.record;

/** What a related party did. */
public enum RelatedFinding implements Labelled {
    /** It is graded red by its own conduct. */
    RED_GRADE("red-grade", "评为红色", "graded red"),
    /** It is graded orange by its own conduct. */
    ORANGE_GRADE("orange-grade", "评为橙色", "graded orange"),
    /** It is on a list of serious dishonesty. */
    DISHONESTY_LISTING("dishonesty-listing", "列入严重失信主体名单", "on a serious-dishonesty list"),
    /** Its licence was revoked. */
    LICENCE_REVOKED("licence-revoked", "被吊销", "licence revoked"),
    /** It is on the list of abnormal operations. */
    ABNORMAL_LISTING("abnormal-listing", "列入经营异常名录", "on the list of abnormal operations"),
    /** It was fined for serious misconduct. */
    SERIOUS_PENALTY("serious-penalty", "受到严重行政处罚", "serious administrative penalty");

    private final String token;
    private final String zh;
    private final String en;

    RelatedFinding(String token, String zh, String en) {
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
