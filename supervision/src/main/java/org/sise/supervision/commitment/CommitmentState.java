package org.sise.supervision.commitment;

import java.util.Set;
import org.sise.supervision.step.Stage;

/** Where a commitment stands. */
public enum CommitmentState implements Stage {
    /** 履行中. */
    SIGNED("signed", "履行中", "signed"),
    /** 已履行. */
    FULFILLED("fulfilled", "已履行", "kept in full"),
    /** 部分履行. */
    PARTLY("partly", "部分履行", "kept in part"),
    /** 违诺. */
    BREACHED("breached", "违诺", "broken"),
    /** 违诺认定已撤销或修复: its consequences are over. */
    CLEARED("cleared", "违诺已撤销或修复", "breach cleared");

    private final String token;
    private final String zh;
    private final String en;

    CommitmentState(String token, String zh, String en) {
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

    /** Whether a commitment in this state can come to the other one. */
    public boolean canTransitionTo(CommitmentState next) {
        return switch (this) {
            case SIGNED -> Set.of(FULFILLED, PARTLY, BREACHED).contains(next);
            case PARTLY -> Set.of(FULFILLED, BREACHED).contains(next);
            case FULFILLED -> next == BREACHED;
            case BREACHED -> next == CLEARED;
            case CLEARED -> false;
        };
    }
}
