package org.sise.grading;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.grade.Grade;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.grade.StoredGrade;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Graded;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.receipt.Receipt;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scoring at work on the ledger. A micro-batch takes tickets, reads the records, grades, and appends grades with their
 * receipts, all in one transaction: after a crash the tickets are there again.
 */
public final class Grading {

    private final TransactionTemplate transaction;
    private final Records records;
    private final Grades grades;
    private final RegradeQueue queue;
    private final Grader grader;
    private final Clock clock;

    /**
     * Grades by one policy.
     *
     * @param transaction over the same data source
     * @param policy a policy whose grades are the four colours
     * @param clock whose zone tells what day it is
     * @throws IllegalArgumentException when a grade of the policy is no colour
     */
    public Grading(DataSource dataSource, TransactionTemplate transaction, Policy policy, Clock clock) {
        if (policy.grades().stream().anyMatch(level -> level.colour() == null)) {
            throw new IllegalArgumentException(
                    "policy " + policy.id() + ": 每个等级都应对应一种颜色 / has a grade without a colour");
        }
        this.transaction = transaction;
        this.records = new Records(dataSource);
        this.grades = new Grades(dataSource);
        this.queue = new RegradeQueue(dataSource);
        this.grader = Grader.of(policy);
        this.clock = clock;
    }

    /** The policy in force. */
    public Policy policy() {
        return grader.policy();
    }

    /**
     * Grades the businesses of the oldest tickets. A business outside the policy's scope gets no grade.
     *
     * @param limit how many of the oldest tickets are looked at
     * @return how many businesses were taken; 0 when there was nothing to do
     */
    public int gradeNext(int limit) {
        Integer taken = transaction.execute(_ -> {
            List<String> subjects = queue.take(limit);
            if (!subjects.isEmpty()) {
                grades.append(grade(subjects));
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
     * The grade of a business as of a day, as known at a time, with its receipt. Nothing is appended.
     */
    public Receipt replay(String code, LocalDate asOf, Instant knownAt) {
        List<StoredRecord> known = records.of(List.of(code), asOf, knownAt).getOrDefault(code, List.of());
        return Receipt.of(grader.grade(Parties.of(code, known), asOf), knownAt);
    }

    /** A grade of the ledger made again from the records that it was made of: the same bytes. Nothing is appended. */
    public Receipt replay(StoredGrade stored) {
        GradeEntry entry = stored.entry();
        List<StoredRecord> known = records.of(List.of(entry.subject()), entry.asOf(), entry.known())
                .getOrDefault(entry.subject(), List.of());
        Graded graded = grader.grade(Parties.of(entry.subject(), known), entry.asOf());
        return Receipt.of(graded, entry.known().at());
    }

    private List<GradeEntry> grade(List<String> subjects) {
        LocalDate asOf = LocalDate.now(clock);
        Knowledge knowledge = records.now();
        Map<String, List<StoredRecord>> known = records.of(subjects, asOf, knowledge);
        List<GradeEntry> entries = new ArrayList<>(subjects.size());
        for (String subject : subjects) {
            Graded graded = grader.grade(Parties.of(subject, known.getOrDefault(subject, List.of())), asOf);
            switch (graded) {
                case Graded.NotApplicable _ -> {}
                case Graded.Result result -> entries.add(entry(result, Receipt.of(graded, knowledge.at()), knowledge));
            }
        }
        return entries;
    }

    private static GradeEntry entry(Graded.Result result, Receipt receipt, Knowledge known) {
        Policy policy = result.policy();
        Grade colour = result.colour();
        if (colour == null) {
            throw new IllegalStateException("policy " + policy.id() + " gave a grade without a colour");
        }
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
