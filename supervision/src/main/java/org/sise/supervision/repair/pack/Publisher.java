package org.sise.supervision.repair.pack;

import org.sise.core.record.Labelled;

/** On whose site a record is public, and so whose rules of repair it follows. */
public enum Publisher implements Labelled {
    /** 信用中国, by the rules of the National Development and Reform Commission. */
    CREDIT_CHINA("credit-china", "信用中国", "Credit China"),
    /** 国家企业信用信息公示系统, by the rules of the State Administration for Market Regulation. */
    MARKET_REGULATION("market-regulation", "国家企业信用信息公示系统", "National Enterprise Credit Information Publicity System");

    private final String token;
    private final String zh;
    private final String en;

    Publisher(String token, String zh, String en) {
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
