package org.sise.supervision.visit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What keeps visits on the authority's own initiative away from a business for a time (触发式监管、沉睡企业、包容期). How a
 * business comes into such a mode is the matter of {@code org.sise.supervision.mode}; here it is only obeyed, and ended by a
 * visit that has a cause.
 */
public final class Suspensions {

    /** The trigger by which a complaint, a case, a transferred clue or an emergency ends a mode. */
    public static final String CLUE = "CLUE";

    /** The topic of the outbox for a mode's end. */
    public static final String ENDED = "mode-ended";

    private final JdbcClient jdbc;
    private final VisitRows rows;
    private final Outbox outbox;
    private final AuditLog audit;

    /** On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision. */
    public Suspensions(DataSource dataSource, AuditLog audit) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rows = new VisitRows(dataSource);
        this.outbox = new Outbox(dataSource);
        this.audit = audit;
    }

    /**
     * A mode that a business is in.
     *
     * @param id its number
     * @param policy the policy that it is in by
     * @param suspends the kinds of visits that are not begun
     * @param endsOn the triggers that end it
     */
    public record Suspension(long id, String policy, Set<VisitKind> suspends, Set<String> endsOn) {

        /** Copies its sets. */
        public Suspension {
            suspends = Set.copyOf(suspends);
            endsOn = Set.copyOf(endsOn);
        }

        /** Whether a visit of a kind is not begun. Only what is on own initiative ever is. */
        public boolean suspends(VisitKind kind) {
            return kind.rule().selfInitiated() && suspends.contains(kind);
        }
    }

    /** Makes everybody else who decides on visits to this business wait until the caller's transaction ends. */
    public void lockBusiness(String business) {
        rows.lockBusiness(business);
    }

    /** The mode that a business is in on a day, or null. */
    public @Nullable Suspension of(String business, LocalDate day) {
        return jdbc.sql("""
            select id, policy, suspends, ends_on from supervision.supervision_mode
            where business = :business and ended_at is null and :day between entered_on and until\
            """)
                .param("business", business)
                .param("day", day)
                .query((row, _) -> new Suspension(
                        row.getLong("id"),
                        row.getString("policy"),
                        VisitRows.kinds(row.getArray("suspends")),
                        Set.copyOf(VisitRows.strings(row.getArray("ends_on")))))
                .optional()
                .orElse(null);
    }

    /** Ends the mode of a business that is visited for a cause, where its terms say so, in the caller's transaction. */
    void endFor(VisitKind kind, String business, LocalDate day, Instant at, String actor, String note) {
        Suspension present = of(business, day);
        if (present != null && !kind.rule().selfInitiated() && kind != VisitKind.REQUESTED) {
            end(present, business, at, actor, note);
        }
    }

    private void end(Suspension present, String business, Instant at, String actor, String note) {
        if (!present.endsOn().contains(CLUE)) {
            return;
        }
        int ended = jdbc.sql("""
            update supervision.supervision_mode
            set ended_at = :at, ended_by = :actor, end_trigger = :trigger, end_note = :note
            where id = :id and ended_at is null\
            """)
                .param("at", Timestamp.from(at))
                .param("actor", actor)
                .param("trigger", CLUE)
                .param("note", note)
                .param("id", present.id())
                .update();
        if (ended == 1) {
            audit.append(actor, "mode-ended", business, "mode=%d; trigger=%s; %s".formatted(present.id(), CLUE, note));
            outbox.add(ENDED, business, "{\"mode\": %d, \"trigger\": \"clue\"}".formatted(present.id()));
        }
    }
}
