package org.sise.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKindTest {

    @ParameterizedTest
    @EnumSource
    void aNumberLeadsBackToItsKindAlone(RecordKind kind) {
        assertThat(RecordKind.ofNumber(kind.number())).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 22, Integer.MAX_VALUE})
    void aNumberWithoutAKindIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordKind.ofNumber(number))
                .withMessageContaining(String.valueOf(number));
    }

    @Test
    void tokensNamesAndClassesAreUnique() {
        assertThat(RecordKind.values()).extracting(RecordKind::token).doesNotHaveDuplicates();
        assertThat(RecordKind.values()).extracting(RecordKind::zh).doesNotHaveDuplicates();
        assertThat(Arrays.stream(RecordKind.values()).<Class<?>>map(RecordKind::type))
                .containsExactlyInAnyOrder(CreditRecord.class.getPermittedSubclasses());
    }
}
