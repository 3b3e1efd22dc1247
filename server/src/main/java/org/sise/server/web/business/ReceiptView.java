package org.sise.server.web.business;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A receipt, as a page shows it. Names and meanings as {@code org.sise.scoring.receipt.Receipt} writes them. */
public record ReceiptView(
        String result,
        PolicyOf policy,
        String asOf,
        String knownAt,
        @Nullable String zh,
        @Nullable String en,
        List<DimensionOf> dimensions,
        List<ContributionOf> contributions,
        List<WeightlessOf> weightless,
        List<String> unknown,
        @Nullable DecisionOf decision,
        @Nullable String grade,
        @Nullable String colour,
        @Nullable BigDecimal score) {

    /** The policy that graded. */
    public record PolicyOf(String id, String version, String digest) {}

    /** A dimension's score. */
    public record DimensionOf(
            String id, @Nullable BigDecimal score, @Nullable String level) {}

    /** An addend of a score. */
    public record ContributionOf(
            String type,
            String rule,
            String dimension,
            BigDecimal points,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String reference,
            @Nullable String document,
            @Nullable String basis,
            String zh,
            String en) {

        /** The document's number, else the record's number in the ledger behind a #, or null. */
        public @Nullable String shown() {
            return ReceiptView.shown(document, reference);
        }
    }

    /** A record that weighed nothing. */
    public record WeightlessOf(
            String kind,
            String date,
            @Nullable String reference,
            @Nullable String document,
            @Nullable String rule,
            String reason) {

        /** The document's number, else the record's number in the ledger behind a #, or null. */
        public @Nullable String shown() {
            return ReceiptView.shown(document, reference);
        }
    }

    /** How score, floors and vetoes became the grade. */
    public record DecisionOf(
            String base, List<RulingOf> rulings, @Nullable String decisive) {
        /** Copies the list. */
        public DecisionOf {
            rulings = rulings == null ? List.of() : List.copyOf(rulings);
        }
    }

    /** A floor, veto, minimum of data or new-business rule that applied. */
    public record RulingOf(
            String rule,
            String grade,
            List<FactOf> facts,
            @Nullable String basis,
            String zh,
            String en) {
        /** Copies the list. */
        public RulingOf {
            facts = facts == null ? List.of() : List.copyOf(facts);
        }
    }

    /** A record that set off a rule. */
    public record FactOf(
            String kind,
            String date,
            @Nullable String reference,
            @Nullable String document) {
        /** The document's number, else the record's number in the ledger behind a #, or null. */
        public @Nullable String shown() {
            return ReceiptView.shown(document, reference);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Copies the lists; a list that is not there is empty. */
    public ReceiptView {
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
        weightless = weightless == null ? List.of() : List.copyOf(weightless);
        unknown = unknown == null ? List.of() : List.copyOf(unknown);
    }

    private static @Nullable String shown(@Nullable String document, @Nullable String reference) {
        if (document != null || reference == null) {
            return document;
        }
        return reference.chars().allMatch(c -> c >= '0' && c <= '9') ? "#" + reference : reference;
    }

    /** Reads a receipt's JSON. */
    static ReceiptView of(String json) {
        return JSON.readValue(json, ReceiptView.class);
    }

    /** The floor, veto or other rule that decided, or null where the score alone did. */
    public @Nullable RulingOf decisive() {
        if (decision == null || decision.decisive() == null) {
            return null;
        }
        for (RulingOf ruling : decision.rulings()) {
            if (ruling.rule().equals(decision.decisive())) {
                return ruling;
            }
        }
        return null;
    }
}
