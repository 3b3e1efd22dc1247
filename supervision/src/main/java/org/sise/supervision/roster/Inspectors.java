package org.sise.supervision.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sise.core.region.Regions;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.form.FormImport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The roster of certified inspectors (执法检查人员名录库). A change is a new version; the former ones stay. */
public final class Inspectors {

    private static final int ADD_LOCK = 0x53494e53;

    private static final String PRESENT = """
            select distinct on (certificate) * from supervision.inspector
            %s order by certificate, version desc""";

    private static final String ALL = PRESENT.formatted("");
    private static final String SOME = PRESENT.formatted("where certificate = any(:certificates)");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;
    private final Regions regions = Regions.standard();

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Inspectors(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes inspectors into the roster, or new versions of those who are in it; what equals the present version is left
     * out. All or none.
     *
     * @return how many were new or had a new version
     */
    public int add(List<CertifiedInspector> inspectors, String actor) {
        Integer added = transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", ADD_LOCK)
                    .query((_, _) -> true)
                    .single();
            Map<String, CertifiedInspector> present = find(
                    inspectors.stream().map(CertifiedInspector::certificate).toList());
            int count = 0;
            for (CertifiedInspector inspector : inspectors) {
                if (!inspector.equals(present.get(inspector.certificate()))) {
                    insert(inspector, actor);
                    count++;
                }
            }
            if (count > 0) {
                audit.append(actor, "inspectors-recorded", "roster", "versions=" + count);
            }
            return count;
        });
        return added == null ? 0 : added;
    }

    /**
     * Takes a file with the columns of {@link RosterFile#COLUMNS} into the roster: XLSX, or CSV in UTF-8 or GB18030. Lines
     * without fault are taken.
     */
    public FormImport importFile(byte[] file, String actor) {
        RosterFile.Reading reading = RosterFile.read(file);
        int changed = add(reading.inspectors(), actor);
        return new FormImport(changed, reading.inspectors().size() - changed, reading.faults());
    }

    /** The present roster, by certificate. */
    public List<CertifiedInspector> list() {
        return jdbc.sql(ALL).query(Inspectors::inspector).list();
    }

    /** The versions of an inspector, the newest first. */
    public List<Version> history(String certificate) {
        return jdbc.sql("select * from supervision.inspector where certificate = :certificate order by version desc")
                .param("certificate", certificate)
                .query((row, n) -> new Version(
                        inspector(row, n),
                        row.getInt("version"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("actor")))
                .list();
    }

    /**
     * A version of an inspector.
     *
     * @param inspector the inspector
     * @param version its number, from 1
     * @param recordedAt when it was recorded
     * @param actor by whom
     */
    public record Version(CertifiedInspector inspector, int version, Instant recordedAt, String actor) {}

    /** Those of the certificates that the roster has, by certificate. */
    public Map<String, CertifiedInspector> find(Collection<String> certificates) {
        return jdbc
                .sql(SOME)
                .param("certificates", certificates.toArray(String[]::new))
                .query(Inspectors::inspector)
                .list()
                .stream()
                .collect(Collectors.toMap(CertifiedInspector::certificate, inspector -> inspector));
    }

    /**
     * Those who may be put on a plan, by certificate: with a certificate that is valid on the day, and a division that lies in
     * one of the regions or has one of them in it.
     *
     * @param wanted region codes of six digits; none for all
     */
    public List<CertifiedInspector> eligible(Collection<String> wanted, LocalDate onDate) {
        return list().stream()
                .filter(inspector -> inspector.isValidOn(onDate))
                .filter(inspector -> wanted.isEmpty()
                        || wanted.stream()
                                .anyMatch(region -> regions.isWithin(inspector.region(), region)
                                        || regions.isWithin(region, inspector.region())))
                .toList();
    }

    private void insert(CertifiedInspector inspector, String actor) {
        jdbc.sql("""
                        insert into supervision.inspector (certificate, version, name, region, field, max_load,
                            valid_until, recorded_at, actor)
                        select :certificate, coalesce(max(version), 0) + 1, :name, :region, :field, :maxLoad,
                            :validUntil, :at, :actor
                        from supervision.inspector where certificate = :certificate""")
                .param("certificate", inspector.certificate())
                .param("name", inspector.name())
                .param("region", inspector.region())
                .param("field", inspector.field())
                .param("maxLoad", inspector.maxLoad())
                .param("validUntil", inspector.validUntil())
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .param("actor", actor)
                .update();
    }

    private static CertifiedInspector inspector(ResultSet row, int n) throws SQLException {
        return new CertifiedInspector(
                row.getString("certificate"),
                row.getString("name"),
                row.getString("region"),
                row.getString("field"),
                row.getInt("max_load"),
                row.getObject("valid_until", LocalDate.class));
    }
}
