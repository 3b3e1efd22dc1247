package org.sise.supervision.door;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written down at the door of a visit, for reading. */
public final class DoorRecords {

    private final JdbcClient jdbc;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date. */
    public DoorRecords(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The result of a visit that is over.
     *
     * @param result the worst of its items
     * @param completedOn the day on which the officers left
     * @param due the last day for its publication
     * @param publishedOn the day of its publication, or null
     */
    public record Result(
            InspectionResult result,
            LocalDate completedOn,
            LocalDate due,
            @Nullable LocalDate publishedOn) {}

    /** The picture of a digest where a finding or the signature of the visit names it. */
    public Optional<Photograph> picture(long visit, String sha256) {
        byte[] digest;
        try {
            digest = HexFormat.of().parseHex(sha256);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return jdbc.sql("""
            select p.type, p.content from supervision.photograph p
            where p.sha256 = :digest
                and (exists (select 1 from supervision.finding f where f.visit = :visit and :digest = any(f.photographs))
                    or exists (select 1 from supervision.visit_signature s where s.visit = :visit and s.picture = :digest))\
            """)
                .param("digest", digest)
                .param("visit", visit)
                .query((row, _) -> new Photograph(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    /** Every finding of a visit, those that another replaced with them, in the order in which they were written. */
    public List<RecordedFinding> findings(long visit) {
        return jdbc.sql("""
            select f.*, f.id = max(f.id) over (partition by f.item) as stands
            from supervision.finding f where f.visit = :visit order by f.id\
            """)
                .param("visit", visit)
                .query((row, _) -> new RecordedFinding(
                        row.getLong("id"),
                        new Finding(
                                row.getString("item"),
                                InspectionResult.valueOf(row.getString("result")),
                                row.getString("note"),
                                Arrays.stream((byte[][])
                                                row.getArray("photographs").getArray())
                                        .map(HexFormat.of()::formatHex)
                                        .toList()),
                        row.getString("certificate"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("stands")))
                .list();
    }

    /** The signature under a visit's findings, if it was given or refused. */
    public Optional<Signature> signature(long visit) {
        return jdbc.sql("select * from supervision.visit_signature where visit = :visit")
                .param("visit", visit)
                .query((row, _) -> {
                    byte[] picture = row.getBytes("picture");
                    return new Signature(
                            row.getString("signer"),
                            picture == null ? null : HexFormat.of().formatHex(picture),
                            row.getString("refused"),
                            row.getTimestamp("at").toInstant());
                })
                .optional();
    }

    /** How the business rated a visit, if it did. */
    public Optional<Rating> rating(long visit) {
        return jdbc.sql("select * from supervision.visit_rating where visit = :visit")
                .param("visit", visit)
                .query((row, _) -> new Rating(
                        row.getInt("score"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** The result of a visit, if it is over. */
    public Optional<Result> result(long visit) {
        return jdbc.sql("""
            select r.*, p.at as published_at from supervision.visit_result r
            left join supervision.visit_publication p on p.visit = r.visit where r.visit = :visit\
            """)
                .param("visit", visit)
                .query((row, _) -> {
                    Timestamp published = row.getTimestamp("published_at");
                    return new Result(
                            InspectionResult.valueOf(row.getString("result")),
                            row.getObject("completed_on", LocalDate.class),
                            row.getObject("due", LocalDate.class),
                            published == null
                                    ? null
                                    : LocalDate.ofInstant(published.toInstant(), ZoneId.of("Asia/Shanghai")));
                })
                .optional();
    }
}
