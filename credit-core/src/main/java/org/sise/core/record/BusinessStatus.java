package org.sise.core.record;

/** A business's state in the register. */
public enum BusinessStatus implements Labelled {
    /** Operating. */
    OPERATING("operating", "存续", "operating"),
    /** Licence revoked. */
    REVOKED("revoked", "吊销", "licence revoked"),
    /** Deregistered. */
    CLOSED("closed", "注销", "deregistered");

    private final String token;
    private final String zh;
    private final String en;

    BusinessStatus(String token, String zh, String en) {
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
