package org.sise.supervision.door;

/**
 * A kept picture.
 *
 * @param type its media type, such as {@code image/jpeg}
 * @param content the picture as it was sent; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Photograph(String type, byte[] content) {}
