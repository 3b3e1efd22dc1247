package org.sise.integrations.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.landing.Delivery;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class DatabaseDownIT {

    @TempDir
    private Path folder;

    @Test
    void whileTheDatabaseIsDownAFileStaysAndNothingIsLost() throws Exception {
        Interrupted dataSource = new Interrupted(FeedHouse.dataSource(TestEngines.freshDatabase()));
        List<String> lines = new ArrayList<>(List.of(Samples.REGISTER));
        for (int i = 1; i <= 200; i++) {
            lines.add(Samples.registered(i));
        }
        try (FeedHouse house = new FeedHouse(dataSource, FeedCatalogue.builtIn(), folder.resolve("inbox"), 20)) {
            house.start(step -> {
                if (step.rows() == 60) {
                    dataSource.refusals.set(3);
                }
            });
            dataSource.refusals.set(3);
            house.deliver("register", Samples.text(folder.resolve("r.csv"), UTF_8, lines));
            Await.until(() -> dataSource.refused.get() - dataSource.refusals.get(), n -> n >= 6);
            Delivery delivery = house.ended("register", 1).getFirst();
            assertThat(delivery.state()).isEqualTo(Delivery.State.DONE);
            assertThat(delivery.rowsRead()).isEqualTo(200);
            assertThat(house.records()).isEqualTo(400);
        }
    }

    /** Refuses so many connections as it is told to. */
    private static final class Interrupted extends DelegatingDataSource {
        private final AtomicInteger refusals = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        Interrupted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                refused.incrementAndGet();
                throw new SQLException("the database is down", "08001");
            }
            return super.getConnection();
        }
    }
}
