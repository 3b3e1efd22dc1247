package org.sise.supervision.talk;

import java.util.Set;
import org.sise.supervision.step.Stage;

/** Where a talk stands. */
public enum TalkState implements Stage {
    /** 拟约谈. */
    PROPOSED("proposed", "拟约谈", "proposed"),
    /** 已约定: day and place are told. */
    APPOINTED("appointed", "已约定", "appointed"),
    /** 已约谈: minutes are kept, to be followed up. */
    HELD("talked", "已约谈，待回访", "held, to be followed up"),
    /** 已回访. */
    FOLLOWED("followed", "已回访", "followed up"),
    /** 已取消. */
    CANCELLED("cancelled", "已取消", "cancelled");

    private final String token;
    private final String zh;
    private final String en;

    TalkState(String token, String zh, String en) {
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

    /** Whether a talk in this state can come to the other one. */
    public boolean canTransitionTo(TalkState next) {
        return switch (this) {
            case PROPOSED -> Set.of(APPOINTED, CANCELLED).contains(next);
            case APPOINTED -> Set.of(APPOINTED, HELD, CANCELLED).contains(next);
            case HELD -> next == FOLLOWED;
            case FOLLOWED, CANCELLED -> false;
        };
    }
}
