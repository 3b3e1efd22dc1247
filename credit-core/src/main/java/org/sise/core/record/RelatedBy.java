package org.sise.core.record;

/** What ties a business to the party from which a risk comes to it. */
public enum RelatedBy implements Labelled {
    /** The party holds a share of the business. */
    SHAREHOLDER("shareholder", "股东", "shareholder"),
    /** The business holds a share of the party. */
    INVESTMENT("investment", "对外投资", "investment"),
    /** The party is its legal representative, or the other way round. */
    LEGAL_REPRESENTATIVE("legal-representative", "法定代表人", "legal representative"),
    /** The party is one of its officers, or the other way round. */
    OFFICER("officer", "董监高", "director, supervisor or senior manager"),
    /** One is a branch of the other. */
    BRANCH("branch", "分支机构", "branch"),
    /** Both are registered at one address. */
    SAME_ADDRESS("same-address", "同一住所", "same address"),
    /** Both have one telephone number. */
    SAME_PHONE("same-phone", "同一电话", "same telephone number"),
    /** One supplies the other. */
    SUPPLY("supply", "供应关系", "supply");

    private final String token;
    private final String zh;
    private final String en;

    RelatedBy(String token, String zh, String en) {
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
