package org.sise.supervision.visit;

import java.util.Set;

/** Where a task stands. */
public enum TaskState {
    /** 待批准. */
    PROPOSED("待批准", "proposed"),
    /** 已批准: part of a visit. */
    APPROVED("已批准", "approved"),
    /** 未批准. */
    REFUSED("未批准", "refused"),
    /** 已撤销: taken back before its visit. */
    REVOKED("已撤销", "revoked"),
    /** 已完成: its visit is over. */
    DONE("已完成", "done");

    private final String zh;
    private final String en;

    TaskState(String zh, String en) {
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

    /** Whether a task in this state can come to the other one. */
    public boolean canTransitionTo(TaskState next) {
        return switch (this) {
            case PROPOSED -> Set.of(APPROVED, REFUSED).contains(next);
            case APPROVED -> Set.of(REVOKED, DONE).contains(next);
            case REFUSED, REVOKED, DONE -> false;
        };
    }
}
