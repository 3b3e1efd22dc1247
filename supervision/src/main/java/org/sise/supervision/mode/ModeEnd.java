package org.sise.supervision.mode;

import org.sise.core.record.Labelled;

/** What ends a mode of supervision. */
public enum ModeEnd implements Labelled {
    /** Its last day is over. */
    TERM("term", "期限届满", "its last day is over"),
    /** A complaint, an alert, or a visit for a cause. */
    CLUE("clue", "出现线索", "a clue"),
    /** The business's colour is none of those that the policy is for. */
    COLOUR("colour", "颜色变化", "a changed colour"),
    /** An inspection found a problem. */
    FINDING("finding", "检查发现问题", "a problem found"),
    /** The business is heard of again. */
    ACTIVITY("activity", "恢复经营活动", "signs of activity"),
    /** A person's decision. */
    DECISION("decision", "人工决定", "a decision");

    private final String token;
    private final String zh;
    private final String en;

    ModeEnd(String token, String zh, String en) {
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
