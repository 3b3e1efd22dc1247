package org.sise.supervision.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.crash.KilledProcess;
import org.sise.supervision.mode.Modes;
import org.sise.supervision.publication.ResultPublications;

/** What time does after visits, in processes that are killed before and after their commits. */
class AfterVisitCrashIT {

    private static final int VISITS = 4;

    private final AfterVisitFixture after = new AfterVisitFixture();

    @Test
    void whenever_it_is_killed_each_thing_is_done_once() throws Exception {
        List<String> shops = IntStream.rangeClosed(1, VISITS)
                .mapToObj(n -> {
                    CreditCode shop = after.house.shop(n, Grade.RED);
                    after.done(shop, VisitKind.CLUE, Map.of("CI012", InspectionResult.CORRECTED_ON_ORDER));
                    return shop.value();
                })
                .toList();
        String quiet = after.house.shop(VISITS + 1, Grade.BLUE).value();
        after.modes.enter("TRIGGER-BLUE", quiet, after.today().plusDays(1), "无违法记录", "regulator");
        after.house.clock.turn(Duration.ofDays(90));

        killed("before", 2);
        assertThat(after.events(Corrections.ORDERED)).hasSize(1);
        killed("after", 2);
        assertThat(after.events(Corrections.ORDERED)).hasSize(3);
        killed("before", 3);
        assertThat(after.events(Corrections.ORDERED)).hasSize(VISITS);
        assertThat(after.events(Corrections.OVERDUE)).hasSize(1);
        killed("after", 4);
        assertThat(after.events(Modes.ENDED)).hasSize(1);
        assertThat(after.events(ResultPublications.PUBLISHED)).isEmpty();
        killed("before", 2);
        assertThat(after.events(ResultPublications.PUBLISHED)).hasSize(1);
        AfterVisitProcess.run(after.house.dataSource, after.house.clock, after.house.transactions);
        AfterVisitProcess.run(after.house.dataSource, after.house.clock, after.house.transactions);

        for (String topic : List.of(Corrections.ORDERED, Corrections.OVERDUE, ResultPublications.PUBLISHED)) {
            assertThat(after.events(topic)).as(topic).containsExactlyInAnyOrderElementsOf(shops);
        }
        assertThat(after.events(Modes.ENDED)).containsExactly(quiet);
        assertThat(counted("select state from supervision.correction_event"))
                .isEqualTo(Map.of("ORDERED", VISITS, "OVERDUE", VISITS));
        assertThat(counted("select action from ledger.audit where action like 'correction-%'"
                        + " or action in ('mode-ended', 'result-published')"))
                .isEqualTo(Map.of(
                        "correction-ordered",
                        VISITS,
                        "correction-overdue",
                        VISITS,
                        "mode-ended",
                        1,
                        "result-published",
                        VISITS));
    }

    /** Runs a process until it stands at a commit, and kills it there. */
    private void killed(String when, int commit) throws IOException, InterruptedException {
        PGSimpleDataSource source = (PGSimpleDataSource) after.house.dataSource;
        KilledProcess.run(
                AfterVisitProcess.class,
                source.getUrl(),
                source.getUser(),
                source.getPassword(),
                after.house.clock.instant().toString(),
                when,
                Integer.toString(commit));
    }

    private Map<String, Integer> counted(String words) {
        return after.house.jdbc.sql(words).query(String.class).list().stream()
                .collect(Collectors.toMap(word -> word, _ -> 1, Integer::sum));
    }
}
