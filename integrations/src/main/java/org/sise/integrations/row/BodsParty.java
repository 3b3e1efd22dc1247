package org.sise.integrations.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.record.FaultKind;
import org.sise.integrations.descriptor.FeedFormat;

/**
 * An entity or a person of a file, as far as relationships need it; empty texts for what is not given.
 *
 * @param type its type of the standard's list
 * @param kind {@code business}, {@code person} or {@code other}, as {@link org.sise.core.record.HolderKind} has it
 * @param name its name
 * @param code its credit code
 * @param number the number of its identity document
 */
record BodsParty(String type, String kind, String name, String code, String number) {

    private static final Set<String> UNKNOWN =
            Set.of("anonymousEntity", "unknownEntity", "anonymousPerson", "unknownPerson");

    /** Of a sound statement about an entity or a person; a credit code that is none is a fault. */
    static BodsParty of(BodsStatement statement, FeedFormat.Bods format, BodsFaults faults) {
        BodsValue details = statement.details();
        List<BodsValue> identifiers = details.at("identifiers").items();
        if (statement.cell("recordType").equals("person")) {
            return new BodsParty(
                    details.at("personType").cell(),
                    "person",
                    name(details.at("names").items()),
                    "",
                    number(identifiers, format.personSchemes()));
        }
        String code = code(identifiers, format.codeSchemes(), faults);
        return new BodsParty(
                details.at("entityType").at("type").cell(),
                code.isEmpty() ? "other" : "business",
                details.at("name").cell(),
                code,
                "");
    }

    /** Whether nobody knows, or is told, who it is. */
    boolean isUnknown() {
        return UNKNOWN.contains(type);
    }

    boolean isPerson() {
        return kind.equals("person");
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : List.of(type, kind, name, code, number)) {
                out.writeUTF(text);
            }
        }
        return bytes.toByteArray();
    }

    static BodsParty of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new BodsParty(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        }
    }

    /** The legal name, else the first; of a name in parts the family's first, as Chinese names are. */
    private static String name(List<BodsValue> names) {
        BodsValue chosen = names.stream()
                .filter(name -> name.at("type").cell().equals("legal"))
                .findFirst()
                .orElse(names.isEmpty() ? new BodsValue("", null) : names.getFirst());
        String full = chosen.at("fullName").cell();
        String family = chosen.at("familyName").cell();
        String given = chosen.at("givenName").cell();
        return !full.isEmpty() ? full : isHan(family + given) ? family + given : (given + " " + family).strip();
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(Character::isIdeographic);
    }

    private static String code(List<BodsValue> identifiers, List<String> schemes, BodsFaults faults) {
        for (String scheme : schemes) {
            for (BodsValue identifier : identifiers) {
                if (isOf(identifier, scheme)) {
                    CodeVerdict verdict = CodeVerdict.of(identifier.at("id").cell());
                    CreditCode code = verdict.code();
                    if (code != null) {
                        return code.value();
                    }
                    faults.add(FaultKind.BAD_CODE, identifier.at("id"), "请更正; " + verdict.detail(), "mend it");
                }
            }
        }
        return "";
    }

    /**
     * The number of an identity document stands alone, so that it is the one of the departments' files; any other
     * identifier stands behind its scheme, since two publishers may both have a person 7.
     */
    private static String number(List<BodsValue> identifiers, List<String> schemes) {
        for (String scheme : schemes) {
            for (BodsValue identifier : identifiers) {
                if (isOf(identifier, scheme) && identifier.at("id").text() != null) {
                    return identifier.at("id").cell();
                }
            }
        }
        for (BodsValue identifier : identifiers) {
            if (identifier.at("id").text() != null) {
                String scheme = identifier.at("scheme").cell();
                return (scheme.isEmpty() ? identifier.at("schemeName").cell() : scheme) + ":"
                        + identifier.at("id").cell();
            }
        }
        return "";
    }

    private static boolean isOf(BodsValue identifier, String scheme) {
        return identifier.at("scheme").cell().equals(scheme)
                || identifier.at("schemeName").cell().equals(scheme);
    }
}
