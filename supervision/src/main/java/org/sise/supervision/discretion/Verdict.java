package org.sise.supervision.discretion;

import org.sise.core.record.Labelled;

/** How a fine stands to the benchmark. */
public enum Verdict implements Labelled {
    /** No benchmark is known for the legal basis, or there is no fine. */
    NONE("none", "无对应基准", "no benchmark"),
    /** Inside, in the lowest part. */
    LIGHT("light", "从轻档", "inside, light"),
    /** Inside, in the middle part. */
    GENERAL("general", "一般档", "inside, general"),
    /** Inside, in the highest part. */
    HEAVY("heavy", "从重档", "inside, heavy"),
    /** Less than the law allows without mitigation. */
    BELOW("below", "低于法定幅度", "below what the law allows"),
    /** More than the law allows. */
    ABOVE("above", "高于法定幅度", "above what the law allows"),
    /** It takes the value of the goods, the gains or the fee to say. */
    UNKNOWN("unknown", "须补充货值等基数", "takes a value that is not known");

    private final String token;
    private final String zh;
    private final String en;

    Verdict(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it is a warning. */
    public boolean isOutside() {
        return this == BELOW || this == ABOVE;
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
