package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.code;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.code.CreditCode;
import org.sise.core.digest.Sha256;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.DrawPlan;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.list.InspectionList;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.roster.RecusalKind;

class PlanIT {

    private static final Beacon BEACON = new Beacon("体彩排列五 第26314期", "6 3 0 7 1");

    @TempDir
    private Path temporary;

    private Path published;
    private PlanningFixture city;
    private Plans plans;

    @BeforeEach
    void aCity() {
        published = temporary.resolve("published");
        city = new PlanningFixture(published);
        plans = city.plans;
    }

    @Test
    void fromDraftToPublishedFolderAndTheVerifierAgrees() throws Exception {
        city.recusals.declare("LN0001", new CreditCode(code(1)), RecusalKind.FAMILY, "亲属", "test");
        city.recusals.declare("LN0001", new CreditCode(code(102)), RecusalKind.FORMER_EMPLOYER, "原任职单位", "test");

        Plan created = plans.find(city.approved(draft())).orElseThrow();
        assertThat(created.id()).isEqualTo("2026-Q4-0001-210100");
        Plan committed = plans.commit(created.id(), "regulator");
        assertThat(committed.state()).isEqualTo(PlanState.COMMITTED);
        Transcript transcript = plans.draw(created.id(), BEACON, "regulator");

        assertThat(transcript.strata())
                .extracting(stratum -> stratum.planned().stratum() + " "
                        + stratum.planned().ratio().toPlainString() + " " + stratum.take() + "/" + stratum.size())
                .containsExactly("ANY 0.5 2/3", "RED 1 3/3", "ORANGE 0.5 3/6", "YELLOW 0.2 4/20", "BLUE 0.05 2/37");
        assertThat(transcript.unassigned()).isEmpty();
        assertThat(transcript.drawn())
                .filteredOn(object -> object.code().equals(code(1)))
                .allSatisfy(object -> assertThat(object.inspectors()).hasSize(2).doesNotContain("LN0001"));
        assertThat(transcript.drawn())
                .allSatisfy(object -> assertThat(object.items()).hasSize(3).startsWith("CI083"));
        assertThat(filesOf(created.id()))
                .containsOnlyKeys(
                        "inspectors.csv",
                        "items.csv",
                        "list.csv",
                        "list.xlsx",
                        "objects.csv",
                        "recusals.csv",
                        "transcript.json");
        assertThat(text(created.id(), "recusals.csv")).isEqualTo("certificate,code\nLN0001," + code(1) + "\n");
        assertThat(plans.verify(created.id()).isVerified()).isTrue();
        assertThat(plans.history(created.id()))
                .extracting(PlanEvent::state)
                .containsExactly(
                        PlanState.DRAFT, PlanState.SUBMITTED, PlanState.APPROVED, PlanState.COMMITTED, PlanState.DRAWN);
    }

    @Test
    void theCommitmentStandsInTheAuditLogBeforeTheDrawAndTheSecretNowhere() {
        String id = committed();
        PlanCommitment commitment = plans.find(id).orElseThrow().commitment();

        AuditEntry line = city.audit.latest(id, 1).getFirst();
        assertThat(line.action()).isEqualTo("plan-committed");
        assertThat(line.seq()).isEqualTo(commitment.auditSeq());
        assertThat(line.detail())
                .contains("commitment=" + commitment.commitment(), "objects_root=" + commitment.objectsRoot());
        assertThat(commitment.digests()).containsOnlyKeys("objects.csv", "inspectors.csv", "items.csv", "recusals.csv");
        assertThat(commitment.digests())
                .allSatisfy((name, digest) -> assertThat(line.detail()).contains(name + "=" + digest));
        String secret = city.jdbc
                .sql("select secret from supervision.plan_secret")
                .query(String.class)
                .single();
        assertThat(DrawPlan.commitmentTo(secret)).isEqualTo(commitment.commitment());
        assertThat(plans.find(id).orElseThrow().toString() + plans.history(id) + line)
                .doesNotContain(secret);
        assertThat(plans.transcript(id)).isEmpty();
        assertThat(plans.file(id, "transcript.json")).isEmpty();
    }

    @Test
    void aRepeatedDrawIsTheSameDrawWhateverTheBeacon() throws IOException {
        String id = committed();
        Transcript first = plans.draw(id, BEACON, "regulator");
        Map<String, String> before = filesOf(id);

        Transcript second = city.anotherInstance().draw(id, Beacon.NONE, "somebody");

        assertThat(second.toJson()).isEqualTo(first.toJson());
        assertThat(second.plan().beacon()).isEqualTo(BEACON);
        assertThat(filesOf(id)).isEqualTo(before);
        assertThat(city.audit.latest(id, 10))
                .filteredOn(line -> line.action().equals("plan-drawn"))
                .hasSize(1);
    }

    @Test
    void drawsAskedForAtOnceAreOneDraw() throws Exception {
        String id = committed();
        List<byte[]> transcripts = atOnce(
                4,
                n -> city.anotherInstance()
                        .draw(id, new Beacon("round", "value " + n), "regulator")
                        .toJson());
        assertThat(transcripts).allSatisfy(bytes -> assertThat(bytes).isEqualTo(transcripts.getFirst()));
        assertThat(plans.verify(id).isVerified()).isTrue();
    }

    @Test
    void aDrawThatWasInterruptedGivesTheSameBytesWhenRepeated() {
        String id = committed();
        DrawnPlans draws = new DrawnPlans(
                new PlanRows(city.dataSource),
                new FrozenFiles(city.dataSource),
                new InspectionList(new Businesses(city.dataSource), CheckItems.standard()),
                new PublishedFolders(published));
        byte[] interrupted = city.transaction.execute(status -> {
            byte[] json = draws.draw(plans.find(id).orElseThrow(), BEACON).toJson();
            status.setRollbackOnly();
            return json;
        });
        assertThat(plans.find(id).orElseThrow().state()).isEqualTo(PlanState.COMMITTED);
        assertThat(plans.file(id, "transcript.json")).isEmpty();

        assertThat(city.anotherInstance().draw(id, BEACON, "regulator").toJson())
                .isEqualTo(interrupted);
    }

    @Test
    void aDrawIsNotPublishedWithinATransactionThatCouldUndoIt() {
        String id = committed();
        assertThatThrownBy(() -> city.transaction.executeWithoutResult(_ -> plans.draw(id, BEACON, "regulator")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(plans.folder(id)).doesNotExist();
    }

    @Test
    void aProgramInAnotherLanguageRecomputesThePublishedFolder() throws Exception {
        String id = drawn();
        Path recomputed = temporary.resolve("recomputed.json");
        Process node = new ProcessBuilder(
                        "node", "src/test/js/recompute.mjs", plans.folder(id).toString())
                .redirectOutput(recomputed.toFile())
                .redirectError(temporary.resolve("errors.txt").toFile())
                .start();
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(recomputed).hasSameBinaryContentAs(plans.folder(id).resolve("transcript.json"));
    }

    @Test
    void aDrawThatWasStoredButNotPublishedIsPublishedWhenRepeated() throws Exception {
        String id = committed();
        Files.writeString(published, "a file where the folder should be");
        assertThatThrownBy(() -> plans.draw(id, BEACON, "regulator")).isInstanceOf(UncheckedIOException.class);
        assertThat(plans.find(id).orElseThrow().state()).isEqualTo(PlanState.DRAWN);
        Files.delete(published);

        plans.draw(id, BEACON, "regulator");
        assertThat(plans.verify(id).isVerified()).isTrue();
    }

    @Test
    void aDeletedFolderIsPublishedAgainWithTheSameBytesThoughTheLedgerWentOn() throws Exception {
        String id = drawn();
        Map<String, String> before = filesOf(id);
        delete(plans.folder(id));
        city.grade(1, Grade.BLUE);

        assertThatThrownBy(() -> plans.verify(id)).isInstanceOf(DrawFaultsException.class);
        plans.republish(id, "regulator");

        assertThat(filesOf(id)).isEqualTo(before);
        assertThat(plans.verify(id).isVerified()).isTrue();
        try (Stream<Path> folders = Files.list(published)) {
            assertThat(folders).containsExactly(plans.folder(id));
        }
    }

    @Test
    void aChangedRowAndASwappedFolderAreFound() throws Exception {
        String id = drawn();
        Path objects = plans.folder(id).resolve("objects.csv");
        Files.writeString(objects, Files.readString(objects).replace("BLUE," + code(31), "RED," + code(31)));
        assertThat(plans.verify(id).draw().isVerified()).isFalse();
        assertThat(plans.verify(id).foreign()).containsExactly("objects.csv");

        String other = drawn();
        delete(plans.folder(id));
        Files.move(plans.folder(other), plans.folder(id));
        assertThat(plans.verify(id).draw().isVerified()).isTrue();
        assertThat(plans.verify(id).foreign()).contains("transcript.json");
        assertThat(plans.verify(id).isVerified()).isFalse();

        plans.republish(id, "regulator");
        assertThat(plans.verify(id).isVerified()).isTrue();
    }

    @Test
    void theSecondCommitIsRefusedAndNamesTheState() {
        String id = committed();
        PlanCommitment before = plans.find(id).orElseThrow().commitment();
        assertThatThrownBy(() -> plans.commit(id, "regulator"))
                .isInstanceOf(PlanStateException.class)
                .hasMessageContaining("已承诺");
        assertThat(plans.find(id).orElseThrow().commitment()).isEqualTo(before);
    }

    @Test
    void aDraftIsNotDrawn() {
        String id = plans.create(draft(), "regulator").id();
        assertThatThrownBy(() -> plans.draw(id, BEACON, "regulator"))
                .isInstanceOf(PlanStateException.class)
                .hasMessageContaining("草案");
        assertThatThrownBy(() -> plans.draw("2026-Q4-9999-210100", BEACON, "regulator"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatIsFrozenCannotChangeEvenInTheDatabase() {
        String id = committed();
        for (String change : List.of(
                "update supervision.plan set ratios = '{1,1,1,1}'",
                "update supervision.plan set commitment = repeat('0', 64)",
                "update supervision.plan set items_per_object = 0",
                "delete from supervision.plan",
                "update supervision.frozen_file set content = ''",
                "delete from supervision.frozen_file",
                "update supervision.plan_secret set secret = repeat('0', 64)",
                "delete from supervision.plan_event")) {
            assertThatThrownBy(() -> city.jdbc.sql(change).update()).as(change).hasMessageContaining("ERROR");
        }
        plans.draw(id, BEACON, "regulator");
        assertThatThrownBy(() -> city.jdbc
                        .sql("update supervision.plan set beacon_value = '1'")
                        .update())
                .hasMessageContaining("a draw is never run twice");
    }

    @Test
    void aGradeThatChangesAfterTheCommitmentDoesNotMoveABusinessToAnotherStratum() {
        String id = committed();
        city.grade(1, Grade.BLUE);
        Transcript transcript = plans.draw(id, BEACON, "regulator");
        assertThat(transcript.drawn())
                .filteredOn(object -> object.code().equals(code(1)))
                .extracting(Transcript.DrawnObject::stratum)
                .containsExactly("RED");
    }

    @Test
    void aCancelledPlanKeepsItsCommitmentAndReasonAndIsNeverDrawn() {
        String id = committed();
        PlanCommitment commitment = plans.find(id).orElseThrow().commitment();
        plans.cancel(id, "辖区调整", "regulator");

        Plan cancelled = plans.find(id).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(PlanState.CANCELLED);
        assertThat(cancelled.commitment()).isEqualTo(commitment);
        assertThat(cancelled.cancelReason()).isEqualTo("辖区调整");
        assertThatThrownBy(() -> plans.draw(id, BEACON, "regulator"))
                .isInstanceOf(PlanStateException.class)
                .hasMessageContaining("已取消");
        assertThatThrownBy(() -> plans.cancel(drawn(), "重抽", "regulator")).isInstanceOf(PlanStateException.class);
        assertThatThrownBy(() -> plans.cancel(id, " ", "regulator")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCommitThatIsRolledBackLeavesNeitherCommitmentNorAuditLine() {
        String id = city.approved(draft());
        city.jdbc.sql("""
                        create function fail() returns trigger language plpgsql as $$
                        begin raise exception 'crash'; end $$""").update();
        city.jdbc
                .sql("create trigger crash before insert on supervision.plan_secret execute function fail()")
                .update();
        assertThatThrownBy(() -> plans.commit(id, "regulator")).hasMessageContaining("crash");

        assertThat(plans.find(id).orElseThrow().state()).isEqualTo(PlanState.APPROVED);
        assertThat(plans.file(id, "objects.csv")).isEmpty();
        assertThat(city.audit.latest(id, 10))
                .extracting(AuditEntry::action)
                .containsExactly("plan-approved", "plan-submitted", "plan-created");
        assertThat(city.audit.verify().fault()).isNull();

        city.jdbc.sql("drop trigger crash on supervision.plan_secret").update();
        plans.commit(id, "regulator");
        assertThat(city.audit.latest(id, 10))
                .extracting(AuditEntry::action)
                .containsExactly("plan-committed", "plan-approved", "plan-submitted", "plan-created");
    }

    @Test
    void plansCreatedAtOnceHaveDifferentIdsAndTheListTurnsItsPages() throws Exception {
        List<String> ids = atOnce(
                8, _ -> city.anotherInstance().create(draft(), "regulator").id());
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8)
                        .mapToObj("2026-Q4-%04d-210100"::formatted)
                        .toList());

        var first = plans.list(null, 5);
        var second = plans.list(first.next(), 5);
        assertThat(first.total()).isEqualTo(8);
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(Plan::id))
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThatThrownBy(() -> plans.list("x", 5)).hasMessageContaining("cursor");
    }

    @Test
    void theInspectionListNamesBusinessesInspectorsAndLegalBases() throws IOException {
        String id = drawn();
        List<ListRow> rows = plans.inspectionList(id, 0, 100);
        assertThat(rows).hasSize(14).extracting(ListRow::number).startsWith(1, 2, 3);
        assertThat(plans.inspectionList(id, 10, 10)).isEqualTo(rows.subList(10, 14));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.inspectors()).hasSize(2).allMatch(text -> text.matches("执法人员\\d（LN000\\d）"));
            assertThat(row.items()).hasSize(3).first().asString().contains("食品安全法 第110条");
            assertThat(row.region()).isEqualTo("和平区");
            assertThat(row.address()).startsWith("中山路");
        });
        assertThat(text(id, "list.csv"))
                .startsWith("\uFEFF序号,统一社会信用代码,企业名称,等级,行业,区划,住所,检查人员及证号,检查事项及依据,产生方式\r\n1,")
                .contains(",'=cmd|'/c calc'!A0,红,6210 ")
                .hasLineCount(15);
    }

    private String committed() {
        String id = city.approved(draft());
        plans.commit(id, "regulator");
        return id;
    }

    private String drawn() {
        String id = committed();
        plans.draw(id, BEACON, "regulator");
        return id;
    }

    private String text(String id, String name) throws IOException {
        return Files.readString(plans.folder(id).resolve(name), StandardCharsets.UTF_8);
    }

    private Map<String, String> filesOf(String id) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(plans.folder(id))) {
            for (Path file : files.toList()) {
                digests.put(file.getFileName().toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private interface Numbered<T> {
        T run(int n);
    }

    private static <T> List<T> atOnce(int times, Numbered<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Callable<T>> tasks = IntStream.range(0, times)
                    .mapToObj(n -> (Callable<T>) () -> work.run(n))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
