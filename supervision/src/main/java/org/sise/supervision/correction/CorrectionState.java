package org.sise.supervision.correction;

import java.util.Set;
import org.sise.core.record.Labelled;

/** Where a correction stands. */
public enum CorrectionState implements Labelled {
    /** 已责令: ordered, with a deadline. */
    ORDERED("ordered", "已责令改正", "ordered"),
    /** 已延期: has a later deadline, for a stated reason. */
    EXTENDED("extended", "已延期", "extended"),
    /** 已报告: the business says that it is done. */
    REPORTED("reported", "企业已报告", "reported"),
    /** 已逾期: the deadline is over and nobody has said that it is done. */
    OVERDUE("overdue", "已逾期", "overdue"),
    /** 未改正: looked at, and not done. */
    UNCORRECTED("uncorrected", "核查未改正", "not corrected"),
    /** 已核实: looked at, and done. */
    VERIFIED("verified", "已核实改正", "verified");

    private final String token;
    private final String zh;
    private final String en;

    CorrectionState(String token, String zh, String en) {
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

    /** Whether a correction in this state can come to the other one. */
    public boolean canTransitionTo(CorrectionState next) {
        return switch (this) {
            case ORDERED, EXTENDED -> next != ORDERED;
            case REPORTED -> Set.of(VERIFIED, UNCORRECTED, EXTENDED).contains(next);
            case OVERDUE -> Set.of(REPORTED, EXTENDED, VERIFIED, UNCORRECTED).contains(next);
            case UNCORRECTED -> Set.of(REPORTED, EXTENDED, VERIFIED).contains(next);
            case VERIFIED -> false;
        };
    }

    /** Whether the deadline still runs: a reminder of it makes sense. */
    public boolean isRunning() {
        return this == ORDERED || this == EXTENDED;
    }
}
