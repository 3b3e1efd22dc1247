package org.sise.grading.night;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.sise.core.grade.Grade;
import org.sise.grading.Grading;
import org.sise.grading.PeerTables;
import org.sise.ledger.Snapshot;
import org.sise.ledger.grade.StandingStream;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.kernel.Grades;
import org.sise.scoring.kernel.Kernel;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Grades the whole population for a new day: records age and publicity ends without anybody sending a row.
 *
 * <p>The ledger of one snapshot is packed and graded in memory. Whoever comes out with the colour and score of its present
 * grade, and that grade is of the same policy, stands as it stands; the run's own entry says so for all of them. The others
 * are graded with receipts, as the queue does it, some thousands a transaction. A run that is cut short leaves whole
 * transactions behind, and the next one finds only what is left, because what was done is no longer different.
 */
public final class NightlyRun {

    private static final int CHUNK = 2_000;

    private final DataSource dataSource;
    private final Grading grading;
    private final Nights nights;
    private final PeerTables peers;
    private final Clock clock;

    /**
     * A run over the ledger that {@code grading} grades.
     *
     * @param clock whose zone tells what day it is
     */
    public NightlyRun(DataSource dataSource, Grading grading, Clock clock) {
        this.dataSource = dataSource;
        this.grading = grading;
        this.nights = new Nights(dataSource);
        this.peers = new PeerTables(dataSource);
        this.clock = clock;
    }

    /**
     * Runs.
     *
     * @throws DataAccessException when the database refuses or is gone; what was appended until then stays
     */
    public Night run() {
        return run(CHUNK, _ -> {});
    }

    /** As {@link #run()}; {@code each} is told after each transaction how many businesses have been graded so far. */
    Night run(int chunk, IntConsumer each) {
        Instant started = Instant.now(clock);
        LocalDate asOf = LocalDate.now(clock);
        Policy policy = grading.policy();
        try {
            Look look = look(policy, asOf);
            int regraded = 0;
            for (int from = 0; from < look.moved.size(); from += chunk) {
                int to = Math.min(look.moved.size(), from + chunk);
                regraded += grading.regrade(look.moved.subList(from, to), look.newestGrade);
                each.accept(regraded);
            }
            Night night = new Night(
                    asOf,
                    policy.id(),
                    policy.version(),
                    policy.digest(),
                    look.snapshot,
                    look.newestGrade,
                    look.businesses,
                    look.moved.size(),
                    regraded,
                    started,
                    Instant.now(clock));
            nights.append(night);
            return night;
        } catch (SQLException e) {
            DataAccessException told = new SQLExceptionSubclassTranslator().translate("nightly run", null, e);
            throw told == null ? new UncategorizedSQLException("nightly run", null, e) : told;
        }
    }

    /** What one look at the ledger finds. */
    private record Look(String snapshot, long newestGrade, int businesses, List<String> moved) {}

    private Look look(Policy policy, LocalDate asOf) throws SQLException {
        try (Snapshot snapshot = new Snapshot(dataSource)) {
            long newest = StandingStream.newest(snapshot.first());
            String gradesBy = restOn(policy, snapshot) ? "" : policy.digest();
            LedgerPopulation everybody = LedgerPopulation.read(snapshot, policy, asOf, gradesBy);
            Grades grades = Kernel.of(policy).grade(everybody.population(), asOf);
            if (Figures.of(policy).needsPeers()) {
                peers.keep(policy.digest(), asOf, grades.peers());
            }
            return new Look(snapshot.name(), newest, grades.size(), moved(everybody, grades));
        }
    }

    /** Whether every standing rests on the policy: the last run's did, and no grade since was of another. */
    private boolean restOn(Policy policy, Snapshot snapshot) throws SQLException {
        Optional<Night> last = nights.last();
        return last.isPresent()
                && last.get().policyDigest().equals(policy.digest())
                && !StandingStream.hasOther(snapshot.first(), last.get().newestGrade(), policy.digest());
    }

    private static List<String> moved(LedgerPopulation everybody, Grades grades) {
        List<String> moved = new ArrayList<>();
        for (int party = 0; party < grades.size(); party++) {
            GradeLevel level = grades.grade(party);
            if (level == null) {
                continue;
            }
            Grade colour = level.colour();
            if (colour == null
                    || !everybody.current()[party]
                    || everybody.colours()[party] != colour.ordinal()
                    || everybody.scores()[party] != grades.score(party)) {
                moved.add(grades.population().id(party));
            }
        }
        return moved;
    }
}
