package org.sise.grading.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sise.core.code.CreditCode;
import org.sise.core.code.OrganisationCode;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.Migrations;
import org.sise.ledger.Page;
import org.sise.ledger.Snapshot;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.scoring.policy.Policy;
import org.sise.scoring.read.BuiltIn;
import org.sise.scoring.read.PolicyReading;
import org.sise.scoring.whatif.Comparison;
import org.sise.scoring.whatif.Direction;
import org.sise.scoring.whatif.Group;
import org.sise.scoring.whatif.MoverFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WhatIfIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private PGSimpleDataSource source;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Records records;
    private PolicyVersions versions;
    private AuditLog audit;
    private WhatIfs whatIfs;

    @BeforeEach
    void five_businesses_and_a_policy_in_force() {
        TestDatabase database = TestEngines.freshDatabase();
        source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        Migrations.migrate(source, "ledger");
        Migrations.migrate(source, "grading");
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(transactions);
        records = new Records(source);
        audit = new AuditLog(source, NOON);
        versions = new PolicyVersions(source, transactions, audit, NOON);
        versions.install(BuiltIn.policyFile("shenfu-four-colour"));
        whatIfs = new WhatIfs(source, transactions, audit);
        append(
                registration(1, "6210", "211501"),
                registration(2, "6210", "211502"),
                registration(3, "5211", "211501"),
                registration(4, "3700", "110101"),
                registration(5, "6210", "211501"),
                penalty(1, 1, "minor", "effective"),
                penalty(2, 2, "general", "effective"),
                penalty(3, 3, "minor", "effective"),
                penalty(5, 4, "minor", "withdrawn"));
    }

    @Test
    void every_business_is_graded_on_both_sides_and_the_movers_are_kept_with_their_reasons() {
        WhatIfRun asked = ask(stricter());
        assertThat(asked.state()).isEqualTo(WhatIfState.WAITING);
        assertThat(whatIfs.report(asked.id())).isEmpty();

        assertThat(whatIfs.doNext()).isTrue();
        assertThat(whatIfs.doNext()).isFalse();

        WhatIfRun run = whatIfs.find(asked.id()).orElseThrow();
        assertThat(run.state()).isEqualTo(WhatIfState.FINISHED);
        assertThat(run.done()).isEqualTo(5);
        WhatIfReport report = whatIfs.report(asked.id()).orElseThrow();
        assertThat(report.moves().total()).isEqualTo(5);
        assertThat(report.moves().going(Direction.WORSE)).isEqualTo(2);
        assertThat(report.moves().going(Direction.OUTSIDE)).isEqualTo(1);
        assertThat(report.bySection()).extracting(Group::code).containsExactly("C", "F", "H");
        assertThat(report.byRegion()).extracting(Group::code).containsExactly("110101", "211501", "211502");

        Page<MovedBusiness> movers = whatIfs.movers(report, MoverQuery.ALL, null, 10);
        assertThat(movers.items()).extracting(MovedBusiness::code).containsExactlyInAnyOrder(code(1), code(3));
        MovedBusiness one = whatIfs.mover(report, code(1)).orElseThrow();
        assertThat(one.name()).isEqualTo("店1");
        assertThat(one.why().getFirst().text().zh()).contains("由5分变为20分").contains("沈市监处罚〔2026〕1号");
        assertThat(audit.latest("what-if " + asked.id(), 5)).hasSize(1);
    }

    @Test
    void movers_are_filtered_and_come_page_by_page() {
        WhatIfReport report = finished(stricter());
        Page<MovedBusiness> first = whatIfs.movers(report, MoverQuery.ALL, null, 1);
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.next()).isNotNull();
        Page<MovedBusiness> second = whatIfs.movers(report, MoverQuery.ALL, first.next(), 1);
        assertThat(second.next()).isNull();
        assertThat(second.items().getFirst().code())
                .isGreaterThan(first.items().getFirst().code());

        assertThat(codes(report, new MoverQuery("blue", "yellow", List.of("52", "F52"), List.of())))
                .containsExactly(code(3));
        assertThat(codes(report, new MoverQuery(null, "red", List.of(), List.of())))
                .isEmpty();
        assertThat(codes(report, new MoverQuery(null, null, List.of(), List.of("2115"))))
                .hasSize(2);
        assertThatThrownBy(() -> codes(report, new MoverQuery("pink", null, List.of(), List.of())))
                .isInstanceOf(WhatIfRefusedException.class)
                .hasMessageContaining("blue, yellow, orange, red");
        List<String> all = new ArrayList<>();
        whatIfs.forEachMover(report, MoverQuery.ALL, mover -> all.add(mover.code()));
        assertThat(all).hasSize(2);
    }

    @Test
    void a_mover_is_explained_by_the_records_of_the_what_if_though_others_have_come_since() {
        WhatIfReport report = finished(stricter());
        append(penalty(1, 9, "serious", "effective"));
        MovedBusiness one = whatIfs.mover(report, code(1)).orElseThrow();
        assertThat(one.why()).noneMatch(change -> change.text().zh().contains("9号"));
    }

    @Test
    void the_kernel_and_the_interpreter_find_the_same() throws Exception {
        append(penalty(2, 2, "serious", "corrected"), penalty(5, 11, "general", "effective"));
        Policy present = BuiltIn.policy("shenfu-four-colour");
        Policy draft = ((PolicyReading.Sound) versions.check(stricter())).policy();
        PopulationPass byKernel = new PopulationPass(present, TODAY, draft, TODAY);
        PopulationPass byInterpreter = new PopulationPass(present, TODAY, draft, TODAY);
        Comparison kernel;
        try (Snapshot snapshot = new Snapshot(source)) {
            kernel = byKernel.run(snapshot, _ -> {});
        }
        Comparison interpreter = transaction.execute(_ -> byInterpreter.run(records, records.now(), _ -> {}));
        assertThat(byKernel.isForKernel()).isTrue();
        assertThat(byKernel.subjects()).isEqualTo(byInterpreter.subjects());
        assertThat(kernel.moves().counts()).isDeepEqualTo(interpreter.moves().counts());
        assertThat(kernel.before().ranks()).isEqualTo(interpreter.before().ranks());
        assertThat(kernel.after().scores()).isEqualTo(interpreter.after().scores());
        assertThat(kernel.movers(MoverFilter.ALL, 0, 10)).isEqualTo(interpreter.movers(MoverFilter.ALL, 0, 10));
    }

    @Test
    void one_policy_is_compared_as_of_two_days() {
        WhatIfRun run =
                whatIfs.ask(BuiltIn.policyFile("shenfu-four-colour"), null, LocalDate.of(2030, 1, 1), TODAY, "maker");
        whatIfs.doNext();
        WhatIfReport report = whatIfs.report(run.id()).orElseThrow();
        assertThat(report.moves().going(Direction.BETTER)).isEqualTo(1);
        assertThat(codes(report, MoverQuery.ALL)).containsExactly(code(2));
    }

    @Test
    void a_finished_what_if_lets_a_draft_be_approved() {
        PolicyVersion draft = versions.draft(stricter(), "author");
        versions.submit(draft.id(), TODAY.plusDays(10), false, "author");
        assertThat(versions.whatIf(draft)).isEmpty();
        WhatIfReport report = finished(stricter());
        assertThat(versions.whatIf(draft).orElseThrow().id())
                .isEqualTo(report.run().id());
        assertThat(versions.approve(draft.id(), false, null, "approver").approvals())
                .hasSize(1);
    }

    @Test
    void a_faulty_policy_is_refused_with_every_fault_and_an_unknown_one_is_not_there() {
        byte[] faulty = "format: sise-policy/1\npolicy: x\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ask(faulty))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class, e -> assertThat(e.faults()).hasSizeGreaterThan(3));
        assertThatThrownBy(() -> whatIfs.ask(stricter(), "0".repeat(64), TODAY, TODAY, "maker"))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(whatIfs.list(null, 10).items()).isEmpty();
    }

    @Test
    void a_failure_is_kept_and_the_next_one_is_done() {
        WhatIfRun broken = ask(stricter());
        WhatIfRun sound = ask(stricter());
        jdbc.sql("update grading.what_if set against_digest = 'none' where id = :id")
                .param("id", broken.id())
                .update();
        assertThat(whatIfs.doNext()).isTrue();
        assertThat(whatIfs.doNext()).isTrue();
        assertThat(whatIfs.find(broken.id()).orElseThrow().state()).isEqualTo(WhatIfState.FAILED);
        assertThat(whatIfs.find(sound.id()).orElseThrow().state()).isEqualTo(WhatIfState.FINISHED);
        assertThat(whatIfs.list(null, 1).items()).extracting(WhatIfRun::id).containsExactly(sound.id());
        assertThat(whatIfs.list(whatIfs.list(null, 1).next(), 1).items())
                .extracting(WhatIfRun::id)
                .containsExactly(broken.id());
    }

    private List<String> codes(WhatIfReport report, MoverQuery query) {
        return whatIfs.movers(report, query, null, 100).items().stream()
                .map(MovedBusiness::code)
                .toList();
    }

    private WhatIfReport finished(byte[] file) {
        WhatIfRun run = ask(file);
        whatIfs.doNext();
        return whatIfs.report(run.id()).orElseThrow();
    }

    private WhatIfRun ask(byte[] file) {
        return whatIfs.ask(file, null, TODAY, TODAY, "maker");
    }

    /** The policy in force, but for a minor penalty that weighs as much as four. */
    private static byte[] stricter() {
        return new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8)
                .replace("version: \"2\"", "version: \"3\"")
                .replace("values: {minor: 1, general: 5, serious: 12}", "values: {minor: 4, general: 5, serious: 12}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void append(RecordEntry... entries) {
        transaction.executeWithoutResult(_ -> records.append("feed", 1, List.of(entries)));
    }

    private static RecordEntry registration(int n, String industry, String region) {
        Map<String, String> texts = new HashMap<>(Map.of("subject", code(n), "date", "2020-01-01", "name", "店" + n));
        texts.putAll(Map.of("department", "市场监督管理局", "status", "operating"));
        texts.putAll(Map.of("region", region, "industry", industry));
        return new RecordEntry(RecordShape.of(RecordKind.REGISTRATION).read(texts), code(n), 1, "{}");
    }

    private static RecordEntry penalty(int business, int n, String severity, String state) {
        String document = "沈市监处罚〔2026〕%d号".formatted(n);
        Map<String, String> texts =
                new HashMap<>(Map.of("subject", code(business), "date", "2026-06-01", "document", document));
        texts.putAll(Map.of("department", "市场监督管理局", "category", "罚款", "severity", severity, "state", state));
        return new RecordEntry(RecordShape.of(RecordKind.PENALTY).read(texts), document, 1, "{}");
    }

    private static String code(int n) {
        String body = "FX%06d".formatted(n);
        String first17 = "91211500" + body + OrganisationCode.checkCharacter(body);
        return first17 + CreditCode.checkCharacter(first17);
    }
}
