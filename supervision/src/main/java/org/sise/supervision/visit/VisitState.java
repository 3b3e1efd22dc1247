package org.sise.supervision.visit;

import java.util.Set;

/** Where a visit stands. */
public enum VisitState {
    /** 待入企: approved, nobody has come yet. */
    PLANNED("待入企", "planned"),
    /** 检查中: an officer has scanned in. */
    OPEN("检查中", "under way"),
    /** 已结束: the last officer has left and the results are in the ledger. */
    DONE("已结束", "done"),
    /** 已取消: all its tasks were taken back. */
    CANCELLED("已取消", "cancelled");

    private final String zh;
    private final String en;

    VisitState(String zh, String en) {
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

    /** Whether a visit in this state can come to the other one. */
    public boolean canTransitionTo(VisitState next) {
        return switch (this) {
            case PLANNED -> Set.of(OPEN, CANCELLED).contains(next);
            case OPEN -> next == DONE;
            case DONE, CANCELLED -> false;
        };
    }
}
