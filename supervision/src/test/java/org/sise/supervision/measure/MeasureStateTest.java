package org.sise.supervision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasureStateTest {

    @Test
    void every_state_is_reached_and_what_is_over_stays_so() {
        Set<MeasureState> reached = EnumSet.of(MeasureState.PROPOSED);
        Deque<MeasureState> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            MeasureState from = next.removeFirst();
            for (MeasureState to : MeasureState.values()) {
                if (from.canTransitionTo(to) && reached.add(to)) {
                    next.add(to);
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(MeasureState.values());
        for (MeasureState state : MeasureState.values()) {
            boolean ends = EnumSet.allOf(MeasureState.class).stream().noneMatch(state::canTransitionTo);
            assertThat(ends).as(state.name()).isEqualTo(state.isOver());
        }
    }

    @Test
    void whatever_is_in_force_can_be_lifted_and_whatever_waits_can_be_dropped() {
        for (MeasureState state : MeasureState.values()) {
            if (state.isInForce()) {
                assertThat(state.canTransitionTo(MeasureState.LIFTED)).isTrue();
            } else if (!state.isOver()) {
                assertThat(state.canTransitionTo(MeasureState.DROPPED)).isTrue();
            }
        }
    }
}
