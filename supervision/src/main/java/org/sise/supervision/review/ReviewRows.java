package org.sise.supervision.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of reviews. */
final class ReviewRows {

    private static final String WHERE = """
             where (cast(:state as text) is null or state = :state)
                and (cast(:business as text) is null or business = :business)
                and (cast(:department as text) is null or department = :department)""";

    private final JdbcClient jdbc;

    ReviewRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Inserts a review; empty where the case has one. */
    Optional<Long> insert(ReviewDraft draft, Instant at, String actor) {
        return jdbc.sql("""
                        insert into supervision.review (business, case_number, department, violation, benchmark, state,
                            opened_by, opened_at)
                        values (:business, :number, :department, :violation, :benchmark, 'OPEN', :actor, :at)
                        on conflict do nothing returning id""")
                .param("business", draft.business().value())
                .param("number", draft.caseNumber())
                .param("department", draft.department())
                .param("violation", draft.violation())
                .param("benchmark", draft.benchmark())
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<CaseReview> find(long id, boolean lock) {
        return jdbc.sql("select * from supervision.review where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(ReviewRows::review)
                .optional();
    }

    void state(long id, ReviewState state) {
        jdbc.sql("update supervision.review set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void weighed(long id, @Nullable BigDecimal value, BigDecimal fine) {
        jdbc.sql("update supervision.review set base_value = :value, fine = :fine where id = :id")
                .param("value", value)
                .param("fine", fine)
                .param("id", id)
                .update();
    }

    void answer(long id, ReviewAnswer answer) {
        jdbc.sql("""
                        insert into supervision.review_answer (review, step, passed, answer, at, actor)
                        values (:id, :step, :passed, :answer, :at, :actor)""")
                .param("id", id)
                .param("step", answer.step())
                .param("passed", answer.passed())
                .param("answer", answer.answer())
                .param("at", Timestamp.from(answer.at()))
                .param("actor", answer.actor())
                .update();
    }

    List<ReviewAnswer> answers(long id) {
        return jdbc.sql("select * from supervision.review_answer where review = :id order by id")
                .param("id", id)
                .query((row, _) -> new ReviewAnswer(
                        row.getInt("step"),
                        row.getBoolean("passed"),
                        row.getString("answer"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor")))
                .list();
    }

    List<CaseReview> page(ReviewFilter filter, @Nullable Long before, int limit) {
        return filtered(
                        "select * from supervision.review " + WHERE
                                + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :limit",
                        filter)
                .param("before", before)
                .param("limit", limit)
                .query(ReviewRows::review)
                .list();
    }

    long count(ReviewFilter filter) {
        return filtered("select count(*) from supervision.review " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, ReviewFilter filter) {
        return jdbc.sql(sql)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("business", filter.business())
                .param("department", filter.department());
    }

    private static CaseReview review(ResultSet row, int n) throws SQLException {
        return new CaseReview(
                row.getLong("id"),
                new CreditCode(row.getString("business")),
                row.getString("case_number"),
                row.getString("department"),
                row.getString("violation"),
                row.getString("benchmark"),
                ReviewState.valueOf(row.getString("state")),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                row.getBigDecimal("base_value"),
                row.getBigDecimal("fine"));
    }
}
