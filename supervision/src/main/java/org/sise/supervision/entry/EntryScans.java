package org.sise.supervision.entry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every scan at a door, admitted or not, appended. */
final class EntryScans {

    private static final String COLUMNS =
            "at, device_at, way, business, visit, certificate, code_digest, admitted, failures, reason";

    /** Takes the scan if the visit can still be entered as it was read and nobody was faster; opens the visit. */
    private static final String ADMIT = """
        with enterable as (
            select id from supervision.visit
            where id = :visit and state in ('PLANNED', 'OPEN') and issue = :issue for update),
        scan as (
            insert into supervision.entry_scan (%s)
            select :at, :deviceAt, :way, :business, id, :certificate, :code, true, '{}', '' from enterable
            on conflict do nothing returning id),
        opened as (
            update supervision.visit set state = 'OPEN', opened_at = :at
            where id = :visit and state = 'PLANNED' and exists (select 1 from scan))
        select id from scan\
        """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    /** A scan before its verdict. */
    record Scan(
            Instant at,
            @Nullable Instant deviceAt,
            Way way,
            @Nullable String business,
            @Nullable String certificate,
            byte @Nullable [] codeDigest) {}

    EntryScans(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The admitted scan's number; empty where the visit or the scan has come to be another meanwhile. */
    Optional<Long> admit(Scan scan, long visit, int issue) {
        return bind(jdbc.sql(ADMIT), scan)
                .param("visit", visit)
                .param("issue", issue)
                .query(Long.class)
                .optional();
    }

    /** Keeps an entry or leaving that no policy decided on; false where the officer's is there already. */
    boolean add(Scan scan, long visit, String reason) {
        return bind(
                                jdbc.sql("insert into supervision.entry_scan (" + COLUMNS
                                        + ") values (:at, :deviceAt, :way, :business,"
                                        + " :visit, :certificate, :code, true, '{}', :reason) on conflict do nothing"),
                                scan)
                        .param("visit", visit)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** The certificates of those who are in a visit and have not scanned out. */
    List<String> inside(long visit) {
        return jdbc.sql("""
            select certificate from supervision.entry_scan i
            where visit = :visit and admitted and way in ('OFFICER', 'EMERGENCY') and not exists (
                select 1 from supervision.entry_scan o where o.visit = i.visit and o.admitted
                    and o.way = 'OUT' and o.certificate = i.certificate)
            order by certificate\
            """).param("visit", visit).query(String.class).list();
    }

    /** How many officers have come in. */
    int entered(long visit) {
        return jdbc.sql("select count(*) from supervision.entry_scan where visit = :visit and admitted"
                        + " and way in ('OFFICER', 'EMERGENCY')")
                .param("visit", visit)
                .query(Integer.class)
                .single();
    }

    /** The visit whose code a business scanned and that was taken. */
    Optional<Long> visitOfCode(byte[] digest) {
        return jdbc.sql("select visit from supervision.entry_scan where code_digest = :digest and admitted")
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }

    /** The scans at a business's door, the newest first. */
    List<EntryAttempt> at(String business, int limit) {
        return jdbc.sql("select * from supervision.entry_scan where business = :business order by id desc limit :limit")
                .param("business", business)
                .param("limit", limit)
                .query(EntryAttempt::of)
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Scan scan) {
        return statement
                .param("at", Timestamp.from(scan.at()))
                .param("deviceAt", scan.deviceAt() == null ? null : Timestamp.from(scan.deviceAt()))
                .param("way", scan.way().name())
                .param("business", scan.business())
                .param("certificate", scan.certificate())
                .param("code", scan.codeDigest());
    }
}
