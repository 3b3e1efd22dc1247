package org.sise.core.record;

/** A safety risk level (安全风险等级), the four levels of work-safety risk control. */
public enum SafetyLevel implements Labelled {
    /** Low. */
    LOW("low", "低", "low"),
    /** General. */
    GENERAL("general", "一般", "general"),
    /** Larger. */
    LARGER("larger", "较大", "larger"),
    /** Major. */
    MAJOR("major", "重大", "major");

    private final String token;
    private final String zh;
    private final String en;

    SafetyLevel(String token, String zh, String en) {
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
