package org.sise.supervision.draw;

/**
 * An inspector on a plan's roster.
 *
 * @param certificate the number of the enforcement certificate, unique in the roster
 * @param name the name as published; not part of any key
 * @param maxLoad how many objects this inspector may be given, 0 or more
 */
public record Inspector(String certificate, String name, int maxLoad) {
    /** Checks itself. */
    public Inspector {
        DrawText.require(certificate, "certificate");
        if (maxLoad < 0) {
            throw new IllegalArgumentException("A maximum load is 0 or more, not " + maxLoad);
        }
    }
}
