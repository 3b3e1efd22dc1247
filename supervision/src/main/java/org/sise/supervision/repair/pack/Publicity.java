package org.sise.supervision.repair.pack;

import org.sise.core.record.Labelled;

/** Whether the public may read a record. */
public enum Publicity implements Labelled {
    /** Not published. */
    NO("no", "不公示", "not published"),
    /** Not published in principle; where it is, no longer than the class allows. */
    IN_PRINCIPLE_NOT("in-principle-not", "原则上不公示", "not published in principle"),
    /** Published. */
    YES("yes", "公示", "published");

    private final String token;
    private final String zh;
    private final String en;

    Publicity(String token, String zh, String en) {
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
