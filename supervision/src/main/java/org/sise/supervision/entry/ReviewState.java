package org.sise.supervision.entry;

/** Where the review of an emergency entry stands. */
public enum ReviewState {
    /** 待审查. */
    WAITING("待审查", "waiting"),
    /** 理由成立. */
    JUSTIFIED("理由成立", "justified"),
    /** 理由不成立: the supervisor takes it up. */
    UNJUSTIFIED("理由不成立", "not justified");

    private final String zh;
    private final String en;

    ReviewState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The state in Chinese. */
    public String zh() {
        return zh;
    }

    /** The state in English. */
    public String en() {
        return en;
    }

    /** Whether a review in this state can come to the other one. */
    public boolean canTransitionTo(ReviewState next) {
        return this == WAITING && next != WAITING;
    }
}
