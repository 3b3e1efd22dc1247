package org.sise.supervision.listing;

import java.util.Set;
import org.sise.supervision.step.Stage;

/** Where a listing stands. */
public enum ListingState implements Stage {
    /** 待告知. */
    PROPOSED("proposed", "拟列入", "proposed"),
    /** 已告知: the business may be heard. */
    NOTIFIED("notified", "已告知", "served"),
    /** 已列入: in the ledger. */
    LISTED("listed", "已列入", "listed"),
    /** 申请移出. */
    REMOVAL_ASKED("removal-asked", "申请移出", "removal asked for"),
    /** 已移出. */
    REMOVED("removed", "已移出", "removed"),
    /** 不予列入. */
    REFUSED("refused", "不予列入", "not listed"),
    /** 已终止: the hearing convinced. */
    DROPPED("dropped", "已终止", "dropped");

    private final String token;
    private final String zh;
    private final String en;

    ListingState(String token, String zh, String en) {
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

    /** Whether a listing in this state can come to the other one. */
    public boolean canTransitionTo(ListingState next) {
        return switch (this) {
            case PROPOSED -> Set.of(NOTIFIED, REFUSED).contains(next);
            case NOTIFIED -> Set.of(LISTED, REFUSED, DROPPED).contains(next);
            case LISTED -> Set.of(REMOVAL_ASKED, REMOVED).contains(next);
            case REMOVAL_ASKED -> Set.of(LISTED, REMOVED).contains(next);
            case REMOVED, REFUSED, DROPPED -> false;
        };
    }
}
