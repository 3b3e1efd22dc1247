package org.sise.supervision.stratum;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** How a business came into a list. */
public enum Selection implements Labelled {
    /** 纯随机: by lot over the whole pool, whatever the colour. What checks find here tells how good the grading is. */
    ANY("纯随机", "pure random"),
    /** 随机: by lot within a stratum. */
    RANDOM_SHARE("随机", "by lot"),
    /** 差者优先: as one of the worst of its colour. */
    WORST("差者优先", "worst first");

    private final String zh;
    private final String en;

    Selection(String zh, String en) {
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
