package org.sise.integrations.landing;

import java.sql.Types;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedCatalogue;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.descriptor.UnknownBusiness;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mapping.RowMapper;
import org.sise.integrations.row.RowFault;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maps quarantined rows once more and lands what is good now, in the caller's transaction, which has locked the rows. */
final class Replay {

    private final FeedCatalogue catalogue;
    private final PersonKeys keys;
    private final JdbcClient jdbc;
    private final Records records;
    private final Businesses businesses;

    Replay(DataSource dataSource, FeedCatalogue catalogue, PersonKeys keys) {
        this.catalogue = catalogue;
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new Records(dataSource);
        this.businesses = new Businesses(dataSource);
    }

    /**
     * A row to be mapped once more.
     *
     * @param corrected from column to text, or null for the row as it was kept
     */
    record Attempt(QuarantinedRow row, @Nullable Map<String, String> corrected) {}

    /**
     * A row that was mapped once more.
     *
     * @param mapped what it turned out to be
     * @param unknown the business that it waits for, or null
     */
    record Outcome(
            Attempt attempt, MappedRow mapped, @Nullable String unknown) {

        QuarantinedRow row() {
            return attempt.row();
        }

        QuarantinedRow.State state() {
            return !mapped.accepted()
                    ? QuarantinedRow.State.OPEN
                    : unknown != null ? QuarantinedRow.State.WAITING : QuarantinedRow.State.REPLAYED;
        }

        /** What it says, with what the ledger did with the records of all rows that were landed together. */
        Replayed replayed(Appended appended) {
            return !mapped.accepted()
                    ? new Replayed.Refused(mapped.faults())
                    : unknown != null ? new Replayed.Waits(unknown) : new Replayed.Landed(appended);
        }

        /** The cells that the correction changed. */
        List<RowChange.Cell> changes() {
            return attempt.corrected() == null
                    ? List.of()
                    : QuarantineHistory.changes(content(row()), Originals.read(mapped.original()));
        }

        QuarantineHistory.Line line() {
            return new QuarantineHistory.Line(
                    row().id(),
                    Replayed.word(replayed(Appended.NONE)),
                    changes(),
                    mapped.accepted() ? null : QuarantineRows.messages(mapped.faults()));
        }
    }

    /** Names of the feeds whose rows can be mapped. */
    String[] feeds() {
        return catalogue.feeds().stream().map(FeedDescriptor::feed).toArray(String[]::new);
    }

    /** The feed of a name, or null when there is none any more. */
    @Nullable
    FeedDescriptor feed(String feed) {
        return catalogue.find(feed);
    }

    /** Maps rows of one feed and looks their businesses up, and changes nothing. */
    List<Outcome> look(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        FeedDescriptor descriptor = catalogue.get(attempts.getFirst().row().feed());
        RowMapper mapper = new RowMapper(descriptor, keys);
        List<MappedRow> mapped = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Map<String, String> corrected = attempt.corrected();
            QuarantinedRow row = attempt.row();
            mapped.add(mapper.remap(row.index(), row.line(), corrected == null ? content(row) : corrected));
        }
        Map<MappedRow, String> unknown = unknown(descriptor, mapped);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            MappedRow row = mapped.get(i);
            outcomes.add(new Outcome(attempts.get(i), row, unknown.get(row)));
        }
        return outcomes;
    }

    /**
     * Maps rows of one feed once more and lands the good ones.
     *
     * @return what the ledger did with their records
     */
    Appended land(List<Attempt> attempts, List<Outcome> outcomes) {
        Map<Long, List<RecordEntry>> entries = new TreeMap<>();
        attempts.forEach(attempt -> entries.put(attempt.row().delivery(), new ArrayList<>()));
        entries.keySet().forEach(this::lock);
        outcomes.addAll(look(attempts));
        for (Outcome outcome : outcomes) {
            if (outcome.state() == QuarantinedRow.State.REPLAYED) {
                Objects.requireNonNull(entries.get(outcome.row().delivery()))
                        .addAll(outcome.mapped().entries());
            }
        }
        Appended all = Appended.NONE;
        for (Map.Entry<Long, List<RecordEntry>> delivery : entries.entrySet()) {
            Appended appended =
                    records.append(attempts.getFirst().row().feed(), delivery.getKey(), delivery.getValue());
            count(delivery.getKey(), appended);
            all = all.plus(appended);
        }
        settle(outcomes);
        return all;
    }

    /** What is wrong with a row as it stands, by its feed's present descriptor; none when it would land or wait. */
    List<RowFault> faults(QuarantinedRow row) {
        if (row.original() == null || catalogue.find(row.feed()) == null) {
            return List.of();
        }
        return new RowMapper(catalogue.get(row.feed()), keys)
                .remap(row.index(), row.line(), content(row))
                .faults();
    }

    /** A corrected row as JSON, its personal numbers replaced. */
    String keyed(QuarantinedRow row, Map<String, String> corrected) {
        return new RowMapper(catalogue.get(row.feed()), keys)
                .remap(row.index(), row.line(), corrected)
                .original();
    }

    /** A row from column to text, as it was last mended. */
    static Map<String, String> content(QuarantinedRow row) {
        String kept = row.corrected() != null ? row.corrected() : row.original();
        return Originals.read(Objects.requireNonNullElse(kept, "{}"));
    }

    private Map<MappedRow, String> unknown(FeedDescriptor descriptor, List<MappedRow> rows) {
        Map<MappedRow, String> unknown = new IdentityHashMap<>();
        if (descriptor.unknownBusiness() == UnknownBusiness.WAIT) {
            Set<String> known = businesses.known(rows.stream()
                    .flatMap(row -> row.entries().stream())
                    .map(Landing::subject)
                    .toList());
            for (MappedRow row : rows) {
                String code = Landing.unknown(row, known);
                if (code != null) {
                    unknown.put(row, code);
                }
            }
        }
        return unknown;
    }

    private void settle(List<Outcome> outcomes) {
        int size = outcomes.size();
        Long[] ids = new Long[size];
        @Nullable String[][] values = new String[7][size];
        for (int i = 0; i < size; i++) {
            Outcome outcome = outcomes.get(i);
            QuarantinedRow row = outcome.row();
            RowFault fault = fault(outcome);
            ids[i] = row.id();
            values[0][i] = outcome.state().token();
            values[1][i] = fault.field();
            values[2][i] = fault.column();
            values[3][i] = fault.reason();
            values[4][i] = outcome.mapped().accepted()
                    ? fault.message()
                    : QuarantineRows.messages(outcome.mapped().faults());
            values[5][i] = outcome.unknown();
            values[6][i] = outcome.attempt().corrected() == null
                    ? null
                    : outcome.mapped().original();
        }
        jdbc.sql("""
                        update integrations.quarantined_row q set state = new.state, field = new.field, col = new.col,
                            reason = new.reason, message = new.message, waits_for = new.waits_for, changed_at = now(),
                            corrected = coalesce(cast(new.corrected as json), q.corrected)
                        from unnest(:ids, :states, :fields, :cols, :reasons, :messages, :waits, :corrected)
                            as new (id, state, field, col, reason, message, waits_for, corrected)
                        where q.id = new.id""")
                .param("ids", ids)
                .param("states", values[0])
                .param("fields", values[1])
                .param("cols", values[2])
                .param("reasons", values[3])
                .param("messages", values[4])
                .param("waits", values[5])
                .param("corrected", values[6])
                .update();
        move(
                outcomes.stream().map(Outcome::row).toList(),
                outcomes.stream().map(Outcome::state).toList());
    }

    private static RowFault fault(Outcome outcome) {
        QuarantinedRow row = outcome.row();
        String unknown = outcome.unknown();
        if (!outcome.mapped().accepted()) {
            return outcome.mapped().faults().getFirst();
        }
        return unknown != null
                ? QuarantineRows.unknown(unknown)
                : new RowFault(row.reason(), row.field(), row.column(), row.message());
    }

    /** Keeps the deliveries' counts of rows in step with rows' changes of state. */
    void move(List<QuarantinedRow> rows, List<QuarantinedRow.State> states) {
        Map<Long, int[]> steps = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            QuarantinedRow row = rows.get(i);
            int[] step = steps.computeIfAbsent(row.delivery(), _ -> new int[2]);
            step[0] += step(row, states.get(i), QuarantinedRow.State.OPEN);
            step[1] += step(row, states.get(i), QuarantinedRow.State.WAITING);
        }
        steps.forEach((delivery, step) -> jdbc.sql("""
                        update integrations.delivery set quarantined = quarantined + :open, waiting = waiting + :waiting
                        where id = :id""")
                .param("open", step[0], Types.BIGINT)
                .param("waiting", step[1], Types.BIGINT)
                .param("id", delivery)
                .update());
    }

    private static int step(QuarantinedRow row, QuarantinedRow.State now, QuarantinedRow.State counted) {
        return row.index() < 0 ? 0 : (now == counted ? 1 : 0) - (row.state() == counted ? 1 : 0);
    }

    /** Locks a delivery, as landing does, before the ledger's own locks are taken. */
    void lock(long delivery) {
        jdbc.sql("select 1 from integrations.delivery where id = :id for update")
                .param("id", delivery)
                .query(Integer.class)
                .single();
    }

    private void count(long delivery, Appended appended) {
        if (appended.equals(Appended.NONE)) {
            return;
        }
        jdbc.sql("""
                        update integrations.delivery
                        set fresh = fresh + :fresh, same = same + :same, corrected = corrected + :corrected
                        where id = :id""")
                .param("fresh", appended.fresh())
                .param("same", appended.same())
                .param("corrected", appended.corrected())
                .param("id", delivery)
                .update();
    }
}
