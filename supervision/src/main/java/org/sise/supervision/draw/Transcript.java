package org.sise.supervision.draw;

import java.util.List;

/**
 * A complete published draw, the content of {@code transcript.json}.
 *
 * @param plan what was settled before the draw
 * @param strata the strata in the plan's order with what was taken
 * @param objectsRoot the Merkle root of the object pool, lower-case hexadecimal
 * @param seed the seed, lower-case hexadecimal
 * @param drawn the drawn objects in the order of the draw
 * @param unassigned the codes of the drawn objects that fewer than two inspectors could be given to
 */
public record Transcript(
        DrawPlan plan,
        List<Stratum> strata,
        String objectsRoot,
        String seed,
        List<DrawnObject> drawn,
        List<String> unassigned) {
    /** The scheme's name, the first line under every seed. */
    public static final String SCHEME = "sise-draw/1";

    /** Copies its lists. */
    public Transcript {
        strata = List.copyOf(strata);
        drawn = List.copyOf(drawn);
        unassigned = List.copyOf(unassigned);
    }

    /**
     * A stratum and what was taken from it.
     *
     * @param planned its name and ratio
     * @param size how many objects it has
     * @param take how many of them were drawn
     */
    public record Stratum(PlannedStratum planned, int size, int take) {}

    /**
     * A drawn object.
     *
     * @param stratum its stratum
     * @param code its code
     * @param inspectors the certificates of its two inspectors, or nobody
     * @param items its items, the mandatory ones first
     */
    public record DrawnObject(String stratum, String code, List<String> inspectors, List<String> items) {
        /** Copies its lists. */
        public DrawnObject {
            inspectors = List.copyOf(inspectors);
            items = List.copyOf(items);
        }
    }

    /** The bytes of {@code transcript.json}. */
    public byte[] toJson() {
        return TranscriptWriter.write(this);
    }
}
