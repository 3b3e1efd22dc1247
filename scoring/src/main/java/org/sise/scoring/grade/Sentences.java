package org.sise.scoring.grade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.sise.scoring.policy.Says;
import org.sise.scoring.policy.Text;

/** Fills the places of a rule's sentence. */
final class Sentences {
    private static final String NOTHING = "—";

    private Sentences() {}

    static Text text(Says says, @Nullable Fact fact, Points points, int months) {
        return new Text(
                sentence(says.zh(), true, fact, points, months), sentence(says.en(), false, fact, points, months));
    }

    private static String sentence(List<Says.Part> parts, boolean zh, @Nullable Fact fact, Points points, int months) {
        StringBuilder sentence = new StringBuilder();
        for (Says.Part part : parts) {
            switch (part) {
                case Says.Words words -> sentence.append(words.text());
                case Says.Date ignored -> sentence.append(fact == null ? NOTHING : fact.date());
                case Says.Document ignored -> sentence.append(orNothing(fact == null ? null : fact.document()));
                case Says.Given ignored -> sentence.append(points);
                case Says.Months ignored -> sentence.append(months);
                case Says.OfField field -> {
                    String value = fact == null
                            ? null
                            : fact.fields().get(field.field().name());
                    Text label = value == null ? null : field.field().values().get(value);
                    sentence.append(label == null ? orNothing(value) : zh ? label.zh() : label.en());
                }
            }
        }
        return sentence.toString();
    }

    private static String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
