package org.sise.supervision.plan;

import java.util.Set;

/** Where a plan stands. */
public enum PlanState {
    /** 草案: nothing is frozen yet. */
    DRAFT("草案", "draft"),
    /** 待审批: handed in by its maker, for another person to approve. */
    SUBMITTED("待审批", "submitted"),
    /** 已批准: approved by another person than its maker. */
    APPROVED("已批准", "approved"),
    /** 已承诺: pool, inspectors, items and recusals are frozen, the commitment is published; nothing frozen can change. */
    COMMITTED("已承诺", "committed"),
    /** 已抽取: the draw is made, once and for all. */
    DRAWN("已抽取", "drawn"),
    /** 已取消: given up before the draw; a commitment stays on show with the reason. */
    CANCELLED("已取消", "cancelled");

    private final String zh;
    private final String en;

    PlanState(String zh, String en) {
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

    /** Whether a plan in this state can come to the other one. */
    public boolean canBecome(PlanState next) {
        return next().contains(next);
    }

    private Set<PlanState> next() {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> Set.of(APPROVED, DRAFT, CANCELLED);
            case APPROVED -> Set.of(COMMITTED, CANCELLED);
            case COMMITTED -> Set.of(DRAWN, CANCELLED);
            case DRAWN, CANCELLED -> Set.of();
        };
    }
}
