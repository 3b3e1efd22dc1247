package org.sise.grading.related;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RelatedFinding;
import org.sise.graph.exposure.ExposureRules;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What businesses weigh by their own conduct: their present grade without what comes to them from others, and their own
 * records in effect.
 */
final class Weights {

    private static final String BY_RECORD = """
            select distinct r.subject, r.kind from ledger.record r
            where r.kind = any(:kinds) and r.state in ('effective', 'corrected') and r.event_date <= :day %s
                and (r.kind <> 2 or r.severity = 'serious')
                and (r.published_until is null or r.published_until >= :day)
                and (r.fields ->> 'removedOn' is null or cast(r.fields ->> 'removedOn' as date) > :day)
                and not exists (
                    select from ledger.record later
                    where later.kind = r.kind and later.record_key = r.record_key and later.version > r.version)""";
    private static final String BY_GRADE = """
            select s.subject, coalesce(e.own, s.colour) as colour
            from ledger.standing s left join grading.exposed e on e.subject = s.subject
            where s.colour >= :least %s""";

    private final JdbcClient jdbc;
    private final ExposureRules rules;

    /** @throws IllegalArgumentException when the rules weigh a kind of record that no finding stands for */
    Weights(DataSource dataSource, ExposureRules rules) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rules = rules;
        rules.records().keySet().forEach(Weights::finding);
    }

    /** The weights of businesses on a day, by credit code; those that weigh nothing are left out. */
    Map<String, Weight> of(Collection<String> codes, LocalDate day) {
        return weights(List.copyOf(codes), day);
    }

    /** The weights of everybody. */
    Map<String, Weight> all(LocalDate day) {
        return weights(null, day);
    }

    /** What a business of that grade and nothing else weighs. */
    int ofGrade(@Nullable Grade grade) {
        return grade == null ? 0 : rules.grades().getOrDefault(grade, 0);
    }

    private Map<String, Weight> weights(@Nullable List<String> codes, LocalDate day) {
        Map<String, Weight> weights = new HashMap<>();
        ask(BY_RECORD.formatted(codes == null ? "" : "and r.subject = any(:codes)"), codes)
                .param(
                        "kinds",
                        rules.records().keySet().stream()
                                .map(RecordKind::number)
                                .toArray(Integer[]::new))
                .param("day", day)
                .query(row -> {
                    RecordKind kind = RecordKind.ofNumber(row.getInt("kind"));
                    put(weights, row.getString("subject"), rules.records().getOrDefault(kind, 0), finding(kind));
                });
        ask(BY_GRADE.formatted(codes == null ? "" : "and s.subject = any(:codes)"), codes)
                .param("least", least())
                .query(row -> {
                    Grade own = Grade.values()[row.getInt("colour")];
                    if (ofGrade(own) > 0) {
                        put(
                                weights,
                                row.getString("subject"),
                                ofGrade(own),
                                own == Grade.RED ? RelatedFinding.RED_GRADE : RelatedFinding.ORANGE_GRADE);
                    }
                });
        return weights;
    }

    private JdbcClient.StatementSpec ask(String sql, @Nullable List<String> codes) {
        JdbcClient.StatementSpec asked = jdbc.sql(sql);
        return codes == null ? asked : asked.param("codes", codes.toArray(String[]::new));
    }

    private static void put(Map<String, Weight> weights, String code, int thousandths, RelatedFinding finding) {
        if (thousandths > 0) {
            weights.merge(code, new Weight(thousandths, finding), Weight::orMore);
        }
    }

    /** The best grade that weighs anything. */
    private int least() {
        List<Integer> weighing = new ArrayList<>();
        rules.grades().forEach((grade, weight) -> {
            if (weight > 0) {
                weighing.add(grade.ordinal());
            }
        });
        return weighing.stream().mapToInt(Integer::intValue).min().orElse(Grade.values().length);
    }

    private static RelatedFinding finding(RecordKind kind) {
        return switch (kind) {
            case DISHONESTY_LISTING -> RelatedFinding.DISHONESTY_LISTING;
            case ABNORMAL_LISTING -> RelatedFinding.ABNORMAL_LISTING;
            case PENALTY -> RelatedFinding.SERIOUS_PENALTY;
            default ->
                throw new IllegalArgumentException(
                        "关联规则不能以“%s”为起点 / rules of exposure cannot begin with records of the kind %s: use dishonesty-listing, abnormal-listing or penalty"
                                .formatted(kind.zh(), kind.token()));
        };
    }
}
