package org.sise.integrations.descriptor;

/** What becomes of a row about a business that has no registration in the ledger. */
public enum UnknownBusiness {
    /** It waits in the quarantine until the registration lands, then lands by itself. */
    WAIT("wait"),
    /** It lands. */
    ACCEPT("accept");

    private final String token;

    UnknownBusiness(String token) {
        this.token = token;
    }

    /** The word in a descriptor. */
    public String token() {
        return token;
    }
}
