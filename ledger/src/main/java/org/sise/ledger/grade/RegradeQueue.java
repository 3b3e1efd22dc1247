package org.sise.ledger.grade;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The businesses to grade anew. A ticket is written in the transaction that makes it necessary and taken in the
 * transaction that appends the grade, so that a crash at any point loses none.
 */
public final class RegradeQueue {

    private static final int WORKER_LOCK = 0x53475244;

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public RegradeQueue(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Takes the businesses of the oldest tickets out of the queue, with every ticket that they have, in the caller's
     * transaction. One transaction takes tickets at a time, so that a grade never rests on less than an earlier one knew;
     * while another does, there is nothing to take.
     *
     * @param limit how many of the oldest tickets are looked at
     * @return the businesses' credit codes, each once, in the order of the codes
     */
    public List<String> take(int limit) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", WORKER_LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return List.of();
        }
        return jdbc.sql("""
                        with oldest as (
                            select distinct subject
                            from (select subject from ledger.regrade_ticket order by id limit :limit) first
                        ), taken as (
                            delete from ledger.regrade_ticket where subject in (select subject from oldest)
                            returning subject
                        )
                        select distinct subject from taken order by subject""").param("limit", limit).query(String.class).list();
    }

    /**
     * Takes the tickets of some businesses out of the queue in the caller's transaction, waiting while another
     * transaction takes any.
     *
     * @param after those with a grade of a higher number that holds for the day or a later one are left out, with their
     *     tickets
     * @return the businesses that are to be graded, in the order of the codes
     */
    public List<String> claim(List<String> subjects, long after, LocalDate asOf) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", WORKER_LOCK)
                .query((_, _) -> true)
                .single();
        String[] asked = subjects.toArray(String[]::new);
        List<String> claimed = jdbc.sql("""
                        select subject from unnest(cast(:subjects as text[])) subject
                        except
                        select subject from ledger.standing
                        where subject = any(:subjects) and grade_id > :after and as_of >= :asOf
                        order by subject""")
                .param("subjects", asked)
                .param("after", after)
                .param("asOf", asOf)
                .query(String.class)
                .list();
        jdbc.sql("delete from ledger.regrade_ticket where subject = any(:subjects)")
                .param("subjects", claimed.toArray(String[]::new))
                .update();
        return claimed;
    }

    /** Puts businesses into the queue. */
    public void add(List<String> subjects, String reason) {
        jdbc.sql(
                        "insert into ledger.regrade_ticket (subject, reason) select unnest(cast(:subjects as text[])), :reason")
                .param("subjects", subjects.toArray(String[]::new))
                .param("reason", reason)
                .update();
    }

    /**
     * Puts every business of the register into the queue.
     *
     * @return how many
     */
    public int addAll(String reason) {
        return jdbc.sql("insert into ledger.regrade_ticket (subject, reason) select code, :reason from ledger.business")
                .param("reason", reason)
                .update();
    }

    /** How many tickets wait. */
    public long size() {
        return jdbc.sql("select count(*) from ledger.regrade_ticket")
                .query(Long.class)
                .single();
    }
}
