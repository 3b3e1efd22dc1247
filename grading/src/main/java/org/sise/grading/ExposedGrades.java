package org.sise.grading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordState;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The present grades, with and without it, of the businesses that a related party's conduct comes to. The grade without it
 * is what such a business weighs for others, so that nothing is passed on that came from elsewhere.
 */
final class ExposedGrades {

    private final JdbcClient jdbc;

    ExposedGrades(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A grade without others' conduct and with it. */
    record Both(Grade own, Grade grade) {}

    /** Whether a related party's conduct is among the records in effect. */
    static boolean isExposed(List<StoredRecord> records) {
        return records.stream().anyMatch(ExposedGrades::isOthers);
    }

    /** The records without related parties' conduct. */
    static List<StoredRecord> withoutOthers(List<StoredRecord> records) {
        return records.stream()
                .filter(stored -> stored.record().kind() != RecordKind.RELATED_RISK)
                .toList();
    }

    /** Sets what is known of some businesses that have just been graded; the others among them are not exposed. */
    void set(Collection<String> graded, Map<String, Both> exposed) {
        jdbc.sql("delete from grading.exposed where subject = any(:subjects)")
                .param("subjects", graded.toArray(String[]::new))
                .update();
        if (exposed.isEmpty()) {
            return;
        }
        List<String> subjects = new ArrayList<>();
        List<Integer> own = new ArrayList<>();
        List<Integer> colours = new ArrayList<>();
        exposed.forEach((subject, both) -> {
            subjects.add(subject);
            own.add(both.own.ordinal());
            colours.add(both.grade.ordinal());
        });
        jdbc.sql("""
                        insert into grading.exposed (subject, own, colour)
                        select * from unnest(cast(:subjects as text[]), cast(:own as smallint[]), cast(:colours as smallint[]))
                        on conflict (subject) do update set own = excluded.own, colour = excluded.colour""")
                .param("subjects", subjects.toArray(String[]::new))
                .param("own", own.toArray(Integer[]::new))
                .param("colours", colours.toArray(Integer[]::new))
                .update();
    }

    private static boolean isOthers(StoredRecord stored) {
        return stored.record().kind() == RecordKind.RELATED_RISK
                && (stored.record().header().state() == RecordState.EFFECTIVE
                        || stored.record().header().state() == RecordState.CORRECTED);
    }
}
