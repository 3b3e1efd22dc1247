package org.sise.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sise.ledger.LedgerFixture.code;
import static org.sise.ledger.LedgerFixture.penalty;
import static org.sise.ledger.LedgerFixture.registration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.core.record.RecordKind;
import org.sise.ledger.grade.GradeEntry;
import org.sise.ledger.grade.Grades;
import org.sise.ledger.grade.RegradeQueue;
import org.sise.ledger.grade.StandingStream;
import org.sise.ledger.record.Knowledge;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.RecordStream;
import org.sise.ledger.record.Records;

class SnapshotIT {

    private static final Map<RecordKind, List<String>> FIELDS = Map.of(
            RecordKind.REGISTRATION, List.of("industry", "name"),
            RecordKind.PENALTY, List.of("publishedUntil", "amount", "category", "severity"));

    private LedgerFixture ledger;

    @BeforeEach
    void aLedger() {
        ledger = new LedgerFixture();
        append(registration(code(2), "安定超市"), penalty(code(1), "B", "2026-03-01", "200.50"));
        append(registration(code(1), "中山面馆"), penalty(code(2), "A", "1969-03-01", "1"));
        append(registration(code(2), "安定大超市"));
    }

    @Test
    void all_versions_come_in_the_order_of_the_codes_with_the_fields_asked_for() throws SQLException {
        try (Snapshot snapshot = new Snapshot(ledger.dataSource)) {
            append(registration(code(3), "后来者"));
            assertThat(snapshot.name()).matches("\\d+:\\d+:.*");
            List<String> read = read(snapshot);
            assertThat(read)
                    .containsExactlyInAnyOrder(
                            code(1) + " PENALTY B 1 2026-03-01 EFFECTIVE null 200.50 罚款 general",
                            code(1) + " REGISTRATION " + code(1) + " 1 2020-01-01 EFFECTIVE 6210 中山面馆",
                            code(2) + " PENALTY A 1 1969-03-01 EFFECTIVE null 1.00 罚款 general",
                            code(2) + " REGISTRATION " + code(2) + " 1 2020-01-01 EFFECTIVE 6210 安定超市",
                            code(2) + " REGISTRATION " + code(2) + " 2 2020-01-01 EFFECTIVE 6210 安定大超市");
            assertThat(read).isSortedAccordingTo((a, b) -> a.substring(0, 18).compareTo(b.substring(0, 18)));
        }
    }

    @Test
    void an_empty_ledger_has_no_records_and_no_standings() throws SQLException {
        try (Snapshot snapshot = new Snapshot(new LedgerFixture().dataSource);
                StandingStream standings = new StandingStream(snapshot.second(), "")) {
            assertThat(read(snapshot)).isEmpty();
            assertThat(standings.next()).isFalse();
        }
    }

    @Test
    void standings_say_colour_thousandths_and_whether_they_rest_on_a_policy() throws SQLException {
        grade(code(2), Grade.RED, "80.125", "one");
        grade(code(1), Grade.BLUE, "-3", "other");
        grade(code(3), Grade.BLUE, "0.0001", "one");
        try (Snapshot snapshot = new Snapshot(ledger.dataSource)) {
            assertThat(standings(snapshot, "one"))
                    .containsExactly(
                            code(1) + " BLUE -3000 false",
                            code(2) + " RED 80125 true",
                            code(3) + " BLUE " + StandingStream.OTHER + " true");
        }
        try (Snapshot snapshot = new Snapshot(ledger.dataSource)) {
            assertThat(standings(snapshot, "")).allMatch(line -> line.endsWith("true"));
        }
        try (Snapshot snapshot = new Snapshot(ledger.dataSource)) {
            long newest = StandingStream.newest(snapshot.first());
            assertThat(newest).isEqualTo(3);
            assertThat(StandingStream.hasOther(snapshot.first(), 1, "one")).isTrue();
            assertThat(StandingStream.hasOther(snapshot.first(), 2, "one")).isFalse();
        }
    }

    @Test
    void businesses_are_claimed_with_their_tickets_but_for_those_graded_since() {
        RegradeQueue queue = new RegradeQueue(ledger.dataSource);
        long tickets = queue.size();
        grade(code(1), Grade.BLUE, "1", "one");
        List<String> both = List.of(code(2), code(1));
        assertThat(claim(queue, both, 0, "2026-11-21")).containsExactly(code(2));
        assertThat(queue.size()).isLessThan(tickets).isPositive();
        assertThat(claim(queue, both, 0, "2026-11-22")).containsExactly(code(1), code(2));
        assertThat(claim(queue, both, 1, "2026-11-21")).containsExactly(code(1), code(2));
        assertThat(queue.size()).isZero();
    }

    private List<String> claim(RegradeQueue queue, List<String> subjects, long after, String asOf) {
        return ledger.transaction.execute(_ -> queue.claim(subjects, after, LocalDate.parse(asOf)));
    }

    private static List<String> read(Snapshot snapshot) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (RecordStream records = new RecordStream(snapshot.first(), FIELDS)) {
            while (records.next()) {
                StringBuilder line = new StringBuilder(text(records.subject()));
                line.append(' ').append(records.kind()).append(' ').append(text(records.key()));
                line.append(' ').append(records.version());
                line.append(' ').append(LocalDate.ofEpochDay(records.epochDay()));
                line.append(' ').append(records.state());
                for (int f = 0; f < FIELDS.get(records.kind()).size(); f++) {
                    line.append(' ').append(records.field(f));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static List<String> standings(Snapshot snapshot, String digest) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (StandingStream standings = new StandingStream(snapshot.second(), digest)) {
            while (standings.next()) {
                lines.add("%s %s %d %s"
                        .formatted(
                                text(standings.subject()),
                                standings.grade(),
                                standings.milli(),
                                standings.isOfPolicy()));
            }
        }
        return lines;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void append(RecordEntry... entries) {
        ledger.transaction.executeWithoutResult(
                _ -> new Records(ledger.dataSource).append("register", 1, List.of(entries)));
    }

    private void grade(String subject, Grade grade, String score, String digest) {
        GradeEntry entry = new GradeEntry(
                subject,
                grade,
                new BigDecimal(score),
                new BigDecimal(score),
                LocalDate.of(2026, 11, 21),
                "p",
                "1",
                digest,
                "{}",
                "d",
                Knowledge.at(Instant.parse("2026-11-22T00:00:00Z")));
        ledger.transaction.executeWithoutResult(_ -> new Grades(ledger.dataSource).append(List.of(entry)));
    }
}
