package org.sise.supervision.mode;

import org.sise.core.record.Labelled;

/** What a mode of supervision is for. */
public enum ModeKind implements Labelled {
    /** 触发式监管: visited when something gives cause. */
    TRIGGER_ONLY("trigger-only", "触发式监管", "on a trigger only"),
    /** 沉睡企业: registered and silent. */
    DORMANT("dormant", "沉睡企业", "dormant"),
    /** 包容期监管（沙盒）: a new trade is left time to find its feet. */
    SANDBOX("sandbox", "包容期监管", "sandbox");

    private final String token;
    private final String zh;
    private final String en;

    ModeKind(String token, String zh, String en) {
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
