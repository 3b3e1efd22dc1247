package org.sise.grading;

import java.time.LocalDate;
import java.util.List;
import org.sise.ledger.record.StoredRecord;
import org.sise.scoring.grade.Grader;
import org.sise.scoring.grade.Party;

/**
 * What is needed to grade one business on other days and with other records than it has.
 *
 * @param asOf today
 * @param records what the party is made of; a fact's reference is its record's number
 */
public record Simulation(Grader grader, Party party, LocalDate asOf, List<StoredRecord> records) {
    public Simulation {
        records = List.copyOf(records);
    }
}
