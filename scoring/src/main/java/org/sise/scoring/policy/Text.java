package org.sise.scoring.policy;

/** A sentence or a name in Chinese and, beside it, in English. */
public record Text(String zh, String en) {
    public Text {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: zh “%s”, en “%s”".formatted(zh, en));
        }
    }
}
