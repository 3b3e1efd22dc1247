package org.sise.integrations.feed;

/** Thrown where a file must wait since a delivery of its feed is held for a person to look: it stays where it is. */
public final class DeliveryHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String feed;

    DeliveryHeld(String feed, long delivery) {
        super("来源 %s 第%d次交付待人工审看 / delivery %d of feed %s waits for a person"
                .formatted(feed, delivery, delivery, feed));
        this.feed = feed;
    }

    /** The feed. */
    public String feed() {
        return feed;
    }
}
