package org.sise.integrations.descriptor;

import java.util.Set;

/**
 * What a department is told, and how. Made by {@link SubscriptionReader}, which has checked it completely.
 *
 * @param subscriber its name: lower-case letters, digits and hyphens
 * @param title its name for people
 * @param department the department that is told
 * @param active whether it is in use; one that is not keeps its place and is told nothing
 * @param topics the outbox's topics that it is told of, at least one
 * @param where which businesses it is told of
 * @param fromStart whether it is told of everything since the ledger began, or else of what happens from now on
 * @param to where its notices go
 * @param retry what becomes of a notice that does not arrive
 * @param accounts the accounts of the department that may give feedback
 */
public record Subscription(
        String subscriber,
        Title title,
        String department,
        boolean active,
        Set<String> topics,
        NoticeFilter where,
        boolean fromStart,
        NoticeTarget to,
        NoticeRetry retry,
        Set<String> accounts) {}
