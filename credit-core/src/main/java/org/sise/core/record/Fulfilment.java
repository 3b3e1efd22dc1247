package org.sise.core.record;

/** Whether a credit commitment (信用承诺) was kept. */
public enum Fulfilment implements Labelled {
    /** Not yet due. */
    NOT_DUE("not-due", "未到期", "not yet due"),
    /** Kept in full. */
    FULFILLED("fulfilled", "已履行", "kept in full"),
    /** Kept in part. */
    PARTLY("partly", "部分履行", "kept in part"),
    /** Broken. */
    BREACHED("breached", "违诺", "broken");

    private final String token;
    private final String zh;
    private final String en;

    Fulfilment(String token, String zh, String en) {
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
