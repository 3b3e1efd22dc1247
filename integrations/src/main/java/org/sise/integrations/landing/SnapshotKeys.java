package org.sise.integrations.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.sise.core.digest.Sha256;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedDescriptor;
import org.sise.integrations.mapping.MappedRow;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mapping.RowKeys;
import org.sise.integrations.mapping.RowKeys.Matter;
import org.sise.ledger.CopyLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The matters that a full copy has, noted while it is read; and how many of a file's rows were faulty. */
final class SnapshotKeys {

    /** Stands in place of a kind and says that the delivery's matters were noted from its first row on. */
    private static final int FROM_THE_FIRST_ROW = 0;

    private static final int AT_ONCE = 1000;
    private static final String KEYS = "integrations.snapshot_key (delivery, kind, record_key, event_date)";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final PersonKeys keys;

    SnapshotKeys(DataSource dataSource, PersonKeys keys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
    }

    /** Notes what a batch tells, in the transaction that lands it, after its faulty rows went to the quarantine. */
    void landed(Batch batch, FeedDescriptor descriptor) {
        List<MappedRow> faulty =
                batch.rows().stream().filter(row -> !row.accepted()).toList();
        if (!faulty.isEmpty()) {
            jdbc.sql("update integrations.delivery set faulty = faulty + :faulty where id = :id")
                    .param("faulty", faulty.size())
                    .param("id", batch.delivery())
                    .update();
        }
        if (descriptor.snapshot() != null) {
            if (batch.first() == 0) {
                jdbc.sql("insert into integrations.snapshot_key (delivery, kind, record_key) values (:id, :mark, '')")
                        .param("id", batch.delivery())
                        .param("mark", FROM_THE_FIRST_ROW)
                        .update();
            }
            List<Matter> matters = new ArrayList<>();
            for (MappedRow row : batch.rows()) {
                row.entries().forEach(entry -> matters.add(Matter.of(entry)));
            }
            if (!faulty.isEmpty()) {
                matters.addAll(ofFaulty(batch, descriptor, faulty));
            }
            note(batch.delivery(), matters);
        }
    }

    /** Whether a delivery's matters were noted from its first row on: not so when its feed was no full copy yet. */
    boolean isWhole(Delivery delivery) {
        return delivery.nextRow() == 0
                || jdbc.sql("""
                        select exists (select 1 from integrations.snapshot_key where delivery = :id and kind = :mark)""")
                        .param("id", delivery.id())
                        .param("mark", FROM_THE_FIRST_ROW)
                        .query(Boolean.class)
                        .single();
    }

    /** Notes the matters of the delivery's quarantined rows that were mended or can be told; counts the other open ones. */
    long settled(Delivery delivery, FeedDescriptor descriptor) {
        RowKeys told = new RowKeys(descriptor, keys);
        long unclear = 0;
        long after = -1;
        List<QuarantinedRow> rows;
        do {
            rows = jdbc.sql("""
                            select q.*, d.file from integrations.quarantined_row q
                                join integrations.delivery d on d.id = q.delivery
                            where q.delivery = :delivery and q.row_index > :after
                            order by q.row_index limit :limit""")
                    .param("delivery", delivery.id())
                    .param("after", after)
                    .param("limit", AT_ONCE)
                    .query(QuarantinedRow::of)
                    .list();
            List<Matter> matters = new ArrayList<>();
            for (QuarantinedRow row : rows) {
                String content = row.corrected() != null ? row.corrected() : row.original();
                RowKeys.Told found = told.of(Originals.read(Objects.requireNonNullElse(content, "{}")));
                matters.addAll(found.matters());
                unclear += !found.all() && row.state() == QuarantinedRow.State.OPEN ? 1 : 0;
                after = row.index();
            }
            note(delivery.id(), matters);
        } while (rows.size() == AT_ONCE);
        return unclear;
    }

    /** Forgets the matters of deliveries that have ended. */
    void forget() {
        jdbc.sql("""
                        delete from integrations.snapshot_key where delivery in (
                            select id from integrations.delivery where id in (
                                select distinct delivery from integrations.snapshot_key) and state in ('done', 'refused'))""").update();
    }

    /** Of faulty rows: as they are, and as the same rows were mended by hand when they came before. */
    private List<Matter> ofFaulty(Batch batch, FeedDescriptor descriptor, List<MappedRow> faulty) {
        RowKeys told = new RowKeys(descriptor, keys);
        List<byte[]> contents = new ArrayList<>();
        List<Matter> matters = new ArrayList<>();
        for (MappedRow row : faulty) {
            contents.add(Sha256.of(row.original()));
            matters.addAll(told.of(Originals.read(row.original())).matters());
        }
        jdbc.sql("""
                        select corrected from integrations.quarantined_row
                        where feed = :feed and content = any(:contents) and corrected is not null""")
                .param("feed", batch.feed())
                .param("contents", contents.toArray(byte[][]::new))
                .query(row -> {
                    matters.addAll(
                            told.of(Originals.read(row.getString("corrected"))).matters());
                });
        return matters;
    }

    private void note(long delivery, List<Matter> matters) {
        CopyLine.copy(
                dataSource,
                KEYS,
                matters,
                (matter, line) -> line.add(delivery)
                        .add(matter.kind().number())
                        .add(matter.key())
                        .add(matter.date()));
    }
}
