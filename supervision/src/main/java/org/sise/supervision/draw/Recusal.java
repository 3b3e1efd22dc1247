package org.sise.supervision.draw;

/**
 * An inspector who may not inspect an object. A recusal names a relation, not a membership: one for a certificate or a code
 * that the plan does not have is allowed and has no effect on who is given, but it is part of the frozen file and so of
 * the seed.
 *
 * @param certificate the inspector's certificate
 * @param code the object's code
 */
public record Recusal(String certificate, String code) {
    /** Checks itself. */
    public Recusal {
        DrawText.require(certificate, "certificate");
        DrawText.require(code, "code");
    }
}
