package org.sise.core.record;

/** What a holder of a share is. */
public enum HolderKind implements Labelled {
    /** A business with a credit code. */
    BUSINESS("business", "企业", "a business with a credit code"),
    /** A natural person. */
    PERSON("person", "自然人", "a natural person"),
    /** A body without a credit code. */
    OTHER("other", "其他", "a body without a credit code");

    private final String token;
    private final String zh;
    private final String en;

    HolderKind(String token, String zh, String en) {
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
