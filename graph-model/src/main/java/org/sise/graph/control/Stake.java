package org.sise.graph.control;

/**
 * What an ultimate holder holds of a business along all chains.
 *
 * @param unit the holder's number, of a concert party its first member's; of an unknown part the business whose holders are
 *     not known
 * @param name the holder's id or the concert party's name; of an unknown part the business's id
 * @param role what the holder is
 * @param share its part of one, or more where the table says more than all
 */
public record Stake(int unit, String name, Role role, double share) {

    /** What a holder is to the question of control. */
    public enum Role {
        /** It may control. */
        HOLDER,
        /** Several who act together; they may control as one. */
        CONCERT,
        /** It holds for others, as a list says, and controls nothing. */
        NOMINEE,
        /** It holds small shares of very many, and controls only what it holds much of. */
        MASS,
        /** Nothing says who it is. */
        ANONYMOUS,
        /** The part of a business's shares of which no holder is known. */
        UNKNOWN
    }
}
