package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.penalty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.record.CreditRecord;
import org.sise.core.record.Penalty;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.core.record.RecordState;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.record.Appended;
import org.sise.ledger.record.Decisions;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.StoredRecord;
import org.springframework.dao.ConcurrencyFailureException;

/** What is decided here about a department's matter stands against the department's rows that come again. */
class DecisionsIT {

    private static final String KEY = "沈市监罚〔2026〕1号";

    private LedgerFixture ledger;
    private Decisions decisions;
    private Records records;

    @BeforeEach
    void a_penalty() {
        ledger = new LedgerFixture();
        decisions = new Decisions(ledger.dataSource);
        records = new Records(ledger.dataSource);
        append("5000", "effective");
    }

    @Test
    void a_repaired_record_is_regraded_and_the_same_row_again_undoes_nothing() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        ledger.transaction.executeWithoutResult(_ -> queue.take(100));
        StoredRecord repaired = decide(RecordState.REPAIRED);
        assertThat(repaired.version()).isEqualTo(2);
        assertThat(repaired.feed()).isEqualTo("repair");
        assertThat(queue.size()).isEqualTo(1);
        assertThat(append("5000", "effective")).isEqualTo(new Appended(0, 1, 0));
        assertThat(state()).isEqualTo(RecordState.REPAIRED);
    }

    @Test
    void a_corrected_row_of_a_repaired_matter_stays_repaired_and_a_withdrawn_one_is_withdrawn() {
        decide(RecordState.REPAIRED);
        assertThat(append("4000", "corrected")).isEqualTo(new Appended(0, 0, 1));
        assertThat(append("4000", "corrected")).isEqualTo(new Appended(0, 1, 0));
        assertThat(state()).isEqualTo(RecordState.REPAIRED);
        assertThat(((Penalty) latest().record()).header().amount()).hasToString("4000.00");
        append("3000", "effective");
        assertThat(state()).isEqualTo(RecordState.REPAIRED);
        append("3000", "withdrawn");
        assertThat(state()).isEqualTo(RecordState.WITHDRAWN);
    }

    @Test
    void a_matter_that_its_department_called_repaired_is_in_effect_again_when_it_says_so() {
        append("5000", "repaired");
        append("5000", "effective");
        assertThat(state()).isEqualTo(RecordState.EFFECTIVE);
    }

    @Test
    void a_decision_on_an_old_version_is_refused_and_what_it_restores_is_found() {
        StoredRecord first = latest();
        decide(RecordState.REPAIRED);
        assertThat(decisions.before(RecordKind.PENALTY, KEY, Decisions.REPAIR)).contains(first);
        assertThatThrownBy(() -> ledger.transaction.execute(
                        _ -> decisions.append(first, in(first, RecordState.REPAIRED), Decisions.REPAIR, 2)))
                .isInstanceOf(ConcurrencyFailureException.class);
        StoredRecord repaired = latest();
        ledger.transaction.execute(_ -> decisions.append(repaired, first.record(), first.feed(), first.batch()));
        assertThat(latest().record()).isEqualTo(first.record());
        assertThat(latest().feed()).isEqualTo(first.feed());
    }

    private StoredRecord decide(RecordState state) {
        StoredRecord latest = latest();
        StoredRecord decided =
                ledger.transaction.execute(_ -> decisions.append(latest, in(latest, state), Decisions.REPAIR, 1));
        return Objects.requireNonNull(decided);
    }

    private static CreditRecord in(StoredRecord stored, RecordState state) {
        RecordShape shape = RecordShape.of(RecordKind.PENALTY);
        Map<String, String> texts = new HashMap<>(shape.write(stored.record()));
        texts.put("state", state.token());
        return shape.read(texts);
    }

    private StoredRecord latest() {
        return decisions.latest(RecordKind.PENALTY, KEY).orElseThrow();
    }

    private RecordState state() {
        return latest().record().header().state();
    }

    private Appended append(String fine, String state) {
        RecordEntry entry = penalty(code(1), KEY, "2026-03-01", fine);
        RecordShape shape = RecordShape.of(RecordKind.PENALTY);
        Map<String, String> texts = new HashMap<>(shape.write(entry.record()));
        texts.put("state", state);
        RecordEntry given = new RecordEntry(shape.read(texts), KEY, 1, "{}");
        Appended appended = ledger.transaction.execute(_ -> records.append("penalties", 1, List.of(given)));
        return Objects.requireNonNull(appended);
    }
}
