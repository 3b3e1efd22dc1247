package org.sise.integrations.landing;

import org.sise.core.record.Labelled;

/** Why a delivery is held for a person to look. */
public enum HoldReason implements Labelled {
    /** The file has unusually few or many rows. */
    UNUSUAL_ROWS("unusual-rows", "行数异常", "an unusual number of rows"),
    /** Unusually many of its rows are faulty. */
    FAULTY_ROWS("faulty-rows", "错误行比例异常", "unusually many faulty rows"),
    /** It would withdraw unusually many matters. */
    WITHDRAWALS("withdrawals", "撤回数量异常", "unusually many withdrawals"),
    /** Faulty rows may be the matters that it seems to lack. */
    UNCLEAR_ROWS("unclear-rows", "错误行可能就是缺少的事项", "faulty rows may be what it seems to lack");

    private final String token;
    private final String zh;
    private final String en;

    HoldReason(String token, String zh, String en) {
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

    static HoldReason ofToken(String token) {
        for (HoldReason reason : values()) {
            if (reason.token.equals(token)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no reason to hold is called " + token);
    }
}
