package org.sise.supervision.repair.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordState;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.StoredRecord;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes steps: each an event of the case and a line of the audit log in one transaction. */
final class Steps {

    private static final int LONGEST_TEXT = 4_000;

    final CaseRows rows;
    final Decisions decisions;
    final AuditLog audit;
    private final RepairCases cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Steps(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            RepairCases cases,
            Clock clock) {
        this.rows = new CaseRows(dataSource);
        this.decisions = new Decisions(dataSource);
        this.audit = audit;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    RepairCase take(RepairCase one, Step step, String actor, String note, String detail) {
        require(one, step);
        add(one.id(), one.events().size() + 1, step, actor, note, detail);
        audit.append(
                actor,
                "repair-" + step.token(),
                one.business(),
                "case=%d%s".formatted(one.id(), detail.isEmpty() ? "" : "; " + detail));
        return cases.find(one.id());
    }

    void add(long id, int number, Step step, String actor, String note, String detail) {
        Instant at = clock.instant();
        rows.insert(id, number, step, at, LocalDate.ofInstant(at, clock.getZone()), actor, note, detail);
    }

    static void require(RepairCase one, Step next) {
        if (!next.canFollow(one.state())) {
            throw RepairRefusedException.conflict(
                    "case",
                    "申请%s，不能%s".formatted(one.state().zh(), next.zh()),
                    "the case is %s and cannot be %s".formatted(one.state().en(), next.en()));
        }
    }

    /** The matter as the ledger knows it now, whatever its state. */
    StoredRecord latest(RepairCase one) {
        return decisions.latest(one.recordKind(), one.recordKey()).orElseThrow();
    }

    void requireStanding(RepairCase one) {
        RecordState state = latest(one).record().header().state();
        if (state != RecordState.EFFECTIVE && state != RecordState.CORRECTED) {
            throw RepairRefusedException.conflict(
                    "record", "该记录%s".formatted(state.zh()), "the record is %s".formatted(state.en()));
        }
    }

    static String reasons(String text) {
        if (text.isBlank()) {
            throw RepairRefusedException.of("reasons", "请写明理由", "say why");
        }
        return text(text);
    }

    static String text(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            throw RepairRefusedException.of("text", "文字过长，最多4000字", "the text is too long, at most 4000 characters");
        }
        return stripped;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("a step gives the case");
        }
        return result;
    }
}
