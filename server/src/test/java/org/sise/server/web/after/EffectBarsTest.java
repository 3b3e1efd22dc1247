package org.sise.server.web.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sise.supervision.effect.Burden;
import org.sise.supervision.effect.DistrictRate;
import org.sise.supervision.effect.Effect;
import org.sise.supervision.effect.InspectorLoad;
import org.sise.supervision.effect.Merging;
import org.sise.supervision.effect.Rate;
import org.sise.supervision.effect.Span;
import org.sise.supervision.stratum.Selection;

class EffectBarsTest {

    private static final Burden NOBODY = new Burden("BLUE", 10, 0, 0, 0, 0, 0);
    private static final DistrictRate NOWHERE = new DistrictRate("210102", 10, 0, 0, 0);

    @Test
    void the_longest_bar_is_full_and_the_others_are_parts_of_it() {
        Burden often = new Burden("RED", 10, 5, 20, 9, 4, 2);
        Burden seldom = new Burden("YELLOW", 10, 5, 5, 9, 1, 0.5);
        DistrictRate twice = new DistrictRate("210103", 10, 20, 2000, 2);
        InspectorLoad hours = new InspectorLoad("LN1", null, null, 3, 0.25, null);
        EffectBars bars = new EffectBars(effect(List.of(often, seldom), List.of(twice, NOWHERE), List.of(hours)));
        assertThat(bars.of(often)).isEqualTo(100);
        assertThat(bars.of(seldom)).isEqualTo(25);
        assertThat(bars.of(NOWHERE)).isZero();
        assertThat(bars.mean()).isEqualTo(50);
        assertThat(bars.of(hours)).isEqualTo(100);
    }

    @Test
    void of_nothing_there_is_no_bar() {
        EffectBars bars = new EffectBars(effect(List.of(NOBODY), List.of(NOWHERE), List.of()));
        assertThat(bars.of(NOBODY)).isZero();
        assertThat(bars.of(NOWHERE)).isZero();
        assertThat(bars.mean()).isZero();
    }

    @Test
    void an_interval_lies_on_the_line_and_can_be_seen() {
        EffectBars bars = new EffectBars(effect(List.of(), List.of(), List.of()));
        assertThat(bars.width(Rate.of(0, 0))).isEqualTo(100);
        assertThat(bars.width(Rate.of(0, 10_000_000))).isEqualTo(1);
        Rate rate = Rate.of(3, 10);
        assertThat(bars.at(rate.low()) + bars.width(rate)).isLessThanOrEqualTo(100);
    }

    private static Effect effect(List<Burden> burden, List<DistrictRate> districts, List<InspectorLoad> inspectors) {
        LocalDate day = LocalDate.of(2026, 11, 23);
        return new Effect(
                new Span(day, day),
                Selection.ANY,
                Rate.of(0, 0),
                List.of(),
                new Merging(0, 0, 0),
                burden,
                districts,
                inspectors);
    }
}
