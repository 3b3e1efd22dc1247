package org.sise.integrations.notice;

import java.util.Locale;
import org.sise.core.record.Labelled;

/** What a department says to a notice. */
public enum FeedbackState implements Labelled {
    /** It has the notice and will look at it. */
    RECEIVED("received", "已接收", "received"),
    /** It has done what the notice is about. */
    ACTED("acted", "已办理", "acted"),
    /** It will not act; the text says why. */
    REFUSED("refused", "不予办理", "refused");

    private final String token;
    private final String zh;
    private final String en;

    FeedbackState(String token, String zh, String en) {
        this.token = token;
        this.zh = zh;
        this.en = en;
    }

    /**
     * The state of a token.
     *
     * @throws IllegalArgumentException when there is none; the message is for people
     */
    public static FeedbackState ofToken(String token) {
        for (FeedbackState state : values()) {
            if (state.token.equals(token.strip().toLowerCase(Locale.ROOT))) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "state: “%s”未知, 可用 received, acted, refused / state: '%s' is unknown, use received, acted or refused"
                        .formatted(token, token));
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
