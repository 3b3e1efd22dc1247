package org.sise.bench.policy;

/** A record as a fact of Drools, with its business. Public for Drools. */
public final class RawRecord {

    private final TalliedBusiness business;
    private final int kind;
    private final int value;
    private final int state;
    private final int day;

    RawRecord(TalliedBusiness business, short code, int day) {
        this.business = business;
        this.kind = Population.kind(code);
        this.value = Population.value(code);
        this.state = Population.state(code);
        this.day = day;
    }

    public TalliedBusiness getBusiness() {
        return business;
    }

    public int getKind() {
        return kind;
    }

    public int getValue() {
        return value;
    }

    public int getState() {
        return state;
    }

    /** Epoch day. */
    public int getDay() {
        return day;
    }
}
