package org.sise.supervision.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VisitStatesTest {

    @Test
    void a_visit_goes_one_way() {
        assertThat(VisitState.PLANNED.canTransitionTo(VisitState.OPEN)).isTrue();
        assertThat(VisitState.OPEN.canTransitionTo(VisitState.DONE)).isTrue();
        assertThat(VisitState.OPEN.canTransitionTo(VisitState.CANCELLED)).isFalse();
        assertThat(Stream.of(VisitState.values()).filter(VisitState.DONE::canTransitionTo))
                .isEmpty();
        assertThat(Stream.of(VisitState.values()).filter(VisitState.CANCELLED::canTransitionTo))
                .isEmpty();
    }

    @Test
    void a_task_is_decided_once() {
        assertThat(TaskState.PROPOSED.canTransitionTo(TaskState.APPROVED)).isTrue();
        assertThat(TaskState.APPROVED.canTransitionTo(TaskState.REVOKED)).isTrue();
        assertThat(TaskState.APPROVED.canTransitionTo(TaskState.REFUSED)).isFalse();
        assertThat(TaskState.REVOKED.canTransitionTo(TaskState.APPROVED)).isFalse();
    }
}
