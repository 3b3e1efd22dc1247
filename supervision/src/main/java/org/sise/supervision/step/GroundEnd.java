package org.sise.supervision.step;

import org.sise.core.record.Labelled;

/** Why a ground no longer stands. */
public enum GroundEnd implements Labelled {
    /** Credit repaired. */
    REPAIRED("repaired", "依据已修复", "its ground was repaired"),
    /** Removed from the list. */
    REMOVED("removed", "已移出名单", "removed from the list"),
    /** The period is over. */
    EXPIRED("expired", "期限届满", "its period is over"),
    /** Withdrawn by its department. */
    ANNULLED("annulled", "依据已撤销", "its ground was withdrawn"),
    /** The colour that brought it is another. */
    COLOUR("colour", "颜色已变化", "the colour changed");

    private final String token;
    private final String zh;
    private final String en;

    GroundEnd(String token, String zh, String en) {
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
