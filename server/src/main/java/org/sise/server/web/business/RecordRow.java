package org.sise.server.web.business;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.money.Yuan;
import org.sise.core.record.Labelled;
import org.sise.core.record.RecordField;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.sise.server.web.Words;

/** A record as a row of a business's page; keys of persons are left out. */
public record RecordRow(
        long id,
        RecordKind kind,
        LocalDate date,
        @Nullable String document,
        String department,
        RecordState state,
        @Nullable Labelled severity,
        @Nullable Yuan amount,
        @Nullable LocalDate publishedFrom,
        @Nullable LocalDate publishedUntil,
        int version,
        Instant knownAt,
        String feed,
        long batch,
        int line,
        List<Detail> details) {

    /** A field that only the record's kind has. */
    public record Detail(String name, String value) {}

    static RecordRow of(StoredRecord stored, Words words) {
        RecordHeader header = stored.record().header();
        RecordKind kind = stored.record().kind();
        List<Detail> details = new ArrayList<>();
        RecordShape.of(kind).writeOwn(stored.record()).forEach((name, value) -> {
            if (!RecordShape.of(kind).isPersonal(name)) {
                details.add(new Detail(words.sayOr("field." + name, name), shown(kind, name, value, words)));
            }
        });
        return new RecordRow(
                stored.id(),
                kind,
                header.date(),
                header.document(),
                header.department(),
                header.state(),
                header.severity(),
                header.amount(),
                header.publishedFrom(),
                header.publishedUntil(),
                stored.version(),
                stored.knownAt(),
                stored.feed(),
                stored.batch(),
                stored.line(),
                details);
    }

    private static String shown(RecordKind kind, String name, String value, Words words) {
        RecordField field = RecordShape.of(kind).fields().get(name);
        for (Labelled word : field == null ? List.<Labelled>of() : field.words()) {
            if (word.token().equals(value)) {
                return words.of(word);
            }
        }
        return switch (name) {
            case "industry" -> words.industry(value);
            case "region" -> words.region(value);
            default -> value;
        };
    }
}
