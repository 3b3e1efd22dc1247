package org.sise.supervision.repair.pack;

import org.sise.core.record.Labelled;

/** What a case asks for. */
public enum CaseKind implements Labelled {
    /** Repair of a record. */
    REPAIR("repair", "信用修复", "credit repair"),
    /** Temporary repair: a court has approved the plan of a bankrupt business. */
    BANKRUPTCY_TEMPORARY("bankruptcy-temporary", "破产重整临时修复", "temporary repair in bankruptcy"),
    /** Final repair: the plan has been carried out. */
    BANKRUPTCY_FINAL("bankruptcy-final", "破产重整正式修复", "final repair after bankruptcy"),
    /** Objection to a record that is said to be wrong. */
    OBJECTION("objection", "记录异议", "objection to a record"),
    /** Objection to the result of an inspection. */
    INSPECTION_OBJECTION("inspection-objection", "检查结果异议", "objection to an inspection");

    private final String token;
    private final String zh;
    private final String en;

    CaseKind(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /** Whether it says that the record is wrong, and not that its matter is mended. */
    public boolean isObjection() {
        return this == OBJECTION || this == INSPECTION_OBJECTION;
    }

    /** The word by which a pack lists what has to be handed in. */
    String material() {
        return isObjection() ? OBJECTION.token : token;
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
