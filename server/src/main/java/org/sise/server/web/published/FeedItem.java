package org.sise.server.web.published;

import java.time.Instant;

/**
 * One entry of a feed.
 *
 * @param id what identifies it for ever
 * @param path where it is to be read on this server
 * @param title its title
 * @param text what it says
 * @param category {@code plan} or {@code result}
 * @param at when it was published
 */
record FeedItem(String id, String path, String title, String text, String category, Instant at) {}
