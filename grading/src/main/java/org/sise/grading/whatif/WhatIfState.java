package org.sise.grading.whatif;

/** How far a what-if is. */
public enum WhatIfState {
    /** Nobody has begun it. */
    WAITING("等待", "waiting"),
    /** Businesses are being graded. */
    RUNNING("进行中", "running"),
    /** Its result is there. */
    FINISHED("完成", "finished"),
    /** It came to nothing. */
    FAILED("失败", "failed");

    private final String zh;
    private final String en;

    WhatIfState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
