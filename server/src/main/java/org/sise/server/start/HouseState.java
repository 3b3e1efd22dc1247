package org.sise.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sise.core.grade.Grade;
import org.sise.graph.GraphUnavailableException;
import org.sise.graph.projection.GraphProjection;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.record.Records;
import org.sise.server.house.HouseSettings;
import org.sise.server.house.RelatedWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the house has come with what it was given. */
@Component
public class HouseState {

    private final JdbcClient jdbc;
    private final Grades grades;
    private final RegradeQueue queue;
    private final Records records;
    private final GraphProjection graph;
    private final RelatedWork related;
    private final HouseSettings settings;

    HouseState(
            DataSource dataSource,
            Grades grades,
            RegradeQueue queue,
            Records records,
            GraphProjection graph,
            RelatedWork related,
            HouseSettings settings) {
        this.jdbc = JdbcClient.create(dataSource);
        this.grades = grades;
        this.queue = queue;
        this.records = records;
        this.graph = graph;
        this.related = related;
        this.settings = settings;
    }

    /**
     * A look at everything that moves.
     *
     * @param files files that wait in the inbox or are being read
     * @param rows rows read so far
     * @param quarantined rows in the quarantine, those that wait for a registration among them
     * @param businesses businesses in the register
     * @param tickets businesses to grade
     * @param graded businesses with a grade, by colour
     * @param projected whether the graph has everything that the ledger has, and what follows from it is worked out
     */
    public record Look(
            long files,
            long rows,
            long quarantined,
            long businesses,
            long tickets,
            Map<Grade, Long> graded,
            boolean projected) {

        /** Whether every file that came has been read. */
        public boolean isRead() {
            return files == 0;
        }

        /** Whether nothing is left to do. */
        public boolean isQuiet() {
            return isRead() && tickets == 0 && projected;
        }

        /** The look in one line. */
        public String line() {
            return "已读 %,d 行 rows · 隔离 %,d quarantined · 企业 %,d businesses · 已评级 %,d graded · 待评 %,d queued · 图 graph %s"
                    .formatted(
                            rows,
                            quarantined,
                            businesses,
                            graded.values().stream().mapToLong(Long::longValue).sum(),
                            tickets,
                            projected ? "✓" : "…");
        }
    }

    /** Looks. */
    public Look look() {
        return jdbc.sql("""
                        select coalesce(sum(rows_read), 0) as rows, coalesce(sum(quarantined + waiting), 0) as quarantined,
                            count(*) filter (where state = 'receiving') as receiving,
                            (select count(*) from ledger.business) as businesses
                        from integrations.delivery""")
                .query((row, _) -> new Look(
                        Math.max(row.getLong("receiving"), filesInInbox()),
                        row.getLong("rows"),
                        row.getLong("quarantined"),
                        row.getLong("businesses"),
                        queue.size(),
                        grades.distribution(),
                        isProjected()))
                .single();
    }

    private boolean isProjected() {
        try {
            return records.relationsAfter(graph.position(), 1).isEmpty() && related.isAtRest();
        } catch (GraphUnavailableException e) {
            return false;
        }
    }

    private long filesInInbox() {
        try (Stream<Path> files = Files.walk(settings.inbox(), 2)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException e) {
            // A file or folder that went away while being counted: it moves, so the house is not quiet.
            return 1;
        }
    }
}
