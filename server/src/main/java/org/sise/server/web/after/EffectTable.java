package org.sise.server.web.after;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.server.query.Choice;
import org.sise.server.web.Words;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.Rate;

/** The tables of what came of visits, as files. */
enum EffectTable {
    /** How often checks found a problem, by each grouping. */
    RATES("dimension", "group", "checks", "found", "share", "low", "high", "beyond", "beyond.low", "beyond.high"),
    /** What visits cost businesses. */
    BURDEN("colour", "businesses", "visited", "visits", "per.year", "hours", "hours.each", "most"),
    /** How evenly districts are visited. */
    DISTRICTS("district.code", "district", "businesses", "visits", "per.thousand", "ratio"),
    /** What inspectors did. */
    INSPECTORS("certificate", "name", "district", "visits", "hours", "load");

    @SuppressWarnings("ImmutableEnumChecker") // a list of texts that nobody changes
    private final List<String> columns;

    EffectTable(String... columns) {
        this.columns = List.of(columns);
    }

    List<String> header(Words words) {
        return columns.stream()
                .map(column -> words.say("effect.column." + column))
                .toList();
    }

    List<List<@Nullable Object>> rows(Effect effect, EffectWords words) {
        return switch (this) {
            case RATES ->
                effect.rates().stream()
                        .map(rate -> {
                            Rate.Difference beyond = rate.beyond();
                            return row(
                                    words.words().say("effect.by." + Choice.word(rate.dimension())),
                                    words.group(rate),
                                    rate.rate().of(),
                                    rate.rate().found(),
                                    exact(rate.rate().share()),
                                    exact(rate.rate().low()),
                                    exact(rate.rate().high()),
                                    beyond == null ? null : exact(beyond.value()),
                                    beyond == null ? null : exact(beyond.low()),
                                    beyond == null ? null : exact(beyond.high()));
                        })
                        .toList();
            case BURDEN ->
                effect.burden().stream()
                        .map(one -> row(
                                words.colour(one.colour()),
                                one.businesses(),
                                one.visited(),
                                one.visits(),
                                exact(one.perYear()),
                                exact(one.hours()),
                                exact(one.hoursOfVisit()),
                                one.most()))
                        .toList();
            case DISTRICTS ->
                effect.districts().stream()
                        .map(one -> row(
                                one.region(),
                                words.words().region(one.region()),
                                one.businesses(),
                                one.visits(),
                                exact(one.perThousand()),
                                exact(one.ratio())))
                        .toList();
            case INSPECTORS ->
                effect.inspectors().stream()
                        .map(one -> row(
                                one.certificate(),
                                one.name(),
                                words.words().region(one.region()),
                                one.visits(),
                                exact(one.hours()),
                                one.most()))
                        .toList();
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static BigDecimal exact(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_UP);
    }
}
