package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** Names of the feeds whose rows can be mapped. */
    String[] feeds() {
        return catalogue.feeds().stream().map(FeedDescriptor::feed).toArray(String[]::new);
    }

    /** Lands waiting rows as they were kept. */
    void landWaiting(List<QuarantinedRow> rows) {
        Map<Long, List<QuarantinedRow>> byDelivery = new TreeMap<>();
        rows.forEach(row -> byDelivery
                .computeIfAbsent(row.delivery(), _ -> new ArrayList<>())
                .add(row));
        byDelivery.keySet().forEach(this::lock);
        Map<String, RowMapper> mappers = new HashMap<>();
        byDelivery.forEach((delivery, group) -> {
            FeedDescriptor descriptor = catalogue.get(group.getFirst().feed());
            RowMapper mapper = mappers.computeIfAbsent(descriptor.feed(), _ -> new RowMapper(descriptor, keys));
            landWaiting(delivery, descriptor, mapper, group);
        });
    }

    /**
     * Lands one row as it was kept or as it was corrected.
     *
     * @param corrected from column to text, or null for the row as it was kept
     */
    Replayed land(QuarantinedRow row, @Nullable Map<String, String> corrected) {
        lock(row.delivery());
        FeedDescriptor descriptor = catalogue.get(row.feed());
        MappedRow mapped = new RowMapper(descriptor, keys).remap(row.index(), row.line(), content(row, corrected));
        String unknown = unknown(descriptor, List.of(mapped)).get(mapped);
        Appended appended = mapped.accepted() && unknown == null
                ? records.append(row.feed(), row.delivery(), mapped.entries())
                : Appended.NONE;
        count(row.delivery(), appended);
        return settle(row, mapped, unknown, corrected == null ? null : mapped.original(), appended);
    }

    private void landWaiting(long delivery, FeedDescriptor descriptor, RowMapper mapper, List<QuarantinedRow> rows) {
        List<MappedRow> mapped = new ArrayList<>();
        for (QuarantinedRow row : rows) {
            mapped.add(mapper.remap(row.index(), row.line(), content(row, null)));
        }
        Map<MappedRow, String> unknown = unknown(descriptor, mapped);
        List<RecordEntry> entries = new ArrayList<>();
        for (MappedRow row : mapped) {
            if (!unknown.containsKey(row)) {
                entries.addAll(row.entries());
            }
        }
        count(delivery, records.append(descriptor.feed(), delivery, entries));
        List<Long> landed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MappedRow row = mapped.get(i);
            if (row.accepted() && !unknown.containsKey(row)) {
                landed.add(rows.get(i).id());
            } else {
                settle(rows.get(i), row, unknown.get(row), null, Appended.NONE);
            }
        }
        jdbc.sql("""
                        update integrations.quarantined_row
                        set state = 'replayed', waits_for = null, changed_at = now() where id = any(:ids)""").param("ids", landed.toArray(Long[]::new)).update();
        jdbc.sql("update integrations.delivery set waiting = waiting - :landed where id = :id")
                .param("landed", landed.size())
                .param("id", delivery)
                .update();
    }

    private static Map<String, String> content(QuarantinedRow row, @Nullable Map<String, String> corrected) {
        if (corrected != null) {
            return corrected;
        }
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

    private Replayed settle(
            QuarantinedRow row,
            MappedRow mapped,
            @Nullable String unknown,
            @Nullable String corrected,
            Appended appended) {
        if (!mapped.accepted()) {
            RowFault fault = mapped.faults().getFirst();
            change(row, QuarantinedRow.State.OPEN, fault, QuarantineRows.messages(mapped.faults()), null, corrected);
            return new Replayed.Refused(mapped.faults());
        }
        if (unknown != null) {
            RowFault fault = QuarantineRows.unknown(unknown);
            change(row, QuarantinedRow.State.WAITING, fault, fault.message(), unknown, corrected);
            return new Replayed.Waits(unknown);
        }
        RowFault was = new RowFault(row.reason(), row.field(), row.column(), row.message());
        change(row, QuarantinedRow.State.REPLAYED, was, was.message(), null, corrected);
        return new Replayed.Landed(appended);
    }

    private void change(
            QuarantinedRow row,
            QuarantinedRow.State state,
            RowFault fault,
            String message,
            @Nullable String waitsFor,
            @Nullable String corrected) {
        jdbc.sql("""
                        update integrations.quarantined_row set state = :state, field = :field, col = :col,
                            reason = :reason, message = :message, waits_for = :waitsFor, changed_at = now(),
                            corrected = coalesce(cast(:corrected as json), corrected)
                        where id = :id""")
                .param("state", state.token())
                .param("field", fault.field())
                .param("col", fault.column())
                .param("reason", fault.reason())
                .param("message", message)
                .param("waitsFor", waitsFor)
                .param("corrected", corrected)
                .param("id", row.id())
                .update();
        move(row, state);
    }

    /** Keeps the delivery's counts of rows in step with a row's change of state. */
    void move(QuarantinedRow row, QuarantinedRow.State state) {
        jdbc.sql("""
                        update integrations.delivery set quarantined = quarantined + :open, waiting = waiting + :waiting
                        where id = :id""")
                .param("open", step(row, state, QuarantinedRow.State.OPEN))
                .param("waiting", step(row, state, QuarantinedRow.State.WAITING))
                .param("id", row.delivery())
                .update();
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
