package org.sise.supervision.review;

import java.util.Set;
import org.sise.supervision.step.Stage;

/** Where a review stands. */
public enum ReviewState implements Stage {
    /** 审查中. */
    OPEN("open", "审查中", "open"),
    /** 已停止: a step ended it. */
    STOPPED("stopped", "已停止", "stopped"),
    /** 已完成: all steps passed. */
    COMPLETED("completed", "已完成", "completed");

    private final String token;
    private final String zh;
    private final String en;

    ReviewState(String token, String zh, String en) {
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

    /** Whether a review in this state can come to the other one. */
    public boolean canTransitionTo(ReviewState next) {
        return switch (this) {
            case OPEN -> Set.of(STOPPED, COMPLETED).contains(next);
            case STOPPED -> next == OPEN;
            case COMPLETED -> false;
        };
    }
}
