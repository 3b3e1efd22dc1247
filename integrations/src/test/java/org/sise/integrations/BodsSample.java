package org.sise.integrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Statements of beneficial ownership in the shape of the standard 0.4, made up for tests. */
public final class BodsSample {

    private final List<String> statements = new ArrayList<>();

    /** A company with a credit code. */
    public BodsSample company(String record, String name, String code) {
        return entity(record, name, "{\"scheme\": \"CN-SAIC\", \"id\": \"%s\"}".formatted(code));
    }

    /** An entity with these identifiers. */
    public BodsSample entity(String record, String name, String identifiers) {
        return statement(record, "entity", "new", "2026-01-05", """
                {"isComponent": false, "entityType": {"type": "registeredEntity"}, "name": "%s",
                 "identifiers": [%s]}""".formatted(name, identifiers));
    }

    /** A person with an identity card. */
    public BodsSample person(String record, String name, String number) {
        return statement(record, "person", "new", "2026-01-05", """
                {"isComponent": false, "personType": "knownPerson", "names": [{"type": "legal", "fullName": "%s"}],
                 "identifiers": [{"scheme": "CHN-IDCARD", "id": "%s"}]}""".formatted(name, number));
    }

    /** A relationship that is new. */
    public BodsSample relationship(String record, String subject, String party, String... interests) {
        return statedOn(record, "new", "2026-01-05", subject, party, interests);
    }

    /** A relationship as it was stated on a day. */
    public BodsSample statedOn(
            String record, String status, String date, String subject, String party, String... interests) {
        return statement(
                record, "relationship", status, date, """
                {"isComponent": false, "subject": "%s", "interestedParty": "%s", "interests": [%s]}""".formatted(subject, party, String.join(", ", interests)));
    }

    /** Any statement, with an id of its own. */
    public BodsSample statement(String record, String type, String status, String date, String details) {
        return raw("""
                {"statementId": "%s-%s-%032d", "statementDate": "%s", "declarationSubject": "E1",
                 "recordId": "%s", "recordType": "%s", "recordStatus": "%s", "recordDetails": %s,
                 "publicationDetails": {"publicationDate": "2026-02-01", "bodsVersion": "0.4",
                     "publisher": {"name": "某某登记机构"}},
                 "source": {"type": ["officialRegister"], "description": "备案"}}""".formatted(record, type.charAt(0), statements.size(), date, record, type, status, details));
    }

    /** A text in the place of a statement. */
    public BodsSample raw(String statement) {
        statements.add(statement.replace("\n", " "));
        return this;
    }

    /** With a text of the last statement replaced. */
    public BodsSample but(String text, String other) {
        String last = statements.removeLast();
        if (!last.contains(text)) {
            throw new IllegalArgumentException("there is no " + text + " in " + last);
        }
        statements.add(last.replace(text, other));
        return this;
    }

    /** A shareholding. */
    public static String share(String exact) {
        return interest("shareholding", "\"share\": {\"exact\": %s}".formatted(exact));
    }

    /** An interest held directly. */
    public static String interest(String type, String more) {
        return "{\"type\": \"%s\", \"directOrIndirect\": \"direct\"%s}"
                .formatted(type, more.isEmpty() ? "" : ", " + more);
    }

    /** As an array. */
    public byte[] array() {
        return ("[" + String.join(",\n", statements) + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** One on each line. */
    public byte[] lines() {
        return (String.join("\n", statements) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes an array. */
    public Path write(Path file) throws IOException {
        return Files.write(file, array());
    }
}
