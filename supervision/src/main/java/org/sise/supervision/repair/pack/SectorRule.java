package org.sise.supervision.repair.pack;

import java.util.List;
import java.util.Set;
import org.sise.core.record.RecordKind;
import org.sise.core.record.Severity;
import org.sise.scoring.policy.Text;

/**
 * A sector's own period, in the place of the class's.
 *
 * @param words one of them stands in the record: a penalty's violation, facts, basis or department, a listing's list or
 *     ground
 * @param classes the classes that it concerns
 */
public record SectorRule(
        String sector, Text label, RecordKind record, Set<Severity> classes, List<String> words, Period period) {
    public SectorRule {
        classes = Set.copyOf(classes);
        words = List.copyOf(words);
    }
}
