package org.sise.supervision.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.form.FormImport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the catalogue of check items. What is handed in becomes a new version of an item; the former ones stay, and an item that
 * is withdrawn is checked no more. An item that nobody handed in stands as it ships. One process keeps a catalogue.
 */
public final class Catalogue {

    private static final int LOCK = 0x53494349;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;
    private final CheckItems items;
    private volatile Reading reading;

    /** Both in the catalogue's order: the items that stand, and with them those that were withdrawn, as they last stood. */
    private record Reading(Map<String, CatalogueItem> present, Map<String, CatalogueItem> ever) {}

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Catalogue(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
        this.items = CheckItems.of(() -> reading.present(), () -> reading.ever());
        this.reading = read();
    }

    /**
     * A version of an item.
     *
     * @param item the item
     * @param version its number, from 1
     * @param withdrawn whether it is checked no more
     * @param recordedAt when it was handed in
     * @param actor by whom
     */
    public record Version(CatalogueItem item, int version, boolean withdrawn, Instant recordedAt, String actor) {}

    /** The catalogue as it stands whenever it is asked. */
    public CheckItems items() {
        return items;
    }

    /** Takes a file with the columns of {@link CatalogueFile#COLUMNS}: XLSX, or CSV in UTF-8 or GB18030. */
    public FormImport importFile(byte[] file, String actor) {
        CatalogueFile.Reading handedIn = CatalogueFile.read(file);
        Integer changed = transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((_, _) -> true)
                    .single();
            Map<String, CatalogueItem> before = read().present();
            int count = 0;
            for (CatalogueFile.Entry entry : handedIn.entries()) {
                CatalogueItem stands = before.get(entry.item().id());
                boolean same = entry.withdrawn() ? stands == null : entry.item().equals(stands);
                if (!same) {
                    insert(entry, actor);
                    count++;
                }
            }
            if (count > 0) {
                audit.append(actor, "catalogue-recorded", "catalogue", "versions=" + count);
            }
            return count;
        });
        reading = read();
        int taken = changed == null ? 0 : changed;
        return new FormImport(taken, handedIn.entries().size() - taken, handedIn.faults());
    }

    /** The versions of an item that were handed in, the newest first. */
    public List<Version> history(String id) {
        return jdbc.sql("select * from supervision.check_item where id = :id order by version desc")
                .param("id", id)
                .query(Catalogue::version)
                .list();
    }

    private Reading read() {
        Map<String, CatalogueItem> ever = new LinkedHashMap<>();
        CheckItems.standard().all().forEach(item -> ever.put(item.id(), item));
        Set<String> withdrawn = new HashSet<>();
        jdbc
                .sql(
                        "select distinct on (id, withdrawn) * from supervision.check_item order by id, withdrawn, version desc")
                .query(Catalogue::version)
                .list()
                .stream()
                .sorted(Comparator.comparing((Version version) -> version.item().id())
                        .thenComparing(Version::version))
                .forEach(version -> {
                    String id = version.item().id();
                    if (version.withdrawn()) {
                        withdrawn.add(id);
                    } else {
                        withdrawn.remove(id);
                        ever.put(id, version.item());
                    }
                });
        Map<String, CatalogueItem> present = new LinkedHashMap<>(ever);
        present.keySet().removeAll(withdrawn);
        return new Reading(Collections.unmodifiableMap(present), Collections.unmodifiableMap(ever));
    }

    private void insert(CatalogueFile.Entry entry, String actor) {
        CatalogueItem item = entry.item();
        jdbc.sql("""
                        insert into supervision.check_item (id, version, category, item, kind, subjects, method,
                            legal_basis, department, frequency_note, ratio_cap, industries, source, confidence,
                            withdrawn, recorded_at, actor)
                        select :id, coalesce(max(version), 0) + 1, :category, :item, :kind, :subjects, :method, :basis,
                            :department, :frequency, :cap, :industries, :source, :confidence, :withdrawn, :at, :actor
                        from supervision.check_item where id = :id""")
                .param("id", item.id())
                .param("category", item.category())
                .param("item", item.item())
                .param("kind", item.kind().name())
                .param("subjects", item.subjects())
                .param("method", item.method())
                .param("basis", item.legalBasis())
                .param("department", item.department())
                .param("frequency", item.frequencyNote())
                .param("cap", item.ratioCap())
                .param("industries", item.industries().toArray(String[]::new))
                .param("source", item.source())
                .param("confidence", item.confidence())
                .param("withdrawn", entry.withdrawn())
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .param("actor", actor)
                .update();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        Array industries = row.getArray("industries");
        return new Version(
                new CatalogueItem(
                        row.getString("id"),
                        row.getString("category"),
                        row.getString("item"),
                        CatalogueItem.Kind.valueOf(row.getString("kind")),
                        row.getString("subjects"),
                        row.getString("method"),
                        row.getString("legal_basis"),
                        row.getString("department"),
                        row.getString("frequency_note"),
                        row.getBigDecimal("ratio_cap"),
                        List.of((String[]) industries.getArray()),
                        row.getString("source"),
                        row.getString("confidence")),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("actor"));
    }
}
