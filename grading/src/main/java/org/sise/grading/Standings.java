package org.sise.grading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.grade.GradeSoFar;
import org.sise.ledger.grade.Grades;
import org.sise.scoring.grade.Previous;
import org.sise.scoring.policy.GradeLevel;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.policy.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grades that businesses have had so far, for policies that look at them. */
final class Standings {

    private final Grades grades;
    private final JdbcClient jdbc;

    Standings(DataSource dataSource, Grades grades) {
        this.grades = grades;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** By credit code, as known at a time; empty for a policy without {@code steadiness}. */
    Map<String, Previous> before(Policy policy, Collection<String> subjects, Instant knownAt) {
        Map<String, Previous> previous = new HashMap<>();
        if (policy.rules().stream().anyMatch(rule -> rule instanceof Rule.Steadiness)) {
            for (GradeSoFar soFar : grades.soFar(subjects, knownAt)) {
                for (GradeLevel level : policy.grades()) {
                    if (level.colour() == soFar.grade()) {
                        previous.putIfAbsent(soFar.subject(), new Previous(level.id(), soFar.since(), soFar.rule()));
                    }
                }
            }
        }
        return previous;
    }

    /** What a receipt says of the grade so far; null where it says nothing. */
    @Nullable
    Previous of(String receipt) {
        return jdbc.sql("""
                        select p ->> 'grade' as grade, p ->> 'since' as since, p ->> 'rule' as rule
                        from (select cast(:receipt as jsonb) #> '{decision,previous}') as r (p)
                        where p is not null""")
                .param("receipt", receipt)
                .query((row, _) -> new Previous(
                        row.getString("grade"), LocalDate.parse(row.getString("since")), row.getString("rule")))
                .optional()
                .orElse(null);
    }

    /** The digest of the population that a receipt's percentiles were taken from; null where it has none. */
    @Nullable
    String peersOf(String receipt) {
        return jdbc.sql("select cast(:receipt as jsonb) #>> '{decision,peers}' as digest")
                .param("receipt", receipt)
                .query((row, _) -> row.getString("digest"))
                .list()
                .getFirst();
    }
}
