package org.sise.supervision.door;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of what happens at the door. */
final class DoorRows {

    private final JdbcClient jdbc;

    DoorRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    void photograph(byte[] digest, String type, byte[] content, String certificate, Instant at) {
        jdbc.sql("""
            insert into supervision.photograph (sha256, type, content, taken_at, taken_by)
            values (:digest, :type, :content, :at, :by) on conflict do nothing\
            """)
                .param("digest", digest)
                .param("type", type)
                .param("content", content)
                .param("at", Timestamp.from(at))
                .param("by", certificate)
                .update();
    }

    Optional<byte[]> photograph(byte[] digest) {
        return jdbc.sql("select content from supervision.photograph where sha256 = :digest")
                .param("digest", digest)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }

    void finding(long visit, Finding finding, String certificate, Instant at) {
        jdbc.sql("""
            insert into supervision.finding (visit, item, result, note, photographs, certificate, at)
            values (:visit, :item, :result, :note, :photographs, :certificate, :at)\
            """)
                .param("visit", visit)
                .param("item", finding.item())
                .param("result", finding.result().name())
                .param("note", finding.note())
                .param(
                        "photographs",
                        finding.photographs().stream()
                                .map(HexFormat.of()::parseHex)
                                .toArray(byte[][]::new))
                .param("certificate", certificate)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of each item the finding that stands. */
    Map<String, Finding> findings(long visit) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        jdbc.sql("""
            select distinct on (item) * from supervision.finding where visit = :visit
            order by item, id desc\
            """).param("visit", visit).query(row -> {
            byte[][] photographs = (byte[][]) row.getArray("photographs").getArray();
            findings.put(
                    row.getString("item"),
                    new Finding(
                            row.getString("item"),
                            InspectionResult.valueOf(row.getString("result")),
                            row.getString("note"),
                            Arrays.stream(photographs)
                                    .map(HexFormat.of()::formatHex)
                                    .toList()));
        });
        return findings;
    }

    boolean signature(long visit, String signer, byte @Nullable [] picture, String refused, Instant at) {
        return jdbc.sql("""
            insert into supervision.visit_signature (visit, signer, picture, refused, at)
            values (:visit, :signer, :picture, :refused, :at) on conflict do nothing\
            """)
                        .param("visit", visit)
                        .param("signer", signer)
                        .param("picture", picture)
                        .param("refused", refused)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean isSigned(long visit) {
        return jdbc.sql("select exists (select 1 from supervision.visit_signature where visit = :visit)")
                .param("visit", visit)
                .query(Boolean.class)
                .single();
    }

    boolean rating(long visit, int score, String note, Instant at) {
        return jdbc.sql("""
            insert into supervision.visit_rating (visit, score, note, at) values (:visit, :score, :note, :at)
            on conflict do nothing\
            """)
                        .param("visit", visit)
                        .param("score", score)
                        .param("note", note)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void result(long visit, InspectionResult result, LocalDate completed, LocalDate due, Instant at) {
        jdbc.sql("""
            insert into supervision.visit_result (visit, result, completed_on, due, recorded_at)
            values (:visit, :result, :completed, :due, :at)\
            """)
                .param("visit", visit)
                .param("result", result.name())
                .param("completed", completed)
                .param("due", due)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean publish(long visit, String actor, Instant at) {
        return jdbc.sql("""
            insert into supervision.visit_publication (visit, at, actor)
            select visit, :at, :actor from supervision.visit_result where visit = :visit
            on conflict do nothing\
            """)
                        .param("visit", visit)
                        .param("at", Timestamp.from(at))
                        .param("actor", actor)
                        .update()
                == 1;
    }

    List<DuePublication> due() {
        return jdbc.sql("""
            select r.*, v.business from supervision.visit_result r
            join supervision.visit v on v.id = r.visit
            where not exists (select 1 from supervision.visit_publication p where p.visit = r.visit)
            order by r.due, r.visit\
            """)
                .query((row, _) -> new DuePublication(
                        row.getLong("visit"),
                        row.getString("business"),
                        InspectionResult.valueOf(row.getString("result")),
                        row.getObject("completed_on", LocalDate.class),
                        row.getObject("due", LocalDate.class)))
                .list();
    }
}
