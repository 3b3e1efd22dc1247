package org.sise.core.record;

/** The eight results of a double-random inspection (双随机抽查结果). */
public enum InspectionResult implements Labelled {
    /** No problem found. */
    NO_PROBLEM("no-problem", "未发现问题", "no problem found"),
    /** Did not publish what must be public. */
    NOT_PUBLISHED("not-published", "未按规定公示应当公示的信息", "did not publish what must be public"),
    /** Published false information. */
    CONCEALED("concealed", "公示信息隐瞒真实情况、弄虚作假", "published false information"),
    /** Not reachable at the registered address. */
    UNREACHABLE("unreachable", "通过登记的住所（经营场所）无法联系", "not reachable at the registered address"),
    /** Problem found, ordered to correct. */
    CORRECTED_ON_ORDER("corrected-on-order", "发现问题已责令改正", "problem found, ordered to correct"),
    /** Seriously obstructed the inspection. */
    OBSTRUCTED("obstructed", "不配合检查情节严重", "seriously obstructed the inspection"),
    /** Does not carry on the activity inspected. */
    NO_SUCH_ACTIVITY("no-such-activity", "未发现开展本次抽查涉及的经营活动", "does not carry on the activity inspected"),
    /** Problem found, further handling pending. */
    PENDING("pending", "发现问题待后续处理", "problem found, further handling pending");

    private final String token;
    private final String zh;
    private final String en;

    InspectionResult(String token, String zh, String en) {
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
