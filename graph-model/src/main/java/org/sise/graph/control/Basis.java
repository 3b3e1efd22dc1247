package org.sise.graph.control;

/** What makes somebody the controller of a business. */
public enum Basis {
    /** An integrated share above the threshold. */
    SHARE("share"),
    /** Majorities at each step of the chains, with an integrated share that is not above the threshold. */
    VOTES("votes");

    private final String token;

    Basis(String token) {
        this.token = token;
    }

    /** The word for it in answers. */
    public String token() {
        return token;
    }
}
