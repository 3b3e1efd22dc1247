package org.sise.supervision.draw.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitteeDrawTest {

    private static final List<PublicSource> SOURCES =
            List.of(PublicSource.of(9319), PublicSource.of(2, 5, 12, 8, 10), PublicSource.of(9, 18, 26, 34, 41, 45));

    @Test
    void the_published_example_comes_out() {
        List<CommitteeDraw.Step> steps = CommitteeDraw.draw(25, 11, SOURCES);
        assertThat(CommitteeDraw.key(SOURCES)).isEqualTo("9319./2.5.8.10.12./9.18.26.34.41.45./");
        assertThat(steps)
                .extracting(CommitteeDraw.Step::position)
                .containsExactly(17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22);
        assertThat(steps.get(0)).isEqualTo(new CommitteeDraw.Step("990DD0A5692A029A98B5E01AA28F3459", 25, 16, 17));
        assertThat(steps.get(1)).isEqualTo(new CommitteeDraw.Step("3691E55CB63FCC37914430B2F70B5EC6", 24, 6, 7));
        assertThat(steps.get(9).digest()).isEqualTo("31CB111C4A4EBE9287CEAE16FE51B909");
    }

    @ParameterizedTest
    @CsvSource({"20,18", "25,22", "30,25", "35,28", "40,30", "50,34", "60,37", "75,40", "100,44", "120,47"})
    void the_published_entropy_for_ten_comes_out(int size, int bits) {
        assertThat(CommitteeDraw.bitsNeeded(size, 10)).isEqualTo(bits);
    }

    @Test
    void everybody_is_drawn_once_when_all_are_drawn() {
        assertThat(CommitteeDraw.draw(300, 300, SOURCES))
                .extracting(CommitteeDraw.Step::position)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void the_order_of_numbers_does_not_matter_and_that_of_sources_does() {
        assertThat(CommitteeDraw.draw(25, 5, List.of(PublicSource.of(5, 12, 2), PublicSource.of(7))))
                .isEqualTo(CommitteeDraw.draw(25, 5, List.of(PublicSource.of(2, 5, 12), PublicSource.of(7))))
                .isNotEqualTo(CommitteeDraw.draw(25, 5, List.of(PublicSource.of(7), PublicSource.of(2, 5, 12))));
    }

    @Test
    void a_draw_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeDraw.draw(5, 6, SOURCES));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeDraw.draw(0, 0, SOURCES));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeDraw.draw(0x10000, 1, SOURCES));
        assertThatIllegalArgumentException().isThrownBy(() -> CommitteeDraw.draw(5, 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(PublicSource::of);
        assertThatIllegalArgumentException().isThrownBy(() -> PublicSource.of(3, -1));
    }
}
