package org.sise.supervision.reminder;

import org.sise.core.record.Labelled;

/** Of what a slip reminds. */
public enum SlipKind implements Labelled {
    /** A few points more bring a worse grade. */
    THRESHOLD("threshold", "接近更差的颜色", "near a worse colour", true),
    /** The grade gets worse by the passing of days alone. */
    WORSENING("worsening", "颜色将随时间变差", "colour gets worse by itself", true),
    /** A permit ends. */
    PERMIT("permit", "许可即将到期", "a permit ends", false),
    /** A promise comes due. */
    COMMITMENT("commitment", "承诺即将到期", "a promise comes due", false),
    /** A repair may be applied for. */
    REPAIR("repair", "可以申请信用修复", "a repair may be applied for", false);

    private final String token;
    private final String zh;
    private final String en;
    private final boolean colour;

    SlipKind(String token, String zh, String en, boolean colour) {
        this.token = token;
        this.zh = zh;
        this.en = en;
        this.colour = colour;
    }

    /** Whether it tells the colour. */
    public boolean tellsColour() {
        return colour;
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
