package org.sise.supervision.measure;

import java.util.Set;
import org.sise.supervision.step.Stage;

/** Where a measure stands. */
public enum MeasureState implements Stage {
    /** 待确认. */
    PROPOSED("proposed", "待确认", "proposed"),
    /** 已确认: by another person; the business is not told yet. */
    CONFIRMED("confirmed", "已确认", "confirmed"),
    /** 已告知: the business may be heard. */
    NOTIFIED("notified", "已告知", "served"),
    /** 生效: sent to the department. */
    IN_FORCE("in-force", "已生效", "in force"),
    /** 部门已接收. */
    ACKNOWLEDGED("acknowledged", "部门已接收", "acknowledged"),
    /** 部门已执行. */
    ACTED("acted", "部门已执行", "carried out"),
    /** 未确认. */
    REFUSED("refused", "未确认", "refused"),
    /** 已终止: ended before it came into force. */
    DROPPED("dropped", "已终止", "dropped"),
    /** 已解除. */
    LIFTED("lifted", "已解除", "lifted");

    private final String token;
    private final String zh;
    private final String en;

    MeasureState(String token, String zh, String en) {
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

    /** Whether a measure in this state can come to the other one. */
    public boolean canTransitionTo(MeasureState next) {
        return switch (this) {
            case PROPOSED -> Set.of(CONFIRMED, REFUSED, DROPPED).contains(next);
            case CONFIRMED -> Set.of(NOTIFIED, IN_FORCE, DROPPED).contains(next);
            case NOTIFIED -> Set.of(IN_FORCE, DROPPED).contains(next);
            case IN_FORCE -> Set.of(ACKNOWLEDGED, ACTED, LIFTED).contains(next);
            case ACKNOWLEDGED -> Set.of(ACTED, LIFTED).contains(next);
            case ACTED -> next == LIFTED;
            case REFUSED, DROPPED, LIFTED -> false;
        };
    }

    /** Whether it binds the business now. */
    public boolean isInForce() {
        return switch (this) {
            case IN_FORCE, ACKNOWLEDGED, ACTED -> true;
            case PROPOSED, CONFIRMED, NOTIFIED, REFUSED, DROPPED, LIFTED -> false;
        };
    }

    /** Whether it is over. */
    public boolean isOver() {
        return switch (this) {
            case REFUSED, DROPPED, LIFTED -> true;
            case PROPOSED, CONFIRMED, NOTIFIED, IN_FORCE, ACKNOWLEDGED, ACTED -> false;
        };
    }
}
