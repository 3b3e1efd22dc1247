package org.sise.integrations.landing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.row.RowFault;
import org.sise.ledger.record.Appended;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that did not land: found, counted, mended one by one, replayed, set aside. {@link Mending} does many at once. */
public final class Quarantine {

    static final String ROW = """
            select q.*, d.file from integrations.quarantined_row q join integrations.delivery d on d.id = q.delivery
            """;

    /** Who does what nobody is named for. */
    private static final String HOUSE = "system";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Replay replay;
    private final QuarantineHistory history;
    private final QuarantineReads reads;

    /** On a database that is up to date, with the replay that lands the rows. */
    Quarantine(DataSource dataSource, Replay replay, QuarantineHistory history) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.replay = replay;
        this.history = history;
        this.reads = new QuarantineReads(dataSource);
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
                        select feed, reason, state, sum(rows) as n from integrations.quarantine_tally
                        group by feed, reason, state having sum(rows) > 0 order by feed, reason, state""")
                .query((row, _) -> new Count(
                        row.getString("feed"),
                        row.getString("reason"),
                        QuarantinedRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("n")))
                .list();
    }

    /**
     * How many rows a query takes, by what else could be asked, and how old they are. A query by file or by a cell's text
     * counts up to 100,000 rows.
     *
     * @param today the day, in Shanghai, from which ages are counted
     */
    public QuarantineCounts counts(QuarantineQuery query, LocalDate today) {
        return reads.counts(query, today);
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
        return reads.rows(QuarantineQuery.of(feed, reason, state), false, afterId, limit);
    }

    /** The row of a number, if there is one. */
    public Optional<QuarantinedRow> find(long id) {
        return jdbc.sql(ROW + "where q.id = :id")
                .param("id", id)
                .query(QuarantinedRow::of)
                .optional();
    }

    /** A part of the rows that a query takes. */
    public QuarantinePage page(QuarantineQuery query, QuarantinePage.Place place, int limit) {
        return reads.page(query, place, limit);
    }

    /** The rows of a query that stand beside a row, which need not be one of them itself. */
    public QuarantinePage.Neighbours neighbours(QuarantineQuery query, boolean newestFirst, long id) {
        return reads.neighbours(query, newestFirst, id);
    }

    /** Hands over every row that a query takes, in the order in which they came. */
    public void forEach(QuarantineQuery query, Consumer<List<QuarantinedRow>> each) {
        reads.forEach(query, each);
    }

    /**
     * The columns of the files that the rows of a feed came in, in the files' order; where files differ, or are not known
     * any more, what each adds stands behind the others.
     *
     * @param query a query that names a feed
     */
    public List<String> columns(QuarantineQuery query) {
        return reads.columns(query);
    }

    /** What is wrong with a row as it stands, by its feed's present descriptor; none when it would land or wait. */
    public List<RowFault> faults(QuarantinedRow row) {
        return replay.faults(row);
    }

    /** What was done with a row, the first first. */
    public List<RowChange> history(long id) {
        return history.of(id);
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

    /** As {@link #replay(long, Map, String)}, in nobody's name. */
    public Replayed replay(long id, @Nullable Map<String, String> corrected) {
        return replay(id, corrected, HOUSE);
    }

    /**
     * Maps a row once more as it was corrected by hand, and lands it if it is good.
     *
     * @param corrected from column to text; null for the row as it was kept
     * @param actor who does it
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it has landed or was discarded, or stands for a whole file
     */
    public Replayed replay(long id, @Nullable Map<String, String> corrected, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            QuarantinedRow row = lock(id);
            if (row.index() < 0) {
                throw new IllegalStateException(
                        "第%d条为整个文件, 请重新读取或重新交付 / row %d is a whole file: have it read again or delivered again"
                                .formatted(id, id));
            }
            List<Replay.Outcome> outcomes = new ArrayList<>();
            Appended appended = replay.land(List.of(new Replay.Attempt(row, corrected)), outcomes);
            String action = corrected == null ? "replay" : "mend";
            history.write(
                    new QuarantineHistory.Doing(actor, action, null),
                    outcomes.stream().map(Replay.Outcome::line).toList());
            return outcomes.getFirst().replayed(appended);
        }));
    }

    /**
     * Sets a row aside for good.
     *
     * @param reason why
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it has landed or was discarded
     */
    public void discard(long id, String actor, String reason) {
        transaction.executeWithoutResult(_ -> end(
                lock(id), QuarantinedRow.State.DISCARDED, new QuarantineHistory.Doing(actor, "discard", null), reason));
    }

    /**
     * Has the file that a row stands for read again: settles the row and lets the file be put back.
     *
     * @param putBack puts the file back into its feed's folder, given the row and the delivery's place of keeping;
     *     what it throws undoes everything
     * @throws IllegalArgumentException when there is no such row
     * @throws IllegalStateException when it is settled already or does not stand for a whole file
     */
    public void readAgain(long id, String actor, PutBack putBack) {
        transaction.executeWithoutResult(_ -> {
            QuarantinedRow row = lock(id);
            if (row.index() >= 0) {
                throw new IllegalStateException(
                        "第%d条不是整个文件 / row %d does not stand for a whole file".formatted(id, id));
            }
            end(row, QuarantinedRow.State.REPLAYED, new QuarantineHistory.Doing(actor, "read-again", null), null);
            String keptAs = jdbc.sql("select kept_as from integrations.delivery where id = :id")
                    .param("id", row.delivery())
                    .query(String.class)
                    .optional()
                    .orElse(null);
            Supplier<Boolean> cameAgain = () -> jdbc.sql("""
                            select exists (select from integrations.delivery d join integrations.delivery later
                                on later.feed = d.feed and later.sha256 = d.sha256 and later.id > d.id
                                where d.id = :id)""")
                    .param("id", row.delivery())
                    .query(Boolean.class)
                    .single();
            putBack.move(row, keptAs, cameAgain);
        });
    }

    /** Puts a refused file back into its feed's folder. */
    @FunctionalInterface
    public interface PutBack {
        /**
         * Puts it back.
         *
         * @param row the row that stands for the file
         * @param keptAs where it is kept below its feed's folder, or null when it is not
         * @param cameAgain whether the same content was delivered once more since
         */
        void move(QuarantinedRow row, @Nullable String keptAs, Supplier<Boolean> cameAgain);
    }

    private void end(
            QuarantinedRow row, QuarantinedRow.State state, QuarantineHistory.Doing doing, @Nullable String note) {
        replay.lock(row.delivery());
        jdbc.sql("update integrations.quarantined_row set state = :state, changed_at = now() where id = :id")
                .param("state", state.token())
                .param("id", row.id())
                .update();
        replay.move(List.of(row), List.of(state));
        String outcome = state == QuarantinedRow.State.DISCARDED ? "discarded" : "read-again";
        history.write(doing, List.of(new QuarantineHistory.Line(row.id(), outcome, List.of(), note)));
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
