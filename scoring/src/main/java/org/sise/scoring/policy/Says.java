package org.sise.scoring.policy;

import java.util.List;

/** The reason that a rule gives, in both languages, with places for the fact's fields. */
public record Says(List<Part> zh, List<Part> en) {
    /** A piece of a sentence. */
    public sealed interface Part {}

    /** Words as they stand. */
    public record Words(String text) implements Part {}

    /** The fact's date. */
    public record Date() implements Part {}

    /** The fact's document number, else its reference. */
    public record Document() implements Part {}

    /** The points given. */
    public record Given() implements Part {}

    /** The fact's age in complete months. */
    public record Months() implements Part {}

    /** A field of the fact: a token by its label, any other text as it stands, an absent one as a dash. */
    public record OfField(Vocabulary.Field field) implements Part {}

    public Says {
        zh = List.copyOf(zh);
        en = List.copyOf(en);
    }

    /** A sentence without places. */
    public static Says plainly(Text text) {
        return new Says(List.of(new Words(text.zh())), List.of(new Words(text.en())));
    }
}
