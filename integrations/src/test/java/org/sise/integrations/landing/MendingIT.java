package org.sise.integrations.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.Samples;
import org.sise.integrations.mapping.Originals;
import org.sise.integrations.mending.MendingFault;
import org.sise.integrations.mending.MendingRule;
import org.sise.integrations.mending.RuleWords;
import org.sise.ledger.audit.AuditEntry;

class MendingIT {

    private static final int ROWS = 2_000;
    private static final MendingRule DAY =
            RuleWords.read(Map.of("rule", "day", "column", "CF_JDRQ", "from", "d.M.yyyy"));
    private static final QuarantineQuery BAD_DATES =
            QuarantineQuery.of("penalties", "bad-date", QuarantinedRow.State.OPEN);

    @TempDir
    private Path folder;

    private TestDatabase database;
    private LandingHouse house;
    private Mending mending;

    @BeforeEach
    void start() {
        database = TestEngines.freshDatabase();
        house = new LandingHouse(database, folder);
        mending = house.store.mending();
    }

    @Test
    void aRuleIsTriedAndThenLandsWhatItMends() throws Exception {
        house.register(1, 5);
        house.penalties(
                "p.csv",
                Stream.of(
                        Samples.penalty(Samples.code(1), 1, "1", "5.3.2026"),
                        Samples.penalty(Samples.code(2), 2, "-1", "6.3.2026"),
                        Samples.penalty(Samples.code(99), 3, "1", "7.3.2026"),
                        Samples.penalty(Samples.code(3), 4, "1", "三月"),
                        Samples.penalty(Samples.code(4), 5, "x", "2026-03-01")));

        MendingPreview preview = mending.preview(BAD_DATES, DAY, 10);
        assertThat(preview)
                .extracting(
                        MendingPreview::total,
                        MendingPreview::tried,
                        MendingPreview::landing,
                        MendingPreview::waiting,
                        MendingPreview::refused,
                        MendingPreview::unchanged)
                .containsExactly(4L, 4L, 1L, 1L, 1L, 1L);
        assertThat(preview.samples())
                .extracting(sample -> sample.before() + " " + sample.after() + " " + sample.outcome())
                .containsExactly(
                        "5.3.2026 2026-03-05 landed", "6.3.2026 2026-03-06 refused", "7.3.2026 2026-03-07 waits");
        assertThat(house.records("penalty")).isZero();

        MendingJob job = mending.mend(BAD_DATES, DAY, "zhangsan");
        house.work();
        assertThat(house.job(job).state()).isEqualTo(MendingJob.State.FINISHED);
        assertThat(house.job(job).counts()).isEqualTo(new MendingJob.Counts(4, 1, 1, 1, 0, 1, 0));
        assertThat(house.records("penalty")).isEqualTo(1);
        assertThat(house.audit("mending " + job.id()))
                .extracting(AuditEntry::action)
                .containsExactly("mending-asked", "mending-finished");
        assertThat(house.audit("mending " + job.id()).getLast().detail())
                .contains("landed 1")
                .contains("CF_JDRQ");

        QuarantinedRow refused = mending.refused(job.id(), 0, 10).getFirst();
        assertThat(refused.reason()).isEqualTo("negative");
        assertThat(refused.corrected()).contains("2026-03-06");
        assertThat(refused.original()).contains("6.3.2026");
        RowChange line = house.store.quarantine().history(refused.id()).getFirst();
        assertThat(line.mending()).isEqualTo(job.id());
        assertThat(line.cells()).containsExactly(new RowChange.Cell("CF_JDRQ", "6.3.2026", "2026-03-06"));

        house.register(99, 99);
        assertThat(house.records("penalty")).isEqualTo(2);
        house.tallyHolds();
        Delivery delivery = house.store.deliveries().find(refused.delivery()).orElseThrow();
        assertThat(delivery.quarantined()).isEqualTo(3);
        assertThat(delivery.waiting()).isZero();
    }

    @Test
    void afterAKillInTheMiddleTheNextProcessGoesOnAndNothingIsDoneTwice() throws Exception {
        many();
        MendingJob job = mending.mend(BAD_DATES, DAY, "zhangsan");
        killAfter(2);
        MendingJob interrupted = house.job(job);
        assertThat(interrupted.state()).isEqualTo(MendingJob.State.OPEN);
        assertThat(interrupted.counts().seen()).isBetween(1L, ROWS - 1L);
        killAfter(1);

        house.work();
        MendingJob done = house.job(job);
        assertThat(done.state()).isEqualTo(MendingJob.State.FINISHED);
        assertThat(done.counts()).isEqualTo(new MendingJob.Counts(ROWS, ROWS, 0, 0, 0, 0, 0));
        assertThat(house.records("penalty")).isEqualTo(ROWS);
        assertThat(house.jdbc
                        .sql("select count(*) || ' ' || count(distinct row) from integrations.mending_row")
                        .query(String.class)
                        .single())
                .isEqualTo(ROWS + " " + ROWS);
        assertThat(house.audit("mending " + job.id())).hasSize(2);
        house.tallyHolds();
    }

    @Test
    void aCancelledJobKeepsWhatItDidAndTouchesNothingMore() throws Exception {
        many();
        MendingJob job = mending.mend(BAD_DATES, DAY, "zhangsan");
        assertThat(mending.doNext()).isTrue();
        MendingJob cancelled = mending.cancel(job.id(), "lisi");
        house.work();
        assertThat(house.job(job).counts()).isEqualTo(cancelled.counts());
        assertThat(cancelled.counts().landed()).isEqualTo(500);
        assertThat(cancelled.endedBy()).isEqualTo("lisi");
        assertThat(house.records("penalty")).isEqualTo(500);
        assertThatThrownBy(() -> mending.cancel(job.id(), "lisi")).isInstanceOf(IllegalStateException.class);
        assertThat(house.audit("mending " + job.id()).getLast().action()).isEqualTo("mending-cancelled");
    }

    @Test
    void rowsThatComeAfterAJobWasAskedForAreNotTouched() throws Exception {
        house.register(1, 2);
        house.penalties("a.csv", Stream.of(Samples.penalty(Samples.code(1), 1, "1", "5.3.2026")));
        MendingJob job = mending.mend(BAD_DATES, DAY, "zhangsan");
        house.penalties("b.csv", Stream.of(Samples.penalty(Samples.code(2), 2, "1", "6.3.2026")));
        house.work();
        assertThat(house.job(job).counts().seen()).isEqualTo(1);
        assertThat(house.records("penalty")).isEqualTo(1);
    }

    @Test
    void rowsAreSetAsideWithAReasonAndReplayedWithoutARule() throws Exception {
        house.register(1, 2);
        house.penalties(
                "a.csv",
                Stream.of(
                        Samples.penalty(Samples.code(1), 1, "x", "2026-03-01"),
                        Samples.penalty(Samples.code(2), 2, "x", "2026-03-01"),
                        Samples.penalty(Samples.code(1), 3, "-1", "2026-03-01")));
        QuarantineQuery numbers = QuarantineQuery.of("penalties", "bad-number", null);
        MendingJob replay = mending.replay(numbers, "zhangsan");
        assertThatThrownBy(() -> mending.discard(numbers, " ", "zhangsan"))
                .isInstanceOfSatisfying(
                        MendingFault.class, fault -> assertThat(fault.field()).isEqualTo("reason"));
        MendingJob discard = mending.discard(numbers, "测试数据", "zhangsan");
        house.work();
        assertThat(house.job(replay).counts()).isEqualTo(new MendingJob.Counts(2, 0, 0, 2, 0, 0, 0));
        assertThat(house.job(discard).counts()).isEqualTo(new MendingJob.Counts(2, 0, 0, 0, 2, 0, 0));
        assertThat(house.store.quarantine().counts())
                .containsExactly(
                        new Quarantine.Count("penalties", "bad-number", QuarantinedRow.State.DISCARDED, 2),
                        new Quarantine.Count("penalties", "negative", QuarantinedRow.State.OPEN, 1));
        house.tallyHolds();
    }

    @Test
    void aRuleChangesNoPersonalNumberAndNoColumnThatTheFeedDoesNotRead() throws Exception {
        house.register(1, 1);
        house.penalties(
                "a.csv",
                Stream.of(Samples.penalty(Samples.code(1), 1, "x", "2026-03-01")
                        .replace("未明码标价", "对 " + Samples.resident(5) + " 未明码标价")));
        QuarantineQuery all = QuarantineQuery.of("penalties", null, null);
        assertThat(fault(all, Map.of("rule", "constant", "column", "CF_FR_ZJHM", "to", "1")))
                .isEqualTo("column");
        assertThat(fault(all, Map.of("rule", "copy", "column", "BZ", "from", "CF_FR_ZJHM")))
                .isEqualTo("column");
        assertThat(fault(all, Map.of("rule", "copy", "column", "CF_SY", "from", "CF_FR_ZJHM")))
                .isEqualTo("from");
        assertThat(fault(QuarantineQuery.ALL, Map.of("rule", "constant", "column", "CF_SY", "to", "1")))
                .isEqualTo("feed");
        MendingJob job = mending.mend(
                all, RuleWords.read(Map.of("rule", "match", "column", "CF_WFXW", "from", ".*", "to", "x")), "zhangsan");
        house.work();
        assertThat(house.job(job).counts().unchanged()).isEqualTo(1);
    }

    @Test
    void aJobThatCannotGoOnSaysSoAndIsNotTriedForEver() throws Exception {
        house.penalties("a.csv", Stream.of(Samples.penalty(Samples.code(1), 1, "x", "2026-03-01")));
        MendingJob job = mending.replay(QuarantineQuery.ALL, "zhangsan");
        house.jdbc
                .sql(
                        "update integrations.mending set action = 'mend', rule = '{\"rule\": \"replace\", \"column\": \"gone\"}'")
                .update();
        house.work();
        assertThat(house.job(job).state()).isEqualTo(MendingJob.State.FAILED);
        assertThat(house.job(job).failure()).contains("gone");
        assertThat(house.audit("mending " + job.id()).getLast().action()).isEqualTo("mending-failed");
    }

    @Test
    void aMendedWorkbookComesBackByNumberAndOnlyItsChangesAreTried() throws Exception {
        house.register(1, 5);
        house.penalties(
                "p.csv",
                Stream.of(
                        Samples.penalty(Samples.code(1), 1, "1", "5.3.2026"),
                        Samples.penalty(Samples.code(2), 2, "x", "2026-03-01"),
                        Samples.penalty(Samples.code(3), 3, "x", "2026-03-01"),
                        Samples.penalty(Samples.code(99), 4, "x", "2026-03-01"),
                        Samples.penalty(Samples.code(4), 5, "x", "2026-03-01")));
        List<QuarantinedRow> rows = house.store.quarantine().find("penalties", null, null, 0, 10);
        house.store.quarantine().discard(rows.get(4).id(), "lisi", "重复");
        List<String> columns = Stream.concat(Stream.of("说明页", SentBack.NUMBER), Stream.of(Samples.PENALTIES.split(",")))
                .toList();
        List<List<Object>> sheet = List.of(
                sent(rows.get(0), columns, Map.of("CF_JDRQ", "2026-03-05")),
                sent(rows.get(1), columns, Map.of("CF_NR_FK", "二", "CF_FR_ZJHM", Samples.resident(9))),
                sent(rows.get(2), columns, Map.of("说明页", "没有改")),
                sent(rows.get(3), columns, Map.of("CF_NR_FK", "2")),
                sent(rows.get(4), columns, Map.of("CF_NR_FK", "2")),
                sent(rows.get(0), columns, Map.of("CF_JDRQ", "2026-03-06")),
                sent(rows.get(0), columns, Map.of(SentBack.NUMBER, "987654")),
                sent(rows.get(0), columns, Map.of(SentBack.NUMBER, "甲")));
        Path file = Samples.workbook(folder.resolve("回.xlsx"), columns, sheet);

        MendingJob job = house.store.mendedFiles().take(file, "回.xlsx", "zhangsan");
        house.work();
        MendingJob done = house.job(job);
        assertThat(done.state()).isEqualTo(MendingJob.State.FINISHED);
        assertThat(done.counts()).isEqualTo(new MendingJob.Counts(3, 1, 1, 1, 0, 0, 0));
        assertThat(done.summary())
                .containsEntry("rows", "8")
                .containsEntry("changed", "3")
                .containsEntry("same", "1")
                .containsEntry("settled", "1")
                .containsEntry("settled-numbers", Long.toString(rows.get(4).id()))
                .containsEntry("repeated", "1")
                .containsEntry("unknown", "2")
                .containsEntry("unknown-numbers", "甲, 987654");
        assertThat(mending.refused(job.id(), 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(rows.get(1).id());
            assertThat(row.corrected()).contains("二").doesNotContain(Samples.resident(9));
        });
        assertThat(house.jdbc
                        .sql("select string_agg(corrected::text, '') from integrations.mending_change")
                        .query(String.class)
                        .single())
                .doesNotContain(Samples.resident(9));
        assertThat(Originals.read(Objects.requireNonNull(house.store
                                .quarantine()
                                .find(rows.get(0).id())
                                .orElseThrow()
                                .corrected()))
                        .get("CF_FR_ZJHM"))
                .as("a masked number keeps its key")
                .isEqualTo(Originals.read(rows.get(0).original()).get("CF_FR_ZJHM"));
        house.tallyHolds();
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedAndLeavesNothing() throws Exception {
        Path text = Samples.text(folder.resolve("a.xlsx"), UTF_8, List.of("no workbook"));
        Path other = Samples.workbook(folder.resolve("b.xlsx"), List.of("编号"), List.of(List.of("1")));
        assertThatThrownBy(() -> house.store.mendedFiles().take(text, "a.xlsx", "zhangsan"))
                .hasMessageContaining(" / ");
        assertThatThrownBy(() -> house.store.mendedFiles().take(other, "b.xlsx", "zhangsan"))
                .hasMessageContaining("没有“隔离编号”列");
        assertThat(mending.latest(null, 10)).isEmpty();
    }

    private static List<Object> sent(QuarantinedRow row, List<String> columns, Map<String, String> changes) {
        Map<String, String> kept = Originals.read(Objects.requireNonNull(row.original()));
        return columns.stream()
                .<Object>map(column -> changes.getOrDefault(
                        column,
                        column.equals(SentBack.NUMBER)
                                ? Long.toString(row.id())
                                : SentBack.shown(kept.getOrDefault(column, ""))))
                .toList();
    }

    private String fault(QuarantineQuery query, Map<String, String> words) {
        try {
            return "none: " + mending.preview(query, RuleWords.read(words), 1);
        } catch (MendingFault e) {
            return e.field();
        }
    }

    private void many() throws Exception {
        house.register(1, 50);
        house.penalties(
                "many.csv",
                IntStream.range(0, ROWS).mapToObj(n -> Samples.penalty(Samples.code(1 + n % 50), n, "1", "5.3.2026")));
    }

    /** Runs jobs in a process of their own and kills it hard when so many steps have been told of. */
    private void killAfter(int steps) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MendingProcess.class.getName(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            int told = 0;
            String line = out.readLine();
            while (line != null) {
                told += line.equals("step") ? 1 : 0;
                line = told == steps ? null : out.readLine();
            }
            assertThat(told).isEqualTo(steps);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
