package org.sise.server.web.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.sise.server.query.BadParameterException;
import org.sise.supervision.correction.CorrectionFilter;
import org.sise.supervision.correction.CorrectionState;

class CorrectionSearchTest {

    @Test
    void what_is_not_given_does_not_restrict() {
        CorrectionSearch search = CorrectionSearch.of(null, " ", "", null, null);
        assertThat(search.filter()).isEqualTo(CorrectionFilter.ALL);
        assertThat(search.query()).isEqualTo("sort=due");
    }

    @Test
    void the_next_page_asks_for_the_same() {
        CorrectionSearch search = CorrectionSearch.of("overdue", "2026-12-01", " 面馆&1 ", "市场监管", "latest");
        assertThat(search.filter().state()).isEqualTo(CorrectionState.OVERDUE);
        assertThat(search.query())
                .startsWith("state=overdue&due=2026-12-01&business=")
                .endsWith("&sort=latest")
                .contains("%261&department=");
    }

    @Test
    void a_day_or_a_word_that_is_none_names_its_field() {
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> CorrectionSearch.of(null, "1.12.", null, null, null))
                .extracting(BadParameterException::field)
                .isEqualTo("due");
        assertThatExceptionOfType(BadParameterException.class)
                .isThrownBy(() -> CorrectionSearch.of("late", null, null, null, null))
                .extracting(BadParameterException::field)
                .isEqualTo("state");
    }
}
