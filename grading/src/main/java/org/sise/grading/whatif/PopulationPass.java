package org.sise.grading.whatif;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.sise.grading.Parties;
import org.sise.grading.night.LedgerPopulation;
import org.sise.ledger.Snapshot;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.difference.Change;
import org.sise.scoring.difference.Difference;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;
import org.sise.scoring.kernel.Kernel;
import org.sise.scoring.kernel.Population;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.whatif.Codes;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Side;

/**
 * Grades every business of the ledger on both sides of a what-if in one pass over one sorted stream of records: as of one
 * day by the kernel, as of two by the interpreter, because a business may be registered between them. A policy with
 * {@code steadiness} finds no grade so far.
 */
final class PopulationPass {
    private static final int TOLD_EVERY = 2_000;

    private final LocalDate asOfBefore;
    private final LocalDate asOfAfter;
    private final Grader graderBefore;
    private final Grader graderAfter;
    private final Side.Builder sideBefore;
    private final Side.Builder sideAfter;
    private final Codes.Builder industries = new Codes.Builder();
    private final Codes.Builder regions = new Codes.Builder();
    private final List<String> subjects = new ArrayList<>();

    PopulationPass(Policy before, LocalDate asOfBefore, Policy after, LocalDate asOfAfter) {
        this.asOfBefore = asOfBefore;
        this.asOfAfter = asOfAfter;
        this.graderBefore = Grader.of(before);
        this.graderAfter = Grader.of(after);
        this.sideBefore = new Side.Builder(before, asOfBefore);
        this.sideAfter = new Side.Builder(after, asOfAfter);
    }

    /** Whether the kernel can do it. */
    boolean isForKernel() {
        return asOfBefore.equals(asOfAfter) && asOfAfter.getYear() >= 1900 && asOfAfter.getYear() < 2079;
    }

    /** Reads and grades everybody by the kernel. Tells from time to time how many are read. */
    Comparison run(Snapshot snapshot, LongConsumer progress) throws SQLException {
        Policy before = graderBefore.policy();
        Policy after = graderAfter.policy();
        Population everybody = LedgerPopulation.everybody(
                snapshot, before.equals(after) ? List.of(before) : List.of(before, after), asOfAfter, read -> {
                    if (read % TOLD_EVERY == 0) {
                        progress.accept(read);
                    }
                });
        for (int party = 0; party < everybody.size(); party++) {
            subjects.add(everybody.id(party));
            industries.add(everybody.industry(party));
            regions.add(everybody.region(party));
        }
        int threads = Runtime.getRuntime().availableProcessors();
        return Comparison.of(
                Side.of(Kernel.of(before).grade(everybody, asOfBefore, threads, false)),
                Side.of(Kernel.of(after).grade(everybody, asOfAfter, threads, false)),
                industries.build(),
                regions.build());
    }

    /** Reads and grades everybody by the interpreter; must run in a transaction. Tells from time to time how many are done. */
    Comparison run(Records records, Knowledge known, LongConsumer progress) {
        LocalDate last = asOfBefore.isAfter(asOfAfter) ? asOfBefore : asOfAfter;
        records.forEachBusiness(last, known, Parties.kinds(), (subject, all) -> {
            Party before = party(subject, all, asOfBefore);
            Party after = asOfBefore.equals(asOfAfter) ? before : party(subject, all, asOfAfter);
            sideBefore.add(graderBefore.grade(before, asOfBefore));
            sideAfter.add(graderAfter.grade(after, asOfAfter));
            industries.add(after.industry() == null ? before.industry() : after.industry());
            regions.add(after.region() == null ? before.region() : after.region());
            subjects.add(subject);
            if (subjects.size() % TOLD_EVERY == 0) {
                progress.accept(subjects.size());
            }
        });
        return Comparison.of(sideBefore.build(), sideAfter.build(), industries.build(), regions.build());
    }

    /** The credit codes by the number of the party. */
    List<String> subjects() {
        return subjects;
    }

    /** In what the two explanations of a business differ. */
    List<Change> why(String subject, List<StoredRecord> records) {
        return Difference.between(
                graderBefore.grade(party(subject, records, asOfBefore), asOfBefore),
                graderAfter.grade(party(subject, records, asOfAfter), asOfAfter));
    }

    /** The party as of a day, records of later days left out. */
    private static Party party(String subject, List<StoredRecord> records, LocalDate asOf) {
        return Parties.of(
                subject,
                records.stream()
                        .filter(stored -> !stored.record().header().date().isAfter(asOf))
                        .toList());
    }
}
