package org.sise.integrations.landing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that did not land: found, mended, replayed. */
public final class Quarantine {

    private static final String ROW = """
            select q.*, d.file from integrations.quarantined_row q join integrations.delivery d on d.id = q.delivery
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Replay replay;

    /** On a database that is up to date, with the replay that lands the rows. */
    Quarantine(DataSource dataSource, Replay replay) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.replay = replay;
    }

    /**
     * How many rows there are.
     *
     * @param feed the feed
     * @param reason the reason
     * @param state where they stand
     * @param rows how many
     */
    public record Count(String feed, String reason, QuarantinedRow.State state, long rows) {}

    /** How many rows there are, by feed, reason and state. */
    public List<Count> counts() {
        return jdbc.sql("""
                        select feed, reason, state, count(*) as n from integrations.quarantined_row
                        group by feed, reason, state order by feed, reason, state""")
                .query((row, _) -> new Count(
                        row.getString("feed"),
                        row.getString("reason"),
                        QuarantinedRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("n")))
                .list();
    }

    /**
     * Rows in the order in which they came.
     *
     * @param feed of one feed, or null for all
     * @param reason of one reason, or null for all
     * @param state of one state, or null for all
     * @param afterId those after this number; 0 from the first
     */
    public List<QuarantinedRow> find(
            @Nullable String feed,
            @Nullable String reason,
            QuarantinedRow.@Nullable State state,
            long afterId,
            int limit) {
        return jdbc.sql(ROW + """
                        where (cast(:feed as text) is null or q.feed = :feed)
                            and (cast(:reason as text) is null or q.reason = :reason)
                            and (cast(:state as text) is null or q.state = :state) and q.id > :after
                        order by q.id limit :limit""")
                .param("feed", feed)
                .param("reason", reason)
                .param("state", state == null ? null : state.token())
                .param("after", afterId)
                .param("limit", limit)
                .query(QuarantinedRow::of)
                .list();
    }

    /**
     * Maps a row once more, for instance after its feed's descriptor was mended, and lands it if it is good.
     *
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it has landed or was discarded, or stands for a whole file
     */
    public Replayed replay(long id) {
        return replay(id, null);
    }

    /**
     * Maps a row once more as it was corrected by hand, and lands it if it is good.
     *
     * @param corrected from column to text; null for the row as it was kept
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it has landed or was discarded, or stands for a whole file
     */
    public Replayed replay(long id, @Nullable Map<String, String> corrected) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            QuarantinedRow row = lock(id);
            if (row.index() < 0) {
                throw new IllegalStateException(
                        "第%d条为整个文件, 请重新交付 / row %d is a whole file: have it delivered again".formatted(id, id));
            }
            return replay.land(row, corrected);
        }));
    }

    /**
     * Sets a row aside for good.
     *
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it has landed or was discarded
     */
    public void discard(long id) {
        transaction.executeWithoutResult(_ -> {
            QuarantinedRow row = lock(id);
            replay.lock(row.delivery());
            jdbc.sql("""
                            update integrations.quarantined_row set state = 'discarded', changed_at = now()
                            where id = :id""").param("id", id).update();
            replay.move(row, QuarantinedRow.State.DISCARDED);
        });
    }

    private QuarantinedRow lock(long id) {
        QuarantinedRow row = jdbc.sql(ROW + "where q.id = :id for update of q")
                .param("id", id)
                .query(QuarantinedRow::of)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("没有 / there is no quarantined row " + id));
        return switch (row.state()) {
            case OPEN, WAITING -> row;
            case REPLAYED, DISCARDED ->
                throw new IllegalStateException("第%d条已处理 / quarantined row %d is settled: %s"
                        .formatted(id, id, row.state().token()));
        };
    }
}
