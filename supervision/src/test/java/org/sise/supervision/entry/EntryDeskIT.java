package org.sise.supervision.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.visit.InspectionFixture.DAY;
import static org.sise.supervision.visit.InspectionFixture.WEEK;
import static org.sise.supervision.visit.InspectionFixture.code;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.supervision.catalogue.Catalogue;
import org.sise.supervision.catalogue.CatalogueFile;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.form.Column;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.roster.RecusalKind;
import org.sise.supervision.stratum.Selection;
import org.sise.supervision.visit.InspectionFixture;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitState;
import org.sise.supervision.visit.YearlyCaps;

class EntryDeskIT {

    private InspectionFixture house;
    private CodeKeys keys;
    private EntryDesk desk;
    private Emergencies emergencies;
    private CreditCode shop;
    private String sign;

    @BeforeEach
    void start() {
        house = new InspectionFixture();
        EntryRules rules = EntryRules.standard();
        keys = new CodeKeys(house.dataSource, house.transactions, house.audit, rules, house.clock);
        keys.rotate(house.clock.instant(), Duration.ofDays(90), "test");
        desk = new EntryDesk(
                house.dataSource, house.visits, keys, CheckItems.standard(), YearlyCaps.standard(), rules, house.clock);
        emergencies = new Emergencies(
                house.dataSource,
                house.transactions,
                house.audit,
                house.visits,
                desk,
                rules,
                (day, days) -> day.plusDays(days),
                house.clock);
        shop = house.shop(1, Grade.YELLOW);
        sign = BusinessSign.of(shop);
    }

    @Test
    void two_officers_scan_the_sign_and_the_visit_is_open() {
        Visit visit = house.approved(shop, VisitKind.DAILY);
        EntryAnswer first = desk.scanSign(sign, "LN1", null);
        assertThat(first.failures()).isEmpty();
        VisitAtDoor shown = Objects.requireNonNull(first.visit());
        assertThat(shown.id()).isEqualTo(visit.id());
        assertThat(shown.state()).isEqualTo(VisitState.OPEN);
        assertThat(shown.departments()).containsExactly("市场监管");
        assertThat(inside(first)).containsExactly("LN1");
        assertThat(first.notices()).contains(Notice.WAITING_FOR_COLLEAGUE);
        EntryAnswer second = desk.scanSign(sign, "LN2", null);
        assertThat(second.notices()).isEmpty();
        assertThat(inside(second)).containsExactly("LN1", "LN2");
        assertThat(house.visits.visit(visit.id()).state()).isEqualTo(VisitState.OPEN);
        assertThat(desk.scanSign(sign, "LN1", null).conditions()).containsExactly(Condition.ALREADY_IN);
        assertThat(desk.attempts(shop, 10))
                .extracting(EntryAttempt::failures)
                .containsExactly(List.of(Condition.ALREADY_IN), List.of(), List.of());
    }

    @Test
    void an_item_withdrawn_since_opens_the_door_for_the_plan_that_was_drawn_with_it_alone() {
        CreditCode other = house.shop(2, Grade.YELLOW);
        house.approved(other, VisitKind.DAILY);
        TaskDraft drawn = new TaskDraft(
                shop, VisitKind.RANDOM, "市场监管", null, "抽中", List.of("CI001"), List.of("LN1", "LN2"), WEEK);
        house.visits.approve(
                house.visits
                        .proposeDrawn(drawn, Selection.ANY, "proposer")
                        .orElseThrow()
                        .id(),
                "approver");
        Catalogue catalogue = new Catalogue(house.dataSource, house.transactions, house.audit, house.clock);
        EntryDesk since = new EntryDesk(
                house.dataSource,
                house.visits,
                keys,
                catalogue.items(),
                YearlyCaps.standard(),
                EntryRules.standard(),
                house.clock);
        String header = CatalogueFile.COLUMNS.stream().map(Column::zh).collect(Collectors.joining(","));
        String line = "CI001,登记,营业执照,一般,企业,现场,条例,登记,,,,本局清单,high,是";
        assertThat(catalogue
                        .importFile((header + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8), "regulator")
                        .faults())
                .isEmpty();

        assertThat(since.scanSign(sign, "LN1", null).failures()).isEmpty();
        assertThat(since.scanSign(BusinessSign.of(other), "LN1", null).conditions())
                .containsExactly(Condition.ITEM_UNPUBLISHED);
    }

    @Test
    void officers_who_scan_at_the_same_moment_are_all_admitted_and_each_once() throws Exception {
        house.approve(new TaskDraft(
                shop, VisitKind.DAILY, "市场监管", null, "x", List.of("CI001"), List.of("LN1", "LN2", "LN3"), WEEK));
        List<Callable<EntryAnswer>> scans = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            for (String certificate : List.of("LN1", "LN2", "LN3")) {
                scans.add(() -> desk.scanSign(sign, certificate, null));
            }
        }
        List<EntryAnswer> answers = atOnce(scans);
        assertThat(answers).filteredOn(EntryAnswer::isAdmitted).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> !answer.isAdmitted())
                .allSatisfy(answer -> assertThat(answer.conditions()).containsExactly(Condition.ALREADY_IN))
                .hasSize(9);
        assertThat(desk.attempts(shop, 100)).hasSize(12);
    }

    @Test
    void a_shown_code_opens_the_door_once_whoever_scans_it_at_the_same_moment() throws Exception {
        Visit visit = house.approved(shop, VisitKind.DAILY);
        String shown = desk.codeToShow(visit.id(), "LN1");
        List<Callable<EntryAnswer>> scans = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            scans.add(() -> desk.scanCode(shown, shop, null));
        }
        List<EntryAnswer> answers = atOnce(scans);
        assertThat(answers).filteredOn(EntryAnswer::isAdmitted).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.isAdmitted())
                .allSatisfy(answer -> assertThat(answer.conditions()).containsExactly(Condition.CODE_REPLAYED));
        assertThat(desk.attempts(shop, 100)).hasSize(8);
        house.clock.turn(Duration.ofSeconds(30));
        assertThat(desk.scanCode(desk.codeToShow(visit.id(), "LN1"), shop, null).isAdmitted())
                .isTrue();
    }

    @Test
    void a_code_of_yesterday_at_another_door_names_both() {
        Visit visit = house.approved(shop, VisitKind.DAILY);
        CreditCode next = house.shop(2, Grade.RED);
        String shown = desk.codeToShow(visit.id(), "LN2");
        house.clock.turn(Duration.ofDays(1));
        assertThat(desk.scanCode(shown, next, null).conditions())
                .containsExactly(Condition.CODE_EXPIRED, Condition.WRONG_BUSINESS);
        assertThat(house.visits.visit(visit.id()).state()).isEqualTo(VisitState.PLANNED);
    }

    @Test
    void a_task_taken_back_revokes_the_code_that_was_carried_along() {
        Visit visit = house.approved(shop, VisitKind.CLUE);
        String carried = desk.codeToCarry(visit.id(), "LN1", Duration.ofHours(4));
        house.visits.revoke(house.visits.tasksOf(visit.id()).getFirst().id(), "改期", "approver");
        assertThat(desk.scanCode(carried, shop, null).conditions())
                .containsExactly(Condition.NO_APPROVED_TASK, Condition.CODE_REVOKED);
        assertThat(new CodeVerifier(keys.published(), EntryRules.standard())
                        .checkOffline(carried, shop, house.clock.instant())
                        .notices())
                .containsExactly(Notice.OFFLINE);
    }

    @Test
    void a_forged_and_an_unreadable_code_are_refused_and_kept() {
        Visit visit = house.approved(shop, VisitKind.DAILY);
        String forged = new CodeSigner(1, CodeSigner.newPair().secretKey())
                .shown(visit.id(), visit.issue(), shop, house.clock.instant(), EntryRules.standard());
        assertThat(desk.scanCode(forged, shop, null).conditions()).containsExactly(Condition.CODE_FORGED);
        assertThat(desk.scanCode("hello", shop, null).conditions()).containsExactly(Condition.CODE_UNREADABLE);
        assertThat(desk.scanSign("hello", "LN1", null).conditions()).containsExactly(Condition.CODE_UNREADABLE);
        assertThat(desk.attempts(shop, 10)).hasSize(2);
        assertThat(house.jdbc
                        .sql("select count(*) from supervision.entry_scan where not admitted")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void keys_rotate_and_the_former_ones_codes_are_still_taken() {
        Visit visit = house.approved(shop, VisitKind.DAILY);
        String before = desk.codeToCarry(visit.id(), "LN1", Duration.ofHours(4));
        keys.rotate(house.clock.instant().plusSeconds(60), Duration.ofDays(90), "test");
        house.clock.turn(Duration.ofMinutes(5));
        String after = desk.codeToShow(visit.id(), "LN2");
        assertThat(TaskCode.read(after).orElseThrow().code().key()).isEqualTo(2);
        assertThat(desk.scanCode(before, shop, null).isAdmitted()).isTrue();
        assertThat(desk.scanCode(after, shop, null).isAdmitted()).isTrue();
        CodeKeys another =
                new CodeKeys(house.dataSource, house.transactions, house.audit, EntryRules.standard(), house.clock);
        assertThat(another.published()).hasSize(2);
    }

    @Test
    void who_may_not_come_is_refused_with_each_reason() {
        house.approve(new TaskDraft(
                shop,
                VisitKind.DAILY,
                "市场监管",
                null,
                "x",
                List.of("CI001"),
                List.of("LN1", "LN2", "LN3", "LN4", "LN5"),
                WEEK));
        assertThat(desk.scanSign(sign, "LN4", null).conditions()).containsExactly(Condition.CERTIFICATE_EXPIRED);
        assertThat(desk.scanSign(sign, "LN5", null).conditions()).containsExactly(Condition.WRONG_DISTRICT);
        assertThat(desk.scanSign(sign, "LN9", null).conditions())
                .containsExactly(Condition.NOT_ASSIGNED, Condition.CERTIFICATE_REVOKED);
        house.recusals.declare("LN3", shop, RecusalKind.FAMILY, "亲属", "LN3");
        assertThat(desk.scanSign(sign, "LN3", null).conditions()).containsExactly(Condition.RECUSED);
        assertThat(desk.scanSign(sign, "LN1", null).isAdmitted()).isTrue();
        new Certificates(house.dataSource, house.transactions, house.audit, house.clock)
                .revoke("LN2", DAY, "调离", "test");
        assertThat(desk.scanSign(sign, "LN2", null).conditions())
                .contains(Condition.CERTIFICATE_REVOKED, Condition.TOO_FEW_OFFICERS);
        new Inspectors(house.dataSource, house.transactions, house.audit, house.clock)
                .add(List.of(new CertifiedInspector("LN4", "执法人员LN4", "210102", "食品", 20, DAY.plusYears(1))), "test");
        assertThat(desk.scanSign(sign, "LN4", null).isAdmitted())
                .as("a renewed certificate")
                .isTrue();
    }

    @Test
    void what_changed_since_the_approval_is_seen_at_the_door() {
        house.approved(shop, VisitKind.DAILY);
        house.grade(1, Grade.BLUE);
        assertThat(desk.scanSign(sign, "LN1", null).conditions()).containsExactly(Condition.BLUE_UNCALLED);
        house.grade(1, Grade.YELLOW);
        house.register(1, "closed");
        assertThat(desk.scanSign(sign, "LN1", null).conditions()).containsExactly(Condition.BUSINESS_CLOSED);
        house.register(1, "operating");
        house.clock.turn(Duration.ofDays(10));
        assertThat(desk.scanSign(sign, "LN1", null).conditions()).containsExactly(Condition.OUTSIDE_WINDOW);
        assertThat(desk.scanSign(BusinessSign.of(code(77)), "LN1", null).conditions())
                .containsExactly(Condition.BUSINESS_UNKNOWN, Condition.NO_APPROVED_TASK);
    }

    @Test
    void a_phone_whose_clock_is_ten_minutes_off_is_kept_with_its_time() {
        house.approved(shop, VisitKind.DAILY);
        Instant off = house.clock.instant().minus(Duration.ofMinutes(10));
        assertThat(desk.scanSign(sign, "LN1", off).isAdmitted()).isTrue();
        assertThat(house.jdbc
                        .sql("select count(*) from supervision.entry_scan where at - device_at = interval '10 minutes'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void scans_are_appended_and_never_changed() {
        house.approved(shop, VisitKind.DAILY);
        desk.scanSign(sign, "LN1", null);
        assertThatThrownBy(() -> house.jdbc
                        .sql("update supervision.entry_scan set reason = 'x'")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void an_emergency_is_entered_for_a_reason_and_reviewed_by_another() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> emergencies.enter(sign, List.of("LN1", "LN2"), "应急", List.of("CI001"), " ", "zhang"));
        EntryAnswer answer = emergencies.enter(sign, List.of("LN1", "LN2"), "应急", List.of("CI001"), "燃气泄漏", "zhang");
        assertThat(answer.isAdmitted()).isTrue();
        assertThat(answer.notices()).containsExactly(Notice.EMERGENCY);
        assertThat(desk.scanSign(sign, "LN2", null).isAdmitted()).isTrue();
        assertThat(emergencies.waiting()).singleElement().satisfies(review -> {
            assertThat(review.reason()).isEqualTo("燃气泄漏");
            assertThat(review.due()).isEqualTo(DAY.plusDays(3));
        });
        long visit = emergencies.waiting().getFirst().visit();
        assertThatIllegalArgumentException().isThrownBy(() -> emergencies.review(visit, true, "属实", "zhang"));
        assertThat(emergencies.review(visit, true, "属实", "li").state()).isEqualTo(ReviewState.JUSTIFIED);
        assertThatThrownBy(() -> emergencies.review(visit, false, "再看", "li"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(emergencies.waiting()).isEmpty();
        assertThat(house.visits.yearSoFar(shop.value(), 2026).visits()).isEqualTo(1);
    }

    @Test
    void an_emergency_excuses_no_ended_certificate() {
        EntryAnswer answer = emergencies.enter(sign, List.of("LN4"), "应急", List.of("CI001"), "燃气泄漏", "zhang");
        assertThat(answer.conditions()).containsExactly(Condition.CERTIFICATE_EXPIRED);
        assertThat(desk.attempts(shop, 5)).singleElement().satisfies(attempt -> {
            assertThat(attempt.way()).isEqualTo(Way.EMERGENCY);
            assertThat(attempt.reason()).isEqualTo("燃气泄漏");
        });
    }

    private static List<EntryAnswer> atOnce(List<Callable<EntryAnswer>> scans) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<EntryAnswer>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(scans.size())) {
            for (Callable<EntryAnswer> scan : scans) {
                futures.add(threads.submit(() -> {
                    go.await();
                    return scan.call();
                }));
            }
            go.countDown();
        }
        List<EntryAnswer> answers = new ArrayList<>();
        for (Future<EntryAnswer> future : futures) {
            answers.add(future.get());
        }
        return answers;
    }

    private static List<String> inside(EntryAnswer answer) {
        return Objects.requireNonNull(answer.visit()).officers().stream()
                .filter(VisitAtDoor.Officer::inside)
                .map(VisitAtDoor.Officer::certificate)
                .toList();
    }
}
