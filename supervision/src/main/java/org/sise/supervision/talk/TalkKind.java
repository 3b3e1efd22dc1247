package org.sise.supervision.talk;

import org.sise.core.record.Labelled;

/** What a talk is for. */
public enum TalkKind implements Labelled {
    /** 教育约谈: after a first minor breach. */
    EDUCATIONAL("educational", "教育约谈", "educational talk"),
    /** 会商约谈: with a business of high risk. */
    CONSULTATIVE("consultative", "会商约谈", "consultative talk");

    private final String token;
    private final String zh;
    private final String en;

    TalkKind(String token, String zh, String en) {
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
