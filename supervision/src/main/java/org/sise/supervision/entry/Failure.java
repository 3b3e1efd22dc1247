package org.sise.supervision.entry;

/**
 * A failed condition of one entry.
 *
 * @param condition which
 * @param detailZh whom or what it concerns, in Chinese; may be empty
 * @param detailEn the same in English
 */
public record Failure(Condition condition, String detailZh, String detailEn) {

    static Failure of(Condition condition) {
        return new Failure(condition, "", "");
    }

    static Failure of(Condition condition, String detailZh, String detailEn) {
        return new Failure(condition, detailZh, detailEn);
    }

    /** The failure with its remedy in one line, Chinese and English. */
    public String message() {
        return condition.zh() + (detailZh.isEmpty() ? "" : "（" + detailZh + "）") + "；" + condition.remedyZh() + " / "
                + condition.en() + (detailEn.isEmpty() ? "" : " (" + detailEn + ")") + "; " + condition.remedyEn();
    }
}
