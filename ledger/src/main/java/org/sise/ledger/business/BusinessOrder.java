package org.sise.ledger.business;

/** Orders of a list of businesses. Each ends with the credit code, so that it is total. */
public enum BusinessOrder {
    /** By credit code. */
    CODE("b.code", "text"),
    /** By name, Chinese by pinyin. */
    NAME("b.name collate \"zh-x-icu\"", "text"),
    /** The worst first: from red to blue, within a colour the most urgent first, those without a grade last. */
    WORST("(3 - coalesce(s.colour, -1)) * 1000000000.0 - coalesce(s.urgency, 0)", "numeric");

    private final String expression;
    private final String type;

    BusinessOrder(String expression, String type) {
        this.expression = expression;
        this.type = type;
    }

    String expression() {
        return expression;
    }

    String type() {
        return type;
    }
}
