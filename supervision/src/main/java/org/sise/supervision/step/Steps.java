package org.sise.supervision.step;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only steps of one kind of matters. Each step is a line of the audit log in the caller's transaction, whose
 * action is the kind and the state, such as {@code measure-confirmed}.
 */
public final class Steps {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;
    private final String kind;

    /**
     * Of the table {@code supervision.KIND_step}.
     *
     * @param kind a word of the code, such as {@code measure}
     */
    public Steps(DataSource dataSource, AuditLog audit, Clock clock, String kind) {
        this.jdbc = JdbcClient.create(dataSource);
        this.audit = audit;
        this.clock = clock;
        this.kind = kind;
    }

    /** Appends a step of a matter about a business. */
    public void append(long matter, String business, Enum<?> state, String actor, String note) {
        jdbc.sql("insert into supervision.%s_step (matter, state, at, actor, note)".formatted(kind)
                        + " values (:matter, :state, :at, :actor, :note)")
                .param("matter", matter)
                .param("state", state.name())
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .param("actor", actor)
                .param("note", note)
                .update();
        String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.append(
                actor,
                kind + "-" + word,
                business,
                note.isEmpty() ? "%s=%d".formatted(kind, matter) : "%s=%d; %s".formatted(kind, matter, note));
    }

    /** The steps of a matter, the first first. */
    public List<Step> of(long matter) {
        return jdbc.sql("select * from supervision.%s_step where matter = :matter order by id".formatted(kind))
                .param("matter", matter)
                .query((row, _) -> new Step(
                        row.getString("state"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("note")))
                .list();
    }
}
