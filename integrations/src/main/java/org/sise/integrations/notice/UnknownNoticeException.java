package org.sise.integrations.notice;

/** Thrown where a subscriber has no notice of a key. */
public final class UnknownNoticeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownNoticeException(String key) {
        super("key: 没有发给贵单位的通知 %s / key: there is no notice %s to this department".formatted(key, key));
    }
}
