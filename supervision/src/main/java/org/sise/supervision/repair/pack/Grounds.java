package org.sise.supervision.repair.pack;

/**
 * Where a rule comes from.
 *
 * @param source law, article, or the table that cites them
 * @param confidence how sure: {@code source-read}, {@code high}, {@code medium}, {@code low}; the last two are for the
 *     authority to confirm
 */
public record Grounds(String source, String confidence) {
    /** Whether the authority has to confirm it before use. */
    public boolean needsConfirming() {
        return confidence.equals("medium") || confidence.equals("low");
    }
}
