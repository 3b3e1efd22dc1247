package org.sise.scoring.policy;

/**
 * The most that the facts of one group give together, either way, such as all violations found in one inspection. It is
 * multiplied by the age factor of the group's newest fact.
 *
 * @param field facts with the same text in it are a group; a fact without it belongs to none
 */
public record GroupCap(String field, Points most) {
    public GroupCap {
        if (most.milli() <= 0) {
            throw new IllegalArgumentException("a cap is more than 0: " + most);
        }
    }
}
