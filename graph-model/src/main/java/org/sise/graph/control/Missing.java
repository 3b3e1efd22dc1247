package org.sise.graph.control;

import java.util.List;

/** Why nobody can be named as the controller of a business: what is missing, or what stands against it. */
public sealed interface Missing {

    /**
     * No holder of the business is recorded.
     *
     * @param business its number
     */
    record NoHolder(int business) implements Missing {}

    /**
     * Holders of a business in the chains are known in part only, and whoever holds the rest might control.
     *
     * @param business its number
     * @param known what is known, a {@link org.sise.graph.relation.Share}
     * @param share what the rest comes to in the business that is asked about, a part of one
     */
    record HoldersUnknown(int business, long known, double share) implements Missing {}

    /**
     * A holding is recorded without its share.
     *
     * @param holder the holder's number
     * @param business the number of what it holds
     */
    record ShareNotGiven(int holder, int business) implements Missing {}

    /**
     * A holder without identity might control.
     *
     * @param holder its number
     * @param share its share, a part of one
     */
    record HolderWithoutIdentity(int holder, double share) implements Missing {}

    /**
     * One who holds for others, or for very many, would control; for whom is not known.
     *
     * @param stake what it holds
     */
    record HeldForOthers(Stake stake) implements Missing {}

    /**
     * Holders of the same share, no one of them with more than the threshold.
     *
     * @param stakes who and how much
     */
    record Deadlock(List<Stake> stakes) implements Missing {}

    /**
     * More than one have more than the threshold.
     *
     * @param stakes who and how much
     */
    record Several(List<Stake> stakes) implements Missing {}

    /**
     * The holders are known, and nobody has more than the threshold.
     *
     * @param largest the largest of them
     */
    record WidelyHeld(Stake largest) implements Missing {}

    /**
     * A business in the chains lies in a circle whose members hold each other wholly, or whose shares contradict each other.
     *
     * @param business its number
     */
    record Circle(int business) implements Missing {}
}
