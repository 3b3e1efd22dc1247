package org.sise.scoring.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.scoring.grade.Contribution;
import org.sise.scoring.grade.DimensionScore;
import org.sise.scoring.grade.Fact;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.grade.Ruling;
import org.sise.scoring.grade.Weightless;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Text;

/**
 * The receipt of a grade: canonical JSON in UTF-8 (fields in one fixed order, no white space, numbers as plain decimal
 * texts). The same policy, facts, as-of date and known-at instant give the same bytes.
 *
 * @param json the receipt as text
 */
public record Receipt(String json) {
    /** The version of the receipt's form. */
    public static final String SCHEME = "sise-receipt/1";

    /** @param knownAt the instant up to which the ledger's knowledge was taken */
    public static Receipt of(Graded graded, Instant knownAt) {
        JsonWriter json = new JsonWriter().object();
        Policy policy = graded.policy();
        json.field("scheme", SCHEME);
        json.name("policy")
                .object()
                .field("id", policy.id())
                .field("version", policy.version())
                .field("digest", policy.digest())
                .endObject();
        json.field("party", graded.party());
        json.field("asOf", graded.asOf());
        json.field("knownAt", knownAt);
        switch (graded) {
            case Graded.NotApplicable none -> {
                json.field("result", "not-applicable");
                text(json, none.reason());
            }
            case Graded.Result result -> {
                json.field("result", "graded");
                body(json, result);
            }
        }
        return new Receipt(json.endObject().toString());
    }

    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the bytes, in lower-case hexadecimal. */
    public String digest() {
        return Sha256.hex(bytes());
    }

    private static void body(JsonWriter json, Graded.Result result) {
        json.list("facts", result.used(), (to, fact) -> {
            to.object();
            fact(to, fact);
            to.endObject();
        });
        json.list("dimensions", result.dimensions(), Receipt::dimension);
        if (!result.figures().isEmpty()) {
            json.list(
                    "figures",
                    result.figures(),
                    (to, figure) -> to.object()
                            .field("id", figure.figure().id())
                            .field("value", figure.value())
                            .endObject());
        }
        json.list("contributions", result.contributions(), Receipt::contribution);
        json.list("weightless", result.weightless(), Receipt::weightless);
        json.list("unknown", result.unknown(), JsonWriter::value);
        Ruling decisive = result.decisive();
        json.name("decision").object();
        json.field("base", result.base().id());
        json.list("rulings", result.rulings(), Receipt::ruling);
        json.field("decisive", decisive == null ? null : decisive.rule().id());
        Previous previous = result.previous();
        if (previous != null) {
            json.name("previous")
                    .object()
                    .field("grade", previous.grade())
                    .field("since", previous.since())
                    .field("rule", previous.rule())
                    .endObject();
        }
        if (result.peers() != null) {
            json.field("peers", result.peers());
        }
        json.endObject();
        json.field("grade", result.grade().id());
        json.field("colour", result.colour() == null ? null : token(result.colour()));
        json.field("score", result.score());
    }

    private static void dimension(JsonWriter json, DimensionScore score) {
        json.object()
                .field("id", score.dimension().id())
                .field("score", score.score())
                .field("level", score.level())
                .endObject();
    }

    private static void contribution(JsonWriter json, Contribution contribution) {
        json.object()
                .field("type", token(contribution.type()))
                .field("rule", contribution.rule())
                .field("dimension", contribution.dimension())
                .field("points", contribution.points());
        if (contribution.fact() != null) {
            fact(json, contribution.fact());
        }
        json.field("basis", contribution.basis().isEmpty() ? null : contribution.basis());
        text(json, contribution.text());
        json.endObject();
    }

    private static void weightless(JsonWriter json, Weightless weightless) {
        json.object();
        fact(json, weightless.fact());
        json.field("rule", weightless.rule())
                .field("reason", token(weightless.reason()))
                .endObject();
    }

    private static void ruling(JsonWriter json, Ruling ruling) {
        json.object()
                .field("rule", ruling.rule().id())
                .field("grade", ruling.grade().id())
                .list("facts", ruling.facts(), (to, fact) -> {
                    to.object();
                    fact(to, fact);
                    to.endObject();
                })
                .field("basis", ruling.rule().basis());
        text(json, ruling.text());
        json.endObject();
    }

    private static void fact(JsonWriter json, Fact fact) {
        json.field("kind", fact.kind()).field("date", fact.date()).field("reference", fact.reference());
        @Nullable String document = fact.document();
        if (document != null && !document.equals(fact.reference())) {
            json.field("document", document);
        }
    }

    private static void text(JsonWriter json, Text text) {
        json.field("zh", text.zh()).field("en", text.en());
    }

    private static String token(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
