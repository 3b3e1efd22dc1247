package org.sise.core.record;

/** Where a record stands. A change of state is a new version of the record. */
public enum RecordState implements Labelled {
    /** In effect. */
    EFFECTIVE("effective", "有效", "in effect"),
    /** Corrected by its department. */
    CORRECTED("corrected", "已更正", "corrected by its department"),
    /** Withdrawn by its department. */
    WITHDRAWN("withdrawn", "已撤回", "withdrawn by its department"),
    /** Credit repaired. */
    REPAIRED("repaired", "已修复", "credit repaired"),
    /** Period over. */
    EXPIRED("expired", "已到期", "period over");

    private final String token;
    private final String zh;
    private final String en;

    RecordState(String token, String zh, String en) {
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
