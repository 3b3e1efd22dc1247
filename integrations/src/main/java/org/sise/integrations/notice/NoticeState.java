package org.sise.integrations.notice;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** Where a notice stands. */
public enum NoticeState implements Labelled {
    /** It waits for its turn, or for the next attempt. */
    PENDING("pending", "待发送", "pending"),
    /** It has arrived. */
    SENT("sent", "已送达", "sent"),
    /** The department has confirmed it. */
    ACKNOWLEDGED("acknowledged", "已确认", "acknowledged"),
    /** The receiver does not take it; a person looks. */
    REFUSED("refused", "被拒收", "refused"),
    /** A person went on past it. */
    PASSED("passed", "已跳过", "passed over");

    private final String token;
    private final String zh;
    private final String en;

    NoticeState(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    static NoticeState ofToken(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
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
