package org.sise.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sise.core.record.Labelled;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.scoring.policy.Vocabulary;
import org.sise.scoring.read.BuiltIn;

class VocabularyTest {

    private final Vocabulary vocabulary = BuiltIn.ledgerVocabulary();

    @Test
    void a_policy_may_name_every_kind_of_the_ledger_and_no_other() {
        assertThat(vocabulary.kinds().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RecordKind.values())
                        .map(RecordKind::token)
                        .toList());
    }

    @Test
    void every_field_that_a_policy_may_name_is_one_of_the_records_with_the_same_words() {
        for (RecordKind kind : RecordKind.values()) {
            RecordShape shape = RecordShape.of(kind);
            vocabulary.kinds().get(kind.token()).fields().forEach((name, field) -> {
                assertThat(shape.fields()).as("%s.%s", kind.token(), name).containsKey(name);
                if (!field.values().isEmpty()
                        && !shape.fields().get(name).words().isEmpty()) {
                    assertThat(field.values().keySet())
                            .as("%s.%s", kind.token(), name)
                            .containsExactlyInAnyOrderElementsOf(shape.fields().get(name).words().stream()
                                    .map(Labelled::token)
                                    .toList());
                }
            });
        }
    }
}
