package org.sise.core.record;

/** What can be wrong with a field, as a word that quarantined rows can be filtered by. */
public enum FaultKind implements Labelled {
    /** A field that must be there is empty. */
    REQUIRED("required", "缺少必填项", "required field is empty"),
    /** Not a credit code. */
    BAD_CODE("bad-code", "统一社会信用代码有误", "bad credit code"),
    /** A former registration number where a credit code should stand. */
    FORMER_NUMBER("former-number", "为原15位注册号", "former registration number"),
    /** Not a date of the calendar, or in no known form. */
    BAD_DATE("bad-date", "日期有误", "bad date"),
    /** Dates in the wrong order. */
    DATE_ORDER("date-order", "日期先后颠倒", "dates in the wrong order"),
    /** Not a number. */
    BAD_NUMBER("bad-number", "数字有误", "bad number"),
    /** Below zero. */
    NEGATIVE("negative", "不能为负", "negative"),
    /** Outside its limits. */
    OUT_OF_RANGE("out-of-range", "超出范围", "out of range"),
    /** A word outside its closed list. */
    NOT_IN_LIST("not-in-list", "不在规定的取值内", "not in the list of values"),
    /** Text that its field's check refuses. */
    BAD_TEXT("bad-text", "文字不符合要求", "text not as it should be");

    private final String token;
    private final String zh;
    private final String en;

    FaultKind(String token, String zh, String en) {
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
