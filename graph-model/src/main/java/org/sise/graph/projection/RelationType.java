package org.sise.graph.projection;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sise.core.record.RecordKind;

/** The types of relations that records say, named as in Neo4j, each with the kind of record that says so. */
enum RelationType {
    HOLDS(RecordKind.HOLDING, ""),
    LEGAL_REPRESENTATIVE(RecordKind.LEGAL_REPRESENTATIVE, ""),
    OFFICER(RecordKind.OFFICER, ""),
    BRANCH_OF(RecordKind.BRANCH, ""),
    ADDRESS_OF(RecordKind.REGISTRATION, "/address"),
    PHONE_OF(RecordKind.CONTACT, ""),
    SUPPLIES(RecordKind.SUPPLY, ""),
    CONCERT(RecordKind.CONCERT, "");

    /** All of them, as a pattern of Cypher. */
    static final String ANY = Arrays.stream(values()).map(RelationType::name).collect(Collectors.joining("|"));

    private final RecordKind kind;
    private final String suffix;

    RelationType(RecordKind kind, String suffix) {
        this.kind = kind;
        this.suffix = suffix;
    }

    RecordKind kind() {
        return kind;
    }

    /** What follows the record's key in a matter of this type. */
    String suffix() {
        return suffix;
    }

    /** What all matters of this type begin with. */
    String prefix() {
        return kind.token() + "/";
    }

    /** The matter of a record's key. */
    String matter(String key) {
        return prefix() + key + suffix;
    }
}
