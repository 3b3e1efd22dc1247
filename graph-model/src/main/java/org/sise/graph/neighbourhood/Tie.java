package org.sise.graph.neighbourhood;

import org.sise.core.record.Labelled;

/** How a node of a neighbourhood is tied to the one before it on its path. */
public enum Tie implements Labelled {
    /** The business in the middle. */
    CENTRE("centre", "本企业", "the business itself"),
    /** A person who represents the business before. */
    REPRESENTATIVE("representative", "法定代表人", "its legal representative"),
    /** A person, body or business that holds a share of the business before. */
    HOLDER("holder", "股东", "its holder"),
    /** A business of which the business, person or body before holds a share. */
    HELD("held", "对外投资", "held by it"),
    /** A business whose legal representative the person before is. */
    REPRESENTED("represented", "担任法定代表人", "represented by the person"),
    /** A branch of the business before. */
    BRANCH("branch", "分支机构", "its branch"),
    /** The business of which the business before is a branch. */
    PARENT("parent", "所属企业", "its parent"),
    /** A member of a group that acts in concert in the business before. */
    CONCERT_MEMBER("concert-member", "一致行动人", "acts in concert in it"),
    /** A business in which the one before acts in concert with others. */
    CONCERT_IN("concert-in", "一致行动所在企业", "in which it acts in concert"),
    /** A director, supervisor or manager of the business before. */
    OFFICER("officer", "董监高", "its director, supervisor or manager"),
    /** A business of which the one before is a director, supervisor or manager. */
    OFFICE("office", "任职企业", "where it holds office"),
    /** The address of the business before. */
    ADDRESS("address", "登记住所", "its address"),
    /** A business at the address before. */
    AT_ADDRESS("at-address", "同一地址", "at the same address"),
    /** A telephone number of the business before. */
    PHONE("phone", "联系电话", "its telephone"),
    /** A business with the telephone number before. */
    WITH_PHONE("with-phone", "同一电话", "with the same telephone"),
    /** A business that supplies the one before. */
    SUPPLIER("supplier", "供应商", "its supplier"),
    /** A business that the one before supplies. */
    CUSTOMER("customer", "客户", "its customer"),
    /** Who controls the business before. */
    CONTROLLER("controller", "实际控制人", "its controller"),
    /** A business that the one before controls. */
    CONTROLLED("controlled", "受其控制", "controlled by it");

    private final String token;
    private final String zh;
    private final String en;

    Tie(String token, String zh, String en) {
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
