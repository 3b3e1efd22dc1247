package org.sise.server.web.attempt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.query.Filled;
import org.sise.supervision.entry.AttemptFilter;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.entry.Way;
import org.springframework.web.util.UriComponentsBuilder;

/** Which scans a page is asked for. */
public record AttemptFilterForm(
        Verdict verdict,
        @Nullable Way way,
        @Nullable Condition condition,
        @Nullable String business,
        @Nullable String certificate,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What became of a scan. */
    public enum Verdict {
        /** Refused: what a list shows where nothing else is asked for. */
        REFUSED,
        /** Admitted. */
        ADMITTED,
        /** Both. */
        ALL
    }

    static AttemptFilterForm of(
            @Nullable String verdict,
            @Nullable String way,
            @Nullable String condition,
            @Nullable String business,
            @Nullable String certificate,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        Verdict wanted = Choice.of(Verdict.class, "verdict", verdict);
        return new AttemptFilterForm(
                wanted == null ? Verdict.REFUSED : wanted,
                Choice.of(Way.class, "way", way),
                Choice.of(Condition.class, "condition", condition),
                Filled.orNull(business),
                Filled.orNull(certificate),
                from,
                until);
    }

    AttemptFilter filter() {
        Boolean admitted = switch (verdict) {
            case REFUSED -> Boolean.FALSE;
            case ADMITTED -> Boolean.TRUE;
            case ALL -> null;
        };
        return new AttemptFilter(admitted, way, condition, business, certificate, from, until);
    }

    /** The filter as a query string. */
    public String query() {
        return String.valueOf(UriComponentsBuilder.newInstance()
                .queryParam("verdict", Choice.word(verdict))
                .queryParam("way", way == null ? "" : Choice.word(way))
                .queryParam("condition", condition == null ? "" : Choice.word(condition))
                .queryParam("business", business == null ? "" : business)
                .queryParam("certificate", certificate == null ? "" : certificate)
                .queryParam("from", from == null ? "" : from)
                .queryParam("until", until == null ? "" : until)
                .encode()
                .build()
                .getQuery());
    }
}
