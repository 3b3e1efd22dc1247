package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.code.CreditCode;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import org.sise.supervision.catalogue.CatalogueItem;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.commitment.CommitmentDraft;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.measure.MeasureState;
import org.sise.supervision.measure.Measures;
import org.sise.supervision.reminder.ReminderFilter;
import org.sise.supervision.reminder.Reminders;
import org.sise.supervision.reminder.SlipKind;
import org.sise.supervision.repair.cases.Applications;
import org.sise.supervision.repair.cases.Materials;
import org.sise.supervision.repair.cases.RepairCase;
import org.sise.supervision.repair.cases.RepairCases;
import org.sise.supervision.repair.cases.RepairOffice;
import org.sise.supervision.repair.pack.CaseKind;
import org.sise.supervision.roster.CertifiedInspector;
import org.sise.supervision.roster.Inspectors;
import org.sise.supervision.visit.TaskDraft;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;
import org.sise.supervision.visit.Window;

/** What follows from records, in a real browser: listings, measures on them, commitments, and their end. */
class ConsequencesE2E {

    private static final byte[] PDF = "%PDF-1.7 receipt of the fine".getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static ServerFixture server;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_colour_alone_makes_no_measure_proposable_and_a_confirmed_listing_does() throws IOException {
        RepairHouse house = new RepairHouse(server, 11);
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/measures/new?business=" + house.code));
        PlaywrightAssertions.assertThat(regulator.locator("#no-ground")).isVisible();

        StoredRecord serious = house.record(
                RecordKind.PENALTY,
                "serious-" + house.account,
                Map.of(
                        "date", RepairHouse.TODAY.minusDays(20).toString(),
                        "document", "沈市监罚〔2026〕" + house.account,
                        "department", "沈阳市市场监督管理局",
                        "category", "责令停产停业",
                        "severity", "serious"));
        regulator.navigate(server.url("/listings/new?business=" + house.code));
        regulator.locator("#ground").selectOption("YW-1");
        regulator.locator("#department").fill("沈阳市市场监督管理局");
        regulator.locator("#facts").fill("无许可经营食品");
        regulator.locator("#propose").click();
        PlaywrightAssertions.assertThat(regulator.locator("#problems [data-field=evidence]"))
                .containsText("有效的严重失信类处罚");
        regulator.locator("#evidence").selectOption(Long.toString(serious.id()));
        regulator.locator("#propose").click();
        PlaywrightAssertions.assertThat(regulator.locator("#state")).hasText("拟列入");
        String listing = regulator.url();
        regulator.locator("#on").fill(RepairHouse.TODAY.toString());
        regulator.locator("#serve").click();
        PlaywrightAssertions.assertThat(regulator.locator("#due")).containsText("陈述申辩期满");
        assertThat(regulator.locator("#decide").count()).isZero();

        Page company = browsing.signIn(house.account);
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#listings tbody")).containsText("陈述申辩期满");

        Page approver = browsing.signIn("approver");
        approver.navigate(listing);
        approver.locator("#document").fill("沈市监列严〔2026〕11号");
        approver.locator("#decide").click();
        PlaywrightAssertions.assertThat(approver.locator("[role=alert]")).containsText("陈述申辩期至");
        regulator.locator("#statement").fill("放弃陈述申辩");
        regulator.locator("#hear").click();
        approver.locator("#document").fill("沈市监列严〔2026〕11号");
        approver.locator("#decide").click();
        PlaywrightAssertions.assertThat(approver.locator("#state")).hasText("已列入");
        Browsing.shoot(approver, "consequences-listing");

        approver.navigate(server.url("/listings?list=YW&state=listed&business=" + house.code));
        PlaywrightAssertions.assertThat(approver.locator("#listings tbody tr")).hasCount(1);
        Download csv = approver.waitForDownload(
                () -> approver.locator("a[href*='listings.csv']").click());
        assertThat(Files.readString(csv.path())).contains(house.code, "沈市监列严〔2026〕11号");

        regulator.navigate(server.url("/measures/new?business=" + house.code));
        PlaywrightAssertions.assertThat(regulator.locator("#candidates tbody")).containsText("严重违法失信名单");
        regulator.locator("#candidates tbody button").first().click();
        PlaywrightAssertions.assertThat(regulator.locator("#state")).hasText(MeasureState.PROPOSED.zh());
    }

    @Test
    void a_repair_granted_lifts_the_measure_that_stood_on_that_record() throws IOException {
        RepairHouse house = new RepairHouse(server, 12);
        StoredRecord fine = house.record(
                RecordKind.PENALTY,
                "large-" + house.account,
                Map.of(
                        "date", RepairHouse.FINED.toString(),
                        "document", "沈环罚〔2026〕" + house.account,
                        "department", "沈阳市生态环境局",
                        "category", "较大数额罚款",
                        "severity", "general",
                        "amount", "600000"));
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/measures/new?business=" + house.code));
        regulator.locator("#candidates tbody button").first().click();
        String measure = regulator.url();
        long id = Long.parseLong(measure.substring(measure.lastIndexOf('/') + 1));
        Page approver = browsing.signIn("approver");
        approver.navigate(measure);
        approver.locator("#confirm").click();
        approver.locator("#on").fill(RepairHouse.TODAY.toString());
        approver.locator("#way").fill("直接送达");
        approver.locator("#serve").click();
        approver.locator("#statement").fill("放弃陈述申辩");
        approver.locator("#hear").click();
        approver.locator("#dispatch").click();
        PlaywrightAssertions.assertThat(approver.locator("#state")).hasText(MeasureState.IN_FORCE.zh());

        grant(house, fine);

        await().atMost(LONGEST).until(() -> server.bean(Measures.class).find(id).state() == MeasureState.LIFTED);
        approver.navigate(measure);
        PlaywrightAssertions.assertThat(approver.locator("#state")).hasText(MeasureState.LIFTED.zh());
        PlaywrightAssertions.assertThat(approver.locator("#steps")).containsText("依据已修复");
        Browsing.shoot(approver, "consequences-lifted");
        approver.navigate(server.url("/measures/new?business=" + house.code));
        PlaywrightAssertions.assertThat(approver.locator("#no-ground")).isVisible();
    }

    @Test
    void a_promise_is_read_signed_and_reported_and_what_an_inspection_finds_is_judged_by_a_person() {
        RepairHouse house = new RepairHouse(server, 13);
        Page company = browsing.signIn("zh-CN", house.account, Browsing.PHONE);
        company.navigate(server.url("/desk"));
        company.locator("#new-commitment").click();
        company.locator("#kind").selectOption("CM3");
        company.locator("#matter").fill("食品经营许可变更");
        company.locator("#department").fill("沈阳市行政审批局");
        company.locator("#until").fill(RepairHouse.TODAY.plusDays(20).toString());
        company.locator("#read").click();
        PlaywrightAssertions.assertThat(company.locator("#text")).containsText(house.code);
        company.locator("#signer").fill("张三");
        company.locator("#sign").click();
        PlaywrightAssertions.assertThat(company.locator("#state")).hasText("履行中");
        String id = company.url().substring(company.url().lastIndexOf('/') + 1);
        company.locator("#evidence").fill("缺少的材料已补交");
        company.locator("#send-report").click();
        PlaywrightAssertions.assertThat(company.locator("#report")).containsText("缺少的材料已补交");
        assertThat((Boolean) company.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Browsing.shoot(company, "consequences-promise");

        StoredRecord inspection = house.record(
                RecordKind.INSPECTION,
                "inspection-" + house.account,
                Map.of(
                        "date", RepairHouse.TODAY.toString(),
                        "department", "沈阳市市场监督管理局",
                        "plan", "P13",
                        "task", "T13",
                        "result", "corrected-on-order"));
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/commitments/suspicions"));
        regulator
                .locator("#suspicions tbody tr", new Page.LocatorOptions().setHasText(house.code))
                .locator("td a")
                .first()
                .click();
        PlaywrightAssertions.assertThat(regulator.locator("#suspicion")).containsText("发现问题已责令改正");
        PlaywrightAssertions.assertThat(regulator.locator("#state")).hasText("履行中");
        assertThat(regulator.locator("#inspection").inputValue()).isEqualTo(Long.toString(inspection.id()));
        regulator.locator("#note").fill("材料未补交");
        regulator.locator("#breach").click();
        PlaywrightAssertions.assertThat(regulator.locator("#state")).hasText("违诺");
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#commitments .fault")).containsText("容缺受理型");

        regulator.navigate(server.url("/measures/new?business=" + house.code));
        PlaywrightAssertions.assertThat(regulator.locator("#candidates tbody")).containsText("承诺");
        regulator.navigate(server.url("/commitments/" + id));
        regulator.locator("#clearing").fill("复核不成立");
        regulator.locator("#clear").click();
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#commitments .fault")).hasCount(0);
    }

    @Test
    void whoever_approves_a_daily_check_is_told_of_a_promise_that_may_stand_for_it() {
        CreditCode yellow =
                new CreditCode(server.bean(Commitments.class).offered(null, 1).getFirst());
        List<String> items = server.bean(CheckItems.class).select(null, null).stream()
                .map(CatalogueItem::id)
                .limit(2)
                .toList();
        server.bean(Commitments.class)
                .sign(
                        new CommitmentDraft(
                                "CM6",
                                yellow,
                                "诚信经营",
                                "沈阳市市场监督管理局",
                                items.subList(0, 1),
                                RepairHouse.TODAY.plusDays(30),
                                "张三"),
                        "company");
        VisitTask task = server.bean(Visits.class)
                .propose(
                        new TaskDraft(
                                yellow,
                                VisitKind.DAILY,
                                "沈阳市市场监督管理局",
                                null,
                                "日常检查",
                                items,
                                server.bean(Inspectors.class).list().stream()
                                        .map(CertifiedInspector::certificate)
                                        .limit(2)
                                        .toList(),
                                new Window(RepairHouse.TODAY, RepairHouse.TODAY)),
                        "officer")
                .orElseThrow();
        Page approver = browsing.signIn("approver");
        approver.navigate(server.url("/tasks/" + task.id()));
        PlaywrightAssertions.assertThat(approver.locator("#promised")).containsText(items.getFirst());
        PlaywrightAssertions.assertThat(approver.locator("#promised")).not().containsText(items.getLast());
        approver.locator("#promised a").click();
        PlaywrightAssertions.assertThat(approver.locator("#commitments tbody tr"))
                .hasCount(1);
    }

    @Test
    void slips_talks_and_the_review_of_a_case_come_before_and_beside_enforcement() {
        RepairHouse house = new RepairHouse(server, 14);
        await().atMost(LONGEST)
                .until(() -> server.bean(Reminders.class)
                                .count(new ReminderFilter(SlipKind.REPAIR, house.code, null, true, false))
                        == 4);
        Page company = browsing.signIn(house.account);
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#reminders tbody tr")).hasCount(4);
        company.locator("#reminders button").first().click();
        PlaywrightAssertions.assertThat(company.locator("#reminders button")).hasCount(3);

        Page officer = browsing.signIn("officer");
        officer.navigate(server.url("/talks/suggested?kind=consultative"));
        officer.locator("#suggested tbody tr", new Page.LocatorOptions().setHasText(house.code))
                .locator("a[href*='talks/new']")
                .click();
        officer.locator("#department").fill("沈阳市生态环境局");
        officer.locator("#reason").fill("半年内四次处罚");
        officer.locator("#propose").click();
        officer.locator("#at").fill("2020-01-01T09:00");
        officer.locator("#place").fill("301 室");
        officer.locator("#appoint").click();
        PlaywrightAssertions.assertThat(officer.locator("[role=alert]")).containsText("约定时间不能早于现在");
        officer.locator("#at").fill(RepairHouse.TODAY.plusDays(3) + "T09:30");
        officer.locator("#place").fill("301 室");
        officer.locator("#appoint").click();
        PlaywrightAssertions.assertThat(officer.locator("#state")).hasText("已约定");
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#talks tbody")).containsText("301 室");
        officer.locator("#on").fill(RepairHouse.TODAY.toString());
        officer.locator("#attended").fill("企业负责人");
        officer.locator("#minutes").fill("一个月内整改");
        officer.locator("#hold").click();
        PlaywrightAssertions.assertThat(officer.locator("#due"))
                .hasText(RepairHouse.TODAY.plusDays(30).toString());
        officer.locator("#outcome").fill("已整改");
        officer.locator("#follow").click();
        PlaywrightAssertions.assertThat(officer.locator("#state")).hasText("已回访");

        officer.navigate(server.url("/reviews/new?business=" + house.code));
        officer.locator("#caseNumber").fill("沈市监立〔2026〕14号");
        officer.locator("#department").fill("沈阳市市场监督管理局");
        officer.locator("#violation").fill("使用未经检验的特种设备");
        officer.locator("#benchmark").selectOption("DB42");
        officer.locator("#open").click();
        for (int step = 1; step <= 5; step++) {
            officer.locator("#step-" + step + " #answer").fill("是");
            officer.locator("#step-" + step + " #answer-step").click();
        }
        officer.locator("#fine").fill("5000");
        officer.locator("#step-6 #answer").fill("初犯");
        officer.locator("#step-6 #answer-step").click();
        PlaywrightAssertions.assertThat(officer.locator("#outside")).containsText("低于法定幅度");
        PlaywrightAssertions.assertThat(officer.locator("#another")).isVisible();
        Browsing.shoot(officer, "consequences-review");
        Page approver = browsing.signIn("approver");
        approver.navigate(officer.url());
        approver.locator("#step-7 #answer").fill("已集体讨论，减轻理由成立");
        approver.locator("#step-7 #answer-step").click();
        PlaywrightAssertions.assertThat(approver.locator("#state")).hasText("已完成");
    }

    private static void grant(RepairHouse house, StoredRecord record) throws IOException {
        Applications applications = server.bean(Applications.class);
        RepairOffice office = server.bean(RepairOffice.class);
        RepairCase one = applications.begin(CaseKind.REPAIR, house.code, record.id(), "已整改", house.account);
        for (var wanted : server.bean(RepairCases.class).packOf(one).materials(CaseKind.REPAIR)) {
            server.bean(Materials.class)
                    .add(one, wanted.id(), "proof.pdf", new ByteArrayInputStream(PDF), house.account);
        }
        applications.submit(one.id(), house.code, "张三", house.account);
        office.accept(one.id(), "regulator");
        office.grant(one.id(), "属实", false, List.of(), "approver");
    }
}
