package org.sise.core.record;

/** The class of a dishonest act (失信类别), as in NDRC order 36 and SAMR order 107. */
public enum Severity implements Labelled {
    /** Minor. */
    MINOR("minor", "轻微", "minor"),
    /** General. */
    GENERAL("general", "一般", "general"),
    /** Serious. */
    SERIOUS("serious", "严重", "serious");

    private final String token;
    private final String zh;
    private final String en;

    Severity(String token, String zh, String en) {
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
