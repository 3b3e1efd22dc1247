package org.sise.supervision.mode;

/** Why a business does not qualify for a mode. */
public enum Unmet {
    /** The policy is not in force. */
    NOT_IN_FORCE("该政策今日未生效", "the policy is not in force today"),
    /** The business is not in the register. */
    UNKNOWN("登记中没有该企业", "the business is not in the register"),
    /** It is not in operation. */
    NOT_OPERATING("企业未存续", "the business is not in operation"),
    /** It is in another district. */
    REGION("不在政策适用地区", "not in a district of the policy"),
    /** It is in another trade. */
    INDUSTRY("不属于政策适用行业", "not in a trade of the policy"),
    /** It has another colour, or none. */
    COLOUR("颜色不在政策范围内", "not of a colour of the policy"),
    /** It is younger than the policy asks. */
    TOO_YOUNG("成立时间不足", "not old enough"),
    /** It is older than the policy allows. */
    TOO_OLD("成立时间超过上限", "too old"),
    /** It was heard of within the time in which the policy asks for silence. */
    NOT_QUIET("近期有记录", "heard of too recently"),
    /** It is in a mode already. */
    IN_A_MODE("已处于一种监管模式", "in a mode already");

    private final String zh;
    private final String en;

    Unmet(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The reason in Chinese. */
    public String zh() {
        return zh;
    }

    /** The reason in English. */
    public String en() {
        return en;
    }
}
