package org.sise.supervision.measure;

import org.sise.core.record.Labelled;

/** Whether a measure burdens or favours. */
public enum MeasureKind implements Labelled {
    /** 惩戒措施: rests on a record, is served and heard. */
    MEASURE("measure", "惩戒措施", "measure of dishonesty"),
    /** 激励措施. */
    INCENTIVE("incentive", "激励措施", "incentive");

    private final String token;
    private final String zh;
    private final String en;

    MeasureKind(String token, String zh, String en) {
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
