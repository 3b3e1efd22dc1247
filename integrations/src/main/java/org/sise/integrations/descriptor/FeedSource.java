package org.sise.integrations.descriptor;

/** Where a feed's files come from, before they stand in its folder below the inbox. */
public sealed interface FeedSource {

    /** They are put into the folder by whoever sends them. */
    record Folder() implements FeedSource {}
}
