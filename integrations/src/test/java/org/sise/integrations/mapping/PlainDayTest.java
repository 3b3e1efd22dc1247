package org.sise.integrations.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainDayTest {

    private static final List<String> PATTERNS = List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日");

    @Test
    void whatIsReadWithoutAFormatterIsWhatTheFormatterReads() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            List<String> patterns = PATTERNS.subList(random.nextInt(2), random.nextInt(2, 5));
            String cell = cell(random);
            String plain = PlainDay.of(cell, patterns);
            if (plain != null) {
                read++;
                assertThat(plain).as("%s by %s, seed %d", cell, patterns, seed).isEqualTo(slow(cell, patterns));
            } else if (slow(cell, List.of()) != null) {
                assertThat(cell)
                        .as("an ISO day that is left to the formatter, seed %d", seed)
                        .startsWith("0");
            }
        }
        assertThat(read).isGreaterThan(10_000);
    }

    @Test
    void theDaysOfACalendarInEachForm() {
        assertThat(PlainDay.of("2026-02-28", List.of())).isEqualTo("2026-02-28");
        assertThat(PlainDay.of("2026-2-8", List.of())).isNull();
        assertThat(PlainDay.of("2026-02-29", PATTERNS)).isNull();
        assertThat(PlainDay.of("2024/2/29", PATTERNS)).isEqualTo("2024-02-29");
        assertThat(PlainDay.of("2024年12月1日", PATTERNS)).isEqualTo("2024-12-01");
        assertThat(PlainDay.of("2024年12月1", PATTERNS)).isNull();
        assertThat(PlainDay.of("2024/12/01", List.of("yyyy-M-d"))).isNull();
        for (String odd : List.of("", "2024", "2024-", "2024-1", "2024-1-", "2024--1", "2024-123-1", "+2024-01-01")) {
            assertThat(PlainDay.of(odd, PATTERNS)).as(odd).isNull();
        }
    }

    private static String slow(String cell, List<String> patterns) {
        try {
            return LocalDate.parse(cell).toString();
        } catch (DateTimeException e) {
            for (String pattern : patterns) {
                try {
                    return LocalDate.parse(
                                    cell,
                                    DateTimeFormatter.ofPattern(pattern.replace('y', 'u'))
                                            .withResolverStyle(ResolverStyle.STRICT))
                            .toString();
                } catch (DateTimeException next) {
                    continue;
                }
            }
            return null;
        }
    }

    private static String cell(SplittableRandom random) {
        String[] signs = {"-", "/", ".", "年", "月", "日", "", "-"};
        int same = random.nextInt(signs.length);
        return (random.nextInt(20) == 0 ? "0" : "")
                + random.nextInt(random.nextBoolean() ? 999 : 1990, 2050)
                + signs[same]
                + (random.nextBoolean() ? "%02d" : "%d").formatted(random.nextInt(0, 14))
                + (same == 3 ? "月" : random.nextInt(8) == 0 ? signs[random.nextInt(signs.length)] : signs[same])
                + (random.nextBoolean() ? "%02d" : "%d").formatted(random.nextInt(0, 33))
                + (same == 3 || random.nextInt(20) == 0 ? "日" : "");
    }
}
