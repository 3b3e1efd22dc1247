package org.sise.grading.phoenix;

import org.sise.core.record.Labelled;

/** What people made of an alert. */
public enum AlertState implements Labelled {
    /** Nobody has judged it yet. */
    OPEN("open", "待研判", "open"),
    /** Somebody took it to be so. */
    CONFIRMED("confirmed", "已确认", "confirmed"),
    /** Somebody took it to be nothing. */
    DISMISSED("dismissed", "已排除", "dismissed");

    private final String token;
    private final String zh;
    private final String en;

    AlertState(String token, String zh, String en) {
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
