package org.sise.supervision.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.exemption.ExemptionEntry.Standing;

class ExemptionListTest {

    private final ExemptionList list = ExemptionList.standard();

    @Test
    void every_row_keeps_its_source_and_says_whether_it_is_offered() {
        assertThat(list.all()).hasSizeGreaterThan(40).allSatisfy(entry -> {
            assertThat(entry.source()).isNotBlank();
            assertThat(entry.confidence()).isIn("source-read", "high", "medium", "low");
        });
        assertThat(list.years()).isEqualTo(2);
    }

    @Test
    void drafts_and_lists_of_other_places_are_kept_and_not_offered() {
        assertThat(list.all())
                .filteredOn(entry -> entry.region().contains("草案")
                        || entry.region().contains("征求意见")
                        || entry.region().startsWith("山东"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.standing()).isEqualTo(Standing.KEPT));
        assertThat(list.all())
                .filteredOn(entry -> entry.region().equals("多地") && entry.standing() != Standing.EXCLUDED)
                .allSatisfy(entry -> {
                    assertThat(entry.standing()).isEqualTo(Standing.UNCONFIRMED);
                    assertThat(entry.conditions())
                            .extracting(ExemptionCondition::id)
                            .contains("own-list");
                });
    }

    @Test
    void first_violations_ask_for_a_first_one_and_items_are_the_catalogues() {
        for (ExemptionEntry entry : list.all()) {
            boolean offered = entry.standing() == Standing.OFFERED || entry.standing() == Standing.UNCONFIRMED;
            if (offered && entry.kind().equals("first")) {
                assertThat(entry.conditions())
                        .as(entry.id())
                        .extracting(ExemptionCondition::id)
                        .contains("first", "corrected");
            }
            assertThat(entry.items())
                    .as(entry.id())
                    .allSatisfy(
                            item -> assertThat(CheckItems.standard().byId(item)).isNotNull());
        }
    }
}
