package org.sise.supervision.discretion;

import org.sise.core.record.Labelled;

/** Of what a benchmark's bounds are multiples. */
public enum Base implements Labelled {
    /** Of one yuan: the bounds are amounts. */
    YUAN("yuan", "元", "yuan"),
    /** Of the value of the goods. */
    GOODS("goods", "货值金额", "value of the goods"),
    /** Of the fee for the advertisement. */
    ADVERTISING_FEE("advertising-fee", "广告费用", "fee for the advertisement"),
    /** Of the illegal gains. */
    GAINS("gains", "违法所得", "illegal gains"),
    /** Of the illegal turnover. */
    TURNOVER("turnover", "违法经营额", "illegal turnover");

    private final String token;
    private final String zh;
    private final String en;

    Base(String token, String zh, String en) {
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
