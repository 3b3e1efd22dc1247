package org.sise.graph.relation;

/** What relates a party to a business; the business is always the second. */
public enum RelationKind {
    /** The first holds a share of the second. */
    HOLDS("holds"),
    /** The first is the second's legal representative. */
    LEGAL_REPRESENTATIVE("legal-representative"),
    /** The first is a director, supervisor or manager of the second. */
    OFFICER("officer"),
    /** The first is a branch of the second. */
    BRANCH_OF("branch-of"),
    /** The first is the address at which the second is registered. */
    ADDRESS_OF("address-of"),
    /** The first is the telephone number of the second. */
    PHONE_OF("phone-of"),
    /** The first supplies the second. */
    SUPPLIES("supplies");

    private final String token;

    RelationKind(String token) {
        this.token = token;
    }

    /** The word for it in rule files and answers. */
    public String token() {
        return token;
    }
}
