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
    REPRESENTED("represented", "担任法定代表人", "represented by the person");

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
