package org.sise.supervision.roster;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** Why an inspector does not inspect a business (回避事由). Who visited it last is recused by the plan itself. */
public enum RecusalKind implements Labelled {
    /** 本人申报: the inspector said so. */
    DECLARED("本人申报", "declared"),
    /** 亲属: a member of the family owns it or works there. */
    FAMILY("亲属", "family"),
    /** 原任职单位: the inspector worked there. */
    FORMER_EMPLOYER("原任职单位", "former employer");

    private final String zh;
    private final String en;

    RecusalKind(String zh, String en) {
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
