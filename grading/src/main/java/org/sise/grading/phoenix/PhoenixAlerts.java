package org.sise.grading.phoenix;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.graph.phoenix.PhoenixAlert.Sign;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The alerts that were found, each once, and their judgements. Rows are appended. */
public final class PhoenixAlerts {

    /** The outbox's topic for a new alert, about the last of its businesses; the payload has {@code alert} and {@code sign}. */
    public static final String FOUND = "phoenix-alert";

    private static final String SELECT = """
            select a.*, j.verdict, j.note, j.actor, j.at from grading.phoenix_alert a
            left join lateral (
                select * from grading.phoenix_judgement where alert = a.id order by id desc limit 1) j on true
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    /** On a database whose schema {@code grading} is up to date. */
    public PhoenixAlerts(DataSource dataSource, TransactionTemplate transaction, AuditLog audit) {
        this.jdbc = JdbcClient.create(dataSource);
        this.outbox = new Outbox(dataSource);
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Alerts, the latest first.
     *
     * @param state only those, or null for all
     * @param sign only those, or null for all
     * @param business only those that concern it, or null for all
     * @param before only those of smaller numbers, or null from the latest
     */
    public List<StoredAlert> page(
            @Nullable AlertState state,
            @Nullable Sign sign,
            @Nullable String business,
            @Nullable Long before,
            int limit) {
        return jdbc.sql(SELECT + """
                        where (cast(:state as text) is null or coalesce(j.verdict, 'open') = :state)
                            and (cast(:sign as text) is null or a.sign = :sign)
                            and (cast(:business as text) is null or a.businesses @> array[cast(:business as text)])
                            and (cast(:before as bigint) is null or a.id < :before)
                        order by a.id desc limit :limit""")
                .param("state", state == null ? null : state.token())
                .param("sign", sign == null ? null : token(sign))
                .param("business", business)
                .param("before", before)
                .param("limit", limit)
                .query(PhoenixAlerts::stored)
                .list();
    }

    /** The alert of a number, if there is one. */
    public Optional<StoredAlert> find(long id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query(PhoenixAlerts::stored)
                .optional();
    }

    /** How many alerts nobody has judged. */
    public long open() {
        return jdbc.sql("""
                        select count(*) from grading.phoenix_alert a
                        where not exists (select from grading.phoenix_judgement where alert = a.id)""").query(Long.class).single();
    }

    /**
     * Takes down what somebody makes of an alert; a line of the audit log tells it.
     *
     * @throws IllegalArgumentException when the state is {@link AlertState#OPEN} or the note is blank
     */
    public void judge(long id, AlertState verdict, String note, String actor) {
        if (verdict == AlertState.OPEN || note.isBlank()) {
            throw new IllegalArgumentException("须选择确认或排除并写明理由 / choose to confirm or dismiss, and give a reason");
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                            insert into grading.phoenix_judgement (alert, verdict, note, actor)
                            values (:alert, :verdict, :note, :actor)""")
                    .param("alert", id)
                    .param("verdict", verdict.token())
                    .param("note", note.strip())
                    .param("actor", actor)
                    .update();
            audit.append(actor, "phoenix-alert-" + verdict.token(), "phoenix-alert/" + id, note.strip());
        });
    }

    /** Appends an alert unless it is known; whether it was new. */
    boolean append(
            Sign sign,
            List<String> businesses,
            int people,
            List<String> addresses,
            List<Long> records,
            LocalDate foundOn) {
        Boolean fresh = transaction.execute(_ -> {
            Optional<Long> id = jdbc.sql("""
                            insert into grading.phoenix_alert (digest, sign, businesses, people, addresses, records, found_on)
                            values (:digest, :sign, :businesses, :people, :addresses, :records, :foundOn)
                            on conflict (digest) do nothing returning id""")
                    .param("digest", digest(sign, businesses))
                    .param("sign", token(sign))
                    .param("businesses", businesses.toArray(String[]::new))
                    .param("people", people)
                    .param("addresses", addresses.toArray(String[]::new))
                    .param("records", records.toArray(Long[]::new))
                    .param("foundOn", foundOn)
                    .query(Long.class)
                    .optional();
            id.ifPresent(number -> outbox.add(
                    FOUND, businesses.getLast(), "{\"alert\": %d, \"sign\": \"%s\"}".formatted(number, token(sign))));
            return id.isPresent();
        });
        return Boolean.TRUE.equals(fresh);
    }

    /** The word for a sign in the database and in messages. */
    public static String token(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String digest(Sign sign, List<String> businesses) {
        return Sha256.hex(token(sign) + "\n" + String.join("\n", businesses));
    }

    private static StoredAlert stored(ResultSet row, int n) throws SQLException {
        String verdict = row.getString("verdict");
        Timestamp at = row.getTimestamp("at");
        return new StoredAlert(
                row.getLong("id"),
                Sign.valueOf(row.getString("sign").toUpperCase(Locale.ROOT).replace('-', '_')),
                texts(row.getArray("businesses")),
                row.getInt("people"),
                texts(row.getArray("addresses")),
                List.of((Long[]) row.getArray("records").getArray()),
                row.getObject("found_on", LocalDate.class),
                verdict == null ? AlertState.OPEN : AlertState.valueOf(verdict.toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getString("actor"),
                at == null ? null : at.toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
