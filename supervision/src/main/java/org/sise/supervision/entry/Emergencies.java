package org.sise.supervision.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.outbox.Outbox;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Entries without approval, for a stated reason, and their reviews afterwards by another person. What an emergency does not
 * excuse is a certificate that does not hold and a recusal.
 */
public final class Emergencies {

    /** The topic of the outbox under which the supervisor is told of an emergency entry. */
    public static final String ENTERED = "inspection-emergency";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Visits visits;
    private final EntryDesk desk;
    private final EntryScans scans;
    private final EntryRules rules;
    private final BiFunction<LocalDate, Integer, LocalDate> workingDays;
    private final Clock clock;

    /**
     * On a database that {@link org.sise.ledger.Migrations} has brought up to date for ledger and supervision.
     *
     * @param desk where the others scan, on the same database
     * @param workingDays the last day of a period of so many working days from a day
     */
    public Emergencies(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Visits visits,
            EntryDesk desk,
            EntryRules rules,
            BiFunction<LocalDate, Integer, LocalDate> workingDays,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = audit;
        this.outbox = new Outbox(dataSource);
        this.visits = visits;
        this.desk = desk;
        this.scans = new EntryScans(dataSource);
        this.rules = rules;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * An officer comes in without approval. Colleagues named here scan the sign as at any visit.
     *
     * @param sign the scanned text of the business's sign
     * @param certificates the officers who come, the one who scans first
     * @param reason why it cannot wait
     * @throws IllegalArgumentException without a reason, items or a department
     */
    public EntryAnswer enter(
            String sign,
            List<String> certificates,
            String department,
            List<String> items,
            String reason,
            String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String scanner = certificates.getFirst();
        CreditCode business = BusinessSign.read(sign).orElse(null);
        EntryScans.Scan scan = new EntryScans.Scan(
                now, null, Way.EMERGENCY, business == null ? null : business.value(), scanner, null);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: 紧急入企须说明理由 / an emergency needs a stated reason");
        }
        if (business == null) {
            return refused(scan, EntryAnswer.refused(List.of(Failure.of(Condition.CODE_UNREADABLE)), null), reason);
        }
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        EntryFacts facts = desk.query().read(EntryQuestion.atDoor(business.value(), scanner, day));
        List<Failure> failures = failures(facts, scanner, day);
        if (!failures.isEmpty()) {
            return refused(scan, EntryAnswer.refused(failures, facts.register()), reason);
        }
        TaskDraft draft = new TaskDraft(
                business, VisitKind.EMERGENCY, department, null, reason, items, certificates, new Window(day, day));
        return Objects.requireNonNull(transaction.execute(_ -> {
            Visit visit = visits.emergency(draft, actor);
            scans.add(scan, visit.id(), reason);
            jdbc.sql("""
                insert into supervision.emergency_review (visit, state, reason, entered_by, entered_at, due)
                values (:visit, :state, :reason, :actor, :at, :due)\
                """)
                    .param("visit", visit.id())
                    .param("state", ReviewState.WAITING.name())
                    .param("reason", reason)
                    .param("actor", actor)
                    .param("at", Timestamp.from(now))
                    .param("due", workingDays.apply(day, rules.emergencyReviewDays()))
                    .update();
            audit.append(actor, "emergency-entry", business.value(), "visit=%d; %s".formatted(visit.id(), reason));
            outbox.add(ENTERED, business.value(), "{\"visit\": %d}".formatted(visit.id()));
            EntryFacts since = desk.query().read(EntryQuestion.inVisit(visit.id(), business.value(), scanner, day));
            EntryFacts.Planned entered = Objects.requireNonNull(since.visit(), "the visit was made before");
            return new EntryAnswer(
                    List.of(),
                    List.of(Notice.EMERGENCY),
                    false,
                    null,
                    VisitAtDoor.of(entered, since.officers()),
                    since.register());
        }));
    }

    /**
     * Reviews an emergency entry.
     *
     * @throws IllegalArgumentException when the reviewer is who came in, or says nothing
     * @throws IllegalStateException when it is reviewed already
     */
    public EmergencyReview review(long visit, boolean justified, String note, String reviewer) {
        if (note.isBlank()) {
            throw new IllegalArgumentException("note: 请填写审查意见 / a note is needed");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            EmergencyReview review = find(visit, " for update");
            ReviewState next = justified ? ReviewState.JUSTIFIED : ReviewState.UNJUSTIFIED;
            if (!review.state().canTransitionTo(next)) {
                throw new IllegalStateException("已审查：%s / reviewed already: %s"
                        .formatted(review.state().zh(), review.state().en()));
            }
            if (review.enteredBy().equals(reviewer)) {
                throw new IllegalArgumentException("须由他人审查 / another person has to review it");
            }
            jdbc.sql("""
                update supervision.emergency_review set state = :state, reviewed_by = :reviewer,
                    reviewed_at = :at, note = :note
                where visit = :visit\
                """)
                    .param("state", next.name())
                    .param("reviewer", reviewer)
                    .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .param("note", note)
                    .param("visit", visit)
                    .update();
            audit.append(reviewer, "emergency-reviewed", "visit-" + visit, next + "; " + note);
            return find(visit, "");
        }));
    }

    /** The entries that wait for their review, the most urgent first. */
    public List<EmergencyReview> waiting() {
        return jdbc.sql("select * from supervision.emergency_review where state = 'WAITING' order by due, visit")
                .query(Emergencies::review)
                .list();
    }

    /**
     * The entries in a state, the newest first.
     *
     * @param state null for all
     * @param before the visit of the last one shown, or null for the first part
     */
    public List<EmergencyReview> latest(@Nullable ReviewState state, @Nullable Long before, int limit) {
        return jdbc.sql("""
            select * from supervision.emergency_review
            where (cast(:state as text) is null or state = :state)
                and (cast(:before as bigint) is null or visit < :before)
            order by visit desc limit :limit\
            """)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(Emergencies::review)
                .list();
    }

    /** The review of a visit; empty where the visit was approved. */
    public Optional<EmergencyReview> of(long visit) {
        return jdbc.sql("select * from supervision.emergency_review where visit = :visit")
                .param("visit", visit)
                .query(Emergencies::review)
                .optional();
    }

    private EmergencyReview find(long visit, String lock) {
        return jdbc.sql("select * from supervision.emergency_review where visit = :visit" + lock)
                .param("visit", visit)
                .query(Emergencies::review)
                .optional()
                .orElseThrow(() -> new NoSuchElementException(
                        "没有紧急入企 %d / there is no emergency entry %d".formatted(visit, visit)));
    }

    private static List<Failure> failures(EntryFacts facts, String scanner, LocalDate day) {
        List<Failure> failures = new ArrayList<>();
        if (facts.register() == null) {
            failures.add(Failure.of(Condition.BUSINESS_UNKNOWN));
        }
        facts.officers().stream()
                .filter(officer -> officer.certificate().equals(scanner))
                .forEach(officer -> failures.addAll(OfficerPolicy.failures(officer, day, null)));
        return failures;
    }

    private EntryAnswer refused(EntryScans.Scan scan, EntryAnswer answer, String reason) {
        return Together.await(desk.refused().keep(scan, answer, reason));
    }

    private static EmergencyReview review(ResultSet row, int n) throws SQLException {
        return new EmergencyReview(
                row.getLong("visit"),
                ReviewState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("entered_by"),
                row.getTimestamp("entered_at").toInstant(),
                row.getObject("due", LocalDate.class),
                row.getString("reviewed_by"),
                row.getString("note"));
    }
}
