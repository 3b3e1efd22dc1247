package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.ledger.audit.AuditEntry;
import org.sise.supervision.crash.KilledProcess;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A plan whose server is killed at its commitment, at its draw and while its tasks are made. */
class PlanCrashIT {

    @TempDir
    private Path published;

    @Test
    void whenever_it_is_killed_there_is_one_commitment_one_draw_and_each_task_once() throws Exception {
        PlanningFixture city = new PlanningFixture(published);
        String id = city.approved(draft());

        killed(city, id, "1 1 1", "before", 1);
        assertThat(city.plans.find(id).orElseThrow().commitment()).isNull();
        killed(city, id, "1 1 1", "after", 1);
        PlanCommitment commitment = city.plans.find(id).orElseThrow().commitment();
        assertThat(commitment).isNotNull();
        killed(city, id, "2 2 2", "before", 1);
        assertThat(city.plans.find(id).orElseThrow().state()).isEqualTo(PlanState.COMMITTED);
        killed(city, id, "3 3 3", "after", 1);
        assertThat(city.plans.find(id).orElseThrow().beacon().value()).isEqualTo("3 3 3");
        assertThat(Files.exists(published.resolve(id)))
                .as("killed before the folder")
                .isFalse();
        killed(city, id, "4 4 4", "before", 2);
        assertThat(tasks(city)).isZero();
        assertThat(city.plans.verify(id).isVerified()).isTrue();
        killed(city, id, "5 5 5", "after", 2);
        int made = tasks(city);
        assertThat(made).isPositive();
        assertThat(city.plans.find(id).orElseThrow().tasksAt()).isNull();

        PlanProcess.run(city.dataSource, new DataSourceTransactionManager(city.dataSource), published, id, "6 6 6");
        Plan plan = city.plans.find(id).orElseThrow();
        assertThat(plan.commitment()).isEqualTo(commitment);
        assertThat(plan.beacon().value()).isEqualTo("3 3 3");
        assertThat(plan.tasksAt()).isNotNull();
        assertThat(tasks(city)).isEqualTo(made);
        assertThat(city.audit.latest(id, 20).reversed())
                .extracting(AuditEntry::action)
                .isEqualTo(List.of(
                        "plan-created",
                        "plan-submitted",
                        "plan-approved",
                        "plan-committed",
                        "plan-drawn",
                        "plan-tasks"));
        assertThat(city.audit.verify().fault()).isNull();
    }

    private static int tasks(PlanningFixture city) {
        return city.jdbc
                .sql("select count(*) from supervision.visit_task")
                .query(Integer.class)
                .single();
    }

    private void killed(PlanningFixture city, String id, String beacon, String when, int commit)
            throws IOException, InterruptedException {
        PGSimpleDataSource source = (PGSimpleDataSource) city.dataSource;
        KilledProcess.run(
                PlanProcess.class,
                source.getUrl(),
                source.getUser(),
                source.getPassword(),
                published.toString(),
                id,
                beacon,
                when,
                Integer.toString(commit));
    }
}
