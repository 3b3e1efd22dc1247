package org.sise.graph.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who controls a business, or why nobody can be named.
 *
 * @param business its number
 * @param controller who, or null when it is not determinable
 * @param missing what is missing, most weighty first; empty when there is a controller
 * @param decides the name of the unit that decides by majorities along chains where that is another than the controller,
 *     or null
 * @param holders who holds how much of it along all chains, most first, the unknown parts among them
 * @param paths the weightiest chains from the controller to the business
 * @param held what the recorded direct shares sum to, a {@link org.sise.graph.relation.Share}; above 100 percent it is
 *     kept as recorded
 * @param heldByItself what it holds of itself
 */
public record ControlAnswer(
        int business,
        @Nullable Controller controller,
        List<Missing> missing,
        @Nullable String decides,
        List<Stake> holders,
        List<ControlPath> paths,
        long held,
        long heldByItself) {

    /**
     * A controller.
     *
     * @param unit its number, of a concert party its first member's
     * @param name its id, or the concert party's name
     * @param share its integrated share, a part of one
     * @param basis what makes it the controller
     * @param endOfRecord whether it is a business of which no holder is recorded: who stands behind it is not known
     */
    public record Controller(int unit, String name, double share, Basis basis, boolean endOfRecord) {}
}
