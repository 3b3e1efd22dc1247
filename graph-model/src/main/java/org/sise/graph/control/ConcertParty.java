package org.sise.graph.control;

import java.util.Set;

/**
 * Holders who act together by agreement (一致行动人) and count as one.
 *
 * @param name what to call them
 * @param members their numbers, of one at least
 */
public record ConcertParty(String name, Set<Integer> members) {
    /** @throws IllegalArgumentException when it has no members */
    public ConcertParty {
        members = Set.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a concert party needs a member: " + name);
        }
    }
}
