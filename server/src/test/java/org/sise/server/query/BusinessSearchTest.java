package org.sise.server.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.ledger.business.BusinessOrder;

class BusinessSearchTest {

    @Test
    void words_become_a_filter_and_a_query_string_again() {
        BusinessSearch search = BusinessSearch.of(" 餐饮 & 茶 ", "RED", "2104", "h", "operating", "name", true);
        assertThat(search.filter().grade()).isEqualTo(Grade.RED);
        assertThat(search.filter().status()).isEqualTo(BusinessStatus.OPERATING);
        assertThat(search.filter().text()).isEqualTo("餐饮 & 茶");
        assertThat(search.query())
                .isEqualTo("q=%E9%A4%90%E9%A5%AE%20%26%20%E8%8C%B6&colour=red&district=2104&industry=H&status=operating"
                        + "&sort=name");
    }

    @Test
    void a_zone_is_searched_with_the_city_that_it_is_counted_with() {
        assertThat(BusinessSearch.regionPrefixes("210400")).containsExactly("2104", "2115");
        assertThat(BusinessSearch.regionPrefixes("211500")).containsExactly("2115");
        assertThat(BusinessSearch.regionPrefixes("210102")).containsExactly("210102");
    }

    @Test
    void a_section_is_searched_by_its_divisions() {
        assertThat(BusinessSearch.industryPrefixes("H")).containsExactly("H", "61", "62");
        assertThat(BusinessSearch.industryPrefixes("621")).containsExactly("621", "H621");
    }

    @Test
    void who_may_not_see_colours_can_neither_filter_nor_sort_by_them() {
        assertThat(BusinessSearch.of(null, null, null, null, null, null, false).sort())
                .isEqualTo(BusinessOrder.NAME);
        assertThatThrownBy(() -> BusinessSearch.of(null, "red", null, null, null, null, false))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("colour"));
        assertThatThrownBy(() -> BusinessSearch.of(null, null, null, null, null, "worst", false))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("sort"));
    }

    @Test
    void codes_of_no_known_form_are_refused_by_name() {
        assertThatThrownBy(() -> BusinessSearch.of(null, null, "沈阳", null, null, null, true))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("district"));
        assertThatThrownBy(() -> BusinessSearch.of(null, null, null, "HH", null, null, true))
                .isInstanceOfSatisfying(
                        BadParameterException.class, e -> assertThat(e.field()).isEqualTo("industry"));
    }
}
