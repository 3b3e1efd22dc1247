package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.penalty;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.Position;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.ledger.record.SettledMatters;
import org.sise.ledger.record.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettledMattersIT {

    private final LedgerFixture ledger = new LedgerFixture();
    private final Records records = new Records(ledger.dataSource);

    @Test
    void of_each_matter_the_latest_version_up_to_the_position_comes_in_the_order_of_code_points() {
        append(
                penalty(code(1), "a/1", "2026-03-01", "1"),
                penalty(code(2), "a", "2026-03-01", "2"),
                penalty(code(2), "a-1", "2026-03-01", "3"),
                penalty(code(1), "𠮷", "2026-03-01", "4"),
                penalty(code(1), "￥", "2026-03-01", "5"),
                penalty(code(2), "a", "2026-03-01", "6"));
        Position settled = latest();
        append(penalty(code(2), "a", "2026-03-01", "7"), penalty(code(2), "b", "2026-03-01", "8"));

        try (SettledMatters matters = new SettledMatters(ledger.dataSource, settled)) {
            assertThat(words(matters.ofMatters(RecordKind.PENALTY, "")))
                    .containsExactly("a 6.00", "a-1 3.00", "a/1 1.00", "￥ 5.00", "𠮷 4.00");
            assertThat(words(matters.ofMatters(RecordKind.PENALTY, "/x")))
                    .containsExactly("a-1 3.00", "a/1 1.00", "a 6.00", "￥ 5.00", "𠮷 4.00");
            assertThat(words(matters.ofSubjects(RecordKind.PENALTY))).containsExactly("￥ 5.00", "a-1 3.00");
            assertThat(words(matters.ofSubjects(RecordKind.REGISTRATION))).isEmpty();
        }
        try (SettledMatters matters = new SettledMatters(ledger.dataSource, Position.START)) {
            assertThat(words(matters.ofMatters(RecordKind.PENALTY, ""))).isEmpty();
        }
    }

    private static List<String> words(Stream<StoredRecord> stream) {
        try (stream) {
            return stream.map(stored ->
                            stored.key() + " " + stored.record().header().amount())
                    .toList();
        }
    }

    private void append(RecordEntry... entries) {
        ledger.transaction.executeWithoutResult(_ -> records.append("feed", 1, List.of(entries)));
    }

    private Position latest() {
        return JdbcClient.create(ledger.dataSource)
                .sql(
                        "select cast(cast(xact as text) as bigint) as xact, id from ledger.record order by xact desc, id desc"
                                + " limit 1")
                .query((row, _) -> new Position(row.getLong("xact"), row.getLong("id")))
                .single();
    }
}
