package org.sise.graph.neighbourhood;

import org.sise.core.record.Labelled;

/** What relates two nodes; named as the types in Neo4j, in the order in which they are looked at. */
public enum EdgeKind implements Labelled {
    /** The first is the second's legal representative. */
    LEGAL_REPRESENTATIVE("legal-representative", "法定代表人", "legal representative", Tie.REPRESENTATIVE, Tie.REPRESENTED),
    /** The first holds a share of the second. */
    HOLDS("holds", "持股", "holds", Tie.HOLDER, Tie.HELD),
    /** The first is a branch of the second. */
    BRANCH_OF("branch-of", "分支机构", "branch of", Tie.BRANCH, Tie.PARENT),
    /** The first acts in concert with others in the second. */
    CONCERT("concert", "一致行动", "acts in concert", Tie.CONCERT_MEMBER, Tie.CONCERT_IN),
    /** The first is a director, supervisor or manager of the second. */
    OFFICER("officer", "任职", "officer", Tie.OFFICER, Tie.OFFICE),
    /** The first is the address at which the second is registered. */
    ADDRESS_OF("address-of", "住所", "address", Tie.ADDRESS, Tie.AT_ADDRESS),
    /** The first is a telephone number of the second. */
    PHONE_OF("phone-of", "联系电话", "telephone", Tie.PHONE, Tie.WITH_PHONE),
    /** The first supplies the second. */
    SUPPLIES("supplies", "供应", "supplies", Tie.SUPPLIER, Tie.CUSTOMER),
    /** The first controls the second, as worked out from the holdings; shown, and never followed. */
    CONTROLS("controls", "实际控制", "controls", Tie.CONTROLLER, Tie.CONTROLLED);

    private final String token;
    private final String zh;
    private final String en;
    private final Tie first;
    private final Tie second;

    EdgeKind(String token, String zh, String en, Tie first, Tie second) {
        this.token = token;
        this.zh = zh;
        this.en = en;
        this.first = first;
        this.second = second;
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

    /** Whether a walk goes along such relations. */
    public boolean isFollowed() {
        return this != CONTROLS;
    }

    /** What the first is to the second. */
    Tie first() {
        return first;
    }

    /** What the second is to the first. */
    Tie second() {
        return second;
    }
}
