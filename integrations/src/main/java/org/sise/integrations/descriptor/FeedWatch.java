package org.sise.integrations.descriptor;

/** What is usual of a feed: when it is late, and what a person must look at before it goes on. */
public record FeedWatch() {}
