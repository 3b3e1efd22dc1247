package org.sise.supervision.entry;

import org.sise.core.record.Labelled;

/** In which way somebody scanned. */
public enum Way implements Labelled {
    /** The officer scanned the business's sign. */
    OFFICER("officer", "执法人员扫企业码", "officer scanned the sign"),
    /** The business scanned the visit's code. */
    BUSINESS("business", "企业扫任务码", "business scanned the task code"),
    /** The officer scanned out. */
    OUT("out", "扫码离企", "scanned out"),
    /** The officer came in without approval. */
    EMERGENCY("emergency", "紧急入企", "emergency entry");

    private final String token;
    private final String zh;
    private final String en;

    Way(String token, String zh, String en) {
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
