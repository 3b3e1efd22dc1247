package org.sise.supervision.stratum;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** How much harm an industry's faults can do (行业风险). Which industry is which: {@link IndustryRisks}. */
public enum Risk implements Labelled {
    /** 高风险: food, medicines, special equipment and the like, watched closely whatever the colour. */
    HIGH("高风险", "high risk"),
    /** 一般风险: every industry that no row of the table names. */
    MEDIUM("一般风险", "medium risk"),
    /** 低风险: visited less. */
    LOW("低风险", "low risk");

    private final String zh;
    private final String en;

    Risk(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
