package org.sise.grading;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.grading.approval.PoliciesInForce;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.figure.Figures;
import org.sise.scoring.figure.Peers;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.receipt.Receipt;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scoring at work on the ledger. A micro-batch takes tickets, reads the records, grades, and appends grades with their
 * receipts, all in one transaction: after a crash the tickets are there again.
 */
public final class Grading {

    /** How many graders are kept ready, each with the population that it may need. */
    private static final int MOST_GRADERS = 16;

    private final TransactionTemplate transaction;
    private final Records records;
    private final Grades grades;
    private final RegradeQueue queue;
    private final PolicyVersions versions;
    private final PoliciesInForce policies;
    private final Standings standings;
    private final PeerTables peers;
    private final ExposedGrades exposed;
    private final Map<String, Grader> graders = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * Grades by the policy that is in force on the day.
     *
     * @param transaction over the same data source
     * @param versions over the same data source
     * @param clock whose zone tells what day it is
     */
    public Grading(DataSource dataSource, TransactionTemplate transaction, PolicyVersions versions, Clock clock) {
        this.transaction = transaction;
        this.records = new Records(dataSource);
        this.grades = new Grades(dataSource);
        this.queue = new RegradeQueue(dataSource);
        this.versions = versions;
        this.policies = new PoliciesInForce(dataSource);
        this.standings = new Standings(dataSource, grades);
        this.peers = new PeerTables(dataSource);
        this.exposed = new ExposedGrades(dataSource);
        this.clock = clock;
    }

    /** The policy in force today. */
    public Policy policy() {
        return policies.on(today());
    }

    /**
     * Grades the businesses of the oldest tickets. A policy whose day has come is put in force before, in a transaction of
     * its own that puts every business into the queue. A business outside the policy's scope gets no grade.
     *
     * @param limit how many of the oldest tickets are looked at
     * @return how many businesses were taken; 0 when there was nothing to do
     */
    public int gradeNext(int limit) {
        LocalDate asOf = today();
        versions.bringIntoForce(asOf);
        Integer taken = transaction.execute(_ -> {
            List<String> subjects = queue.take(limit);
            if (!subjects.isEmpty()) {
                grades.append(grade(subjects, asOf));
            }
            return subjects.size();
        });
        return taken == null ? 0 : taken;
    }

    /**
     * Grades until the queue is empty.
     *
     * @return how many businesses were taken
     */
    public int gradeAll(int batch) {
        int all = 0;
        for (int taken = gradeNext(batch); taken > 0; taken = gradeNext(batch)) {
            all += taken;
        }
        return all;
    }

    /**
     * Grades businesses at once, in one transaction, whether or not they are in the queue. Their tickets are done with it.
     *
     * @param after a number of a grade: businesses that have a later grade for today are left as they are
     * @return how many were graded
     */
    public int regrade(List<String> subjects, long after) {
        Integer graded = transaction.execute(_ -> {
            LocalDate asOf = today();
            List<String> claimed = queue.claim(subjects, after, asOf);
            grades.append(grade(claimed, asOf));
            return claimed.size();
        });
        return graded == null ? 0 : graded;
    }

    /**
     * The grade of a business as of a day, as known at a time, with its receipt, by the policy of that day as it had been
     * decided at that time. Nothing is appended.
     */
    public Receipt replay(String code, LocalDate asOf, Instant knownAt) {
        List<StoredRecord> known = records.of(List.of(code), asOf, knownAt).getOrDefault(code, List.of());
        Policy policy = policies.on(asOf, knownAt);
        Previous previous = standings.before(policy, List.of(code), knownAt).get(code);
        return Receipt.of(grader(policy).grade(Parties.of(code, known, previous), asOf), knownAt);
    }

    /**
     * A grade of the ledger made again from the records that it was made of, by the version of the policy by which it was
     * made: the same bytes. Nothing is appended.
     *
     * @throws java.util.NoSuchElementException where the store of policies does not have that version
     */
    public Receipt replay(StoredGrade stored) {
        GradeEntry entry = stored.entry();
        List<StoredRecord> known = records.of(List.of(entry.subject()), entry.asOf(), entry.known())
                .getOrDefault(entry.subject(), List.of());
        Policy policy = policies.ofDigest(entry.policyDigest());
        Grader grader = Figures.of(policy).needsPeers()
                ? grader(policy, standings.peersOf(entry.receipt()))
                : grader(policy, null);
        Party party = Parties.of(entry.subject(), known, standings.of(entry.receipt()));
        return Receipt.of(grader.grade(party, entry.asOf()), entry.known().at());
    }

    /** A business as it stands now with the grader of today's policy, for questions of what would be if. */
    public Simulation simulation(String code) {
        LocalDate asOf = today();
        Grader grader = grader(policies.on(asOf));
        Knowledge knowledge = records.now();
        List<StoredRecord> known = records.of(List.of(code), asOf, knowledge).getOrDefault(code, List.of());
        Previous previous =
                standings.before(grader.policy(), List.of(code), knowledge.at()).get(code);
        return new Simulation(grader, Parties.of(code, known, previous), asOf, known);
    }

    /** The policy's grader among the latest population that a run over everybody has left, where it needs one. */
    private Grader grader(Policy policy) {
        return Figures.of(policy).needsPeers()
                ? grader(policy, peers.latestDigest(policy.digest()).orElse(null))
                : grader(policy, null);
    }

    private Grader grader(Policy policy, @Nullable String population) {
        if (graders.size() > MOST_GRADERS) {
            graders.clear();
        }
        Grader grader = graders.computeIfAbsent(policy.digest(), _ -> Grader.of(policy));
        if (population == null || population.equals(Peers.NONE.digest())) {
            return grader;
        }
        return graders.computeIfAbsent(policy.digest() + " " + population, _ -> grader.among(peers.of(population)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<GradeEntry> grade(List<String> subjects, LocalDate asOf) {
        Grader grader = grader(policies.on(asOf));
        Knowledge knowledge = records.now();
        Map<String, List<StoredRecord>> known = records.of(subjects, asOf, knowledge);
        Map<String, Previous> previous = standings.before(grader.policy(), subjects, knowledge.at());
        List<GradeEntry> entries = new ArrayList<>(subjects.size());
        Map<String, ExposedGrades.Both> both = new HashMap<>();
        for (String subject : subjects) {
            List<StoredRecord> facts = known.getOrDefault(subject, List.of());
            Party party = Parties.of(subject, facts, previous.get(subject));
            Graded graded = grader.grade(party, asOf);
            switch (graded) {
                case Graded.NotApplicable _ -> {}
                case Graded.Result result -> {
                    entries.add(entry(result, Receipt.of(graded, knowledge.at()), knowledge));
                    if (ExposedGrades.isExposed(facts)) {
                        Party alone = Parties.of(subject, ExposedGrades.withoutOthers(facts), previous.get(subject));
                        both.put(subject, new ExposedGrades.Both(colour(grader.grade(alone, asOf)), colour(graded)));
                    }
                }
            }
        }
        exposed.set(subjects, both);
        return entries;
    }

    private static Grade colour(Graded graded) {
        if (graded instanceof Graded.Result result && result.colour() instanceof Grade colour) {
            return colour;
        }
        throw new IllegalStateException("policy " + graded.policy().id() + " gave a grade without a colour");
    }

    private static GradeEntry entry(Graded.Result result, Receipt receipt, Knowledge known) {
        Policy policy = result.policy();
        Grade colour = colour(result);
        BigDecimal score = result.score().toBigDecimal();
        return new GradeEntry(
                result.party(),
                colour,
                score,
                switch (policy.order()) {
                    case HIGHEST_FIRST -> score;
                    case LOWEST_FIRST -> score.negate();
                },
                result.asOf(),
                policy.id(),
                policy.version(),
                policy.digest(),
                receipt.json(),
                receipt.digest(),
                known);
    }
}
