package org.sise.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;

class WordsTest {

    private final Words chinese = new Words(Locale.SIMPLIFIED_CHINESE, WebConfiguration.messageSource());
    private final Words english = new Words(Locale.ENGLISH, WebConfiguration.messageSource());

    @Test
    void of_a_text_in_both_languages_each_reader_gets_one() {
        String message = "成立日期 → date “2026-02-30”: 日期有误 / bad date — 应为日历上的一天 / must be a day, yyyy/M/d";
        assertThat(chinese.half(message)).isEqualTo("成立日期 → date “2026-02-30”: 日期有误 — 应为日历上的一天");
        assertThat(english.half(message)).isEqualTo("成立日期 → date “2026-02-30”: bad date — must be a day, yyyy/M/d");
        assertThat(english.half("只有一种语言")).isEqualTo("只有一种语言");
    }

    @Test
    void a_zone_stands_alone_and_a_district_with_its_city() {
        assertThat(chinese.region("211500")).isEqualTo("沈抚改革创新示范区");
        assertThat(chinese.region("210106")).isEqualTo("沈阳市铁西区");
        assertThat(english.region("210106")).isEqualTo("Tiexi District, Shenyang");
        assertThat(chinese.region("999999")).isEqualTo("999999");
        assertThat(chinese.region((String) null)).isEqualTo("—");
    }

    @Test
    void times_are_shanghais_and_amounts_exact() {
        assertThat(chinese.time(Instant.parse("2026-11-21T16:00:00Z"))).isEqualTo("2026-11-22 00:00:00");
        assertThat(chinese.yuan(new BigDecimal("123456789012345.67"))).isEqualTo("123,456,789,012,345.67");
        assertThat(chinese.share(1, 3)).isEqualTo("33.3%");
        assertThat(chinese.share(0, 0)).isEqualTo("—");
    }

    @Test
    void colours_have_words() {
        assertThat(chinese.grade(Grade.RED)).isEqualTo("红");
        assertThat(english.grade(Grade.RED)).isEqualTo("red");
        assertThat(english.grade(null)).isEqualTo("not graded");
    }
}
