package org.sise.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.core.record.InspectionResult;
import org.sise.supervision.correction.Corrections;
import org.sise.supervision.visit.Visit;

/** What follows a visit in a real browser: exemption, correction, publication, modes, whether it works. */
class AfterVisitE2E {

    private static final Map<String, InspectionResult> PRICE_TAG =
            Map.of("CI001", InspectionResult.NO_PROBLEM, "CI012", InspectionResult.CORRECTED_ON_ORDER);

    private static ServerFixture server;
    private static AfterVisitHouse house;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        house = new AfterVisitHouse(server);
    }

    @Test
    void a_finding_is_exempted_put_right_looked_at_and_published() throws IOException {
        CreditCode shop = house.door.business(Grade.YELLOW);
        Visit visit = house.leave(house.open(shop, PRICE_TAG));
        Page stranger = browsing.signIn("officer");
        stranger.navigate(server.url("/visits/" + visit.id()));
        Locator none = stranger.locator("#after #offer-CI012-EX40");
        none.locator("summary").click();
        none.locator("input[name=reason]").fill("不是我查的");
        none.locator("button[value=true]").click();
        assertThat(stranger.locator(".fault")).containsText("只有该次检查的人员或监管人员可以决定");

        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/visits/" + visit.id()));
        Locator offer = regulator.locator("#after #offer-CI012-EX40");
        offer.locator("summary").click();
        assertThat(offer.locator("[data-condition=first]")).hasAttribute("data-answer", "HOLDS");
        assertThat(offer.locator("[data-condition=corrected]")).containsText("在期限内改正即符合");
        offer.locator("input[name=reason]").fill("首次，危害轻微");
        offer.locator("button[value=true]").click();
        assertThat(regulator.locator(".fault")).containsText("没有误导消费者");
        assertThat(offer.locator("input[name=reason]")).hasValue("首次，危害轻微");
        for (Locator box : offer.locator("input[name=confirmed]").all()) {
            box.check();
        }
        Browsing.shoot(regulator, "after-visit");
        offer.locator("button[value=true]").click();
        assertThat(regulator.locator("#after-CI012 .decided")).containsText("已决定免罚");
        assertThat(regulator.locator("#after-CI012 .corrected")).containsText("不予行政处罚");

        Page company = browsing.signIn(house.company(shop));
        company.navigate(server.url("/corrections"));
        assertThat(company.locator("#corrections tbody tr")).hasCount(1);
        company.locator("#corrections tbody a").first().click();
        company.locator("#report-note").fill("价签已补齐");
        company.locator("#report").click();
        assertThat(company.locator("#correction-state")).hasText("企业已报告");
        assertThat(company.locator("#verify")).hasCount(0);

        regulator.navigate(server.url("/corrections"));
        regulator.locator("#reported a").click();
        assertThat(regulator.locator("#corrections")).containsText(shop.value());
        assertThat(csv(regulator, "#corrections-csv")).contains(shop.value(), "企业已报告", AfterVisitHouse.DEPARTMENT);
        regulator.navigate(server.url("/corrections?business=" + shop.value()));
        regulator.locator("#corrections tbody a").first().click();
        regulator.locator("input[name=corrected][value=true]").check();
        regulator.locator("#verify-note").fill("到店核对，价签齐全");
        regulator.locator("#verify").click();
        assertThat(regulator.locator("#correction-state")).hasText("已核实改正");
        assertThat(regulator.locator("#steps tbody tr")).hasCount(3);
        Browsing.shoot(regulator, "after-correction");

        regulator.navigate(server.url("/publications?business=" + shop.value()));
        assertThat(csv(regulator, "#publications-csv")).contains(shop.value());
        Browsing.shoot(regulator, "after-publications");
        regulator.locator("#publish-" + visit.id()).click();
        assertThat(regulator.locator(".done")).isVisible();
        regulator.navigate(server.url("/publications?show=published&business=" + shop.value()));
        assertThat(regulator.locator("#published tbody tr")).hasCount(1);

        Page anybody = browsing.page("zh-CN", 1280);
        anybody.navigate(server.url("/published?q=" + shop.value()));
        Browsing.shoot(anybody, "after-published");
        assertThat(csv(anybody, "#published-csv")).contains(shop.value()).doesNotContain(DoorFixture.FIRST);
        anybody.locator("#results tbody a").click();
        assertThat(anybody.locator("#published-result")).hasText(InspectionResult.CORRECTED_ON_ORDER.zh());
        for (String feed : List.of("feed.xml", "feed.json")) {
            assertThat(anybody.request().get(server.url("/published/" + feed)).text())
                    .contains("/published/results/" + house.task(visit));
        }

        company.navigate(server.url("/businesses/" + shop.value()));
        assertThat(company.locator("#supervision #business-published a")).hasCount(1);
        assertThat(company.locator("#supervision")).containsText("没有未完成的整改");
    }

    @Test
    void an_overdue_correction_leads_and_what_is_not_put_right_is_stated_again_in_public() {
        CreditCode shop = house.door.business(Grade.YELLOW);
        Visit visit = house.open(shop, PRICE_TAG);
        long id = house.before(Duration.ofDays(60))
                .order(shop.value(), visit.id(), "CI012", "补齐价签", null, false, "officer")
                .id();
        house.leave(visit);
        server.bean(Corrections.class).remind();
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/corrections"));
        assertThat(regulator.locator("#overdue")).isVisible();
        assertThat(regulator.locator("#corrections tbody tr").first()).containsText("已逾期");
        Browsing.shoot(regulator, "after-corrections");
        regulator.navigate(server.url("/corrections/" + id));
        assertThat(regulator.locator("#steps")).containsText("系统（期限届满）");
        regulator.locator("#extend-due").fill(house.door.today.plusYears(1).toString());
        regulator.locator("#extend-reason").fill("店主住院");
        regulator.locator("#extend").click();
        assertThat(regulator.locator(".fault")).containsText("不晚于");
        regulator.locator("input[name=corrected][value=false]").check();
        regulator.locator("#verify-note").fill("仍无价签");
        regulator.locator("#verify").click();
        assertThat(regulator.locator("#correction-state")).hasText("核查未改正");

        regulator.navigate(server.url("/visits/" + visit.id() + "/after"));
        regulator.locator("#publish").click();
        regulator.locator("#publication a").click();
        assertThat(regulator.locator("#published-result")).hasText(InspectionResult.PENDING.zh());
        assertThat(regulator.locator(".notice")).containsText("更正过");
    }

    @Test
    void a_mode_names_each_unmet_condition_is_started_and_ended() throws IOException {
        Page regulator = browsing.signIn("regulator");
        String red = house.door.business(Grade.RED).value();
        regulator.navigate(server.url("/modes/new?business=" + red));
        Locator blue = regulator.locator("#policy-TRIGGER-BLUE");
        assertThat(blue.locator(".fails")).hasCount(1);
        assertThat(blue.locator(".fails .why")).hasText("颜色不在政策范围内");
        assertThat(blue.locator("form")).hasCount(0);
        Browsing.shoot(regulator, "after-mode-new");

        regulator.navigate(server.url("/modes/candidates?policy=TRIGGER-BLUE"));
        regulator.locator("#candidates tbody tr").first().locator("a").last().click();
        assertThat(blue.locator(".fails")).hasCount(0);
        String code = regulator.locator("#asked .code").textContent();
        blue.locator("input[name=until]").fill(house.door.today.plusYears(9).toString());
        blue.locator("input[name=reason]").fill("三年无违法记录");
        regulator.locator("#enter-TRIGGER-BLUE").click();
        assertThat(regulator.locator(".fault")).containsText("之间");
        blue.locator("input[name=reason]").fill("三年无违法记录");
        regulator.locator("#enter-TRIGGER-BLUE").click();
        assertThat(regulator.locator("#mode-state")).hasText("适用中");
        regulator.navigate(server.url("/businesses/" + code));
        assertThat(regulator.locator("#supervision #business-modes")).containsText("触发式监管");
        regulator.locator("#supervision #business-modes a").click();
        regulator.locator("#reason").fill("企业申请退出");
        regulator.locator("#end").click();
        assertThat(regulator.locator("#mode-end")).hasText("人工决定");
        regulator.navigate(server.url("/modes?present=false&kind=trigger-only&business=" + code));
        assertThat(regulator.locator("#modes tbody tr")).hasCount(1);
        assertThat(csv(regulator, "#modes-csv")).contains(code, "企业申请退出");
    }

    @Test
    void whether_it_works_is_said_with_intervals_or_not_at_all() throws IOException {
        house.leave(house.open(house.door.business(Grade.ORANGE), PRICE_TAG));
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/effect?from=2001-01-01&until=2001-01-31"));
        assertThat(regulator.locator("#nothing")).containsText("尚不能判断成效");
        assertThat(regulator.locator("#rates")).hasCount(0);
        regulator.locator("form.filters a").click();
        assertThat(regulator.locator("#rates-kind tbody tr").first()).containsText("%");
        assertThat(regulator.locator("#rates-colour")).containsText("橙");
        assertThat(regulator.locator("#inspectors")).containsText(DoorFixture.FIRST);
        assertThat(csv(regulator, "#rates-csv")).contains("区间下限", "按检查类型");
        Browsing.shoot(regulator, "after-effect");
        assertThat(regulator
                        .request()
                        .get(
                                server.url("/effect?from=2026-02-01&until=2026-01-01"),
                                RequestOptions.create().setHeader("Accept", "text/html"))
                        .text())
                .contains("until: 止日不应早于起日");
    }

    @Test
    void nobody_gets_at_what_is_not_theirs() {
        CreditCode shop = house.door.business(Grade.YELLOW);
        Visit visit = house.open(shop, PRICE_TAG);
        long id = server.bean(Corrections.class)
                .order(shop.value(), visit.id(), "CI012", "补齐价签", null, false, "officer")
                .id();
        house.leave(visit);
        Page stranger = browsing.signIn(house.company(house.door.business(Grade.YELLOW)));
        assertThat(stranger.request().get(server.url("/corrections/" + id)).status())
                .isEqualTo(404);
        assertThat(post(stranger, "/corrections/" + id + "/report", "note=x")).isEqualTo(404);
        assertThat(post(stranger, "/corrections/" + id + "/verify", "corrected=true&note=x"))
                .isEqualTo(403);
        assertThat(stranger.request().get(server.url("/modes")).status()).isEqualTo(403);
        Page auditor = browsing.signIn("auditor");
        auditor.navigate(server.url("/corrections/" + id));
        assertThat(auditor.locator("#do")).hasCount(0);
        assertThat(post(auditor, "/corrections/" + id + "/report", "note=x")).isEqualTo(403);
        Page officer = browsing.signIn(DoorFixture.accountOf(DoorFixture.FIRST));
        officer.navigate(server.url("/visits/" + visit.id() + "/after"));
        assertThat(officer.locator("#publication")).isVisible();
        assertThat(officer.locator("#publish")).hasCount(0);
        assertThat(post(officer, "/publications/" + visit.id(), "")).isEqualTo(403);
        Page anybody = browsing.page("zh-CN", 1280);
        anybody.navigate(server.url("/corrections"));
        assertThat(anybody.locator("#password")).isVisible();
    }

    @Test
    void every_list_comes_as_a_workbook_and_as_text() {
        Page regulator = browsing.signIn("regulator");
        for (String file : List.of(
                "/corrections.%s",
                "/publications.%s?show=overdue",
                "/modes.%s",
                "/modes/candidates.%s?policy=DORMANT",
                "/effect.%s?table=burden",
                "/effect.%s?table=districts",
                "/effect.%s?table=inspectors",
                "/exemptions.%s",
                "/published/results.%s")) {
            assertThat(regulator
                            .request()
                            .get(server.url(file.formatted("csv")))
                            .text())
                    .as(file)
                    .contains(",");
            assertThat(new String(
                            regulator
                                    .request()
                                    .get(server.url(file.formatted("xlsx")))
                                    .body(),
                            StandardCharsets.ISO_8859_1))
                    .as(file)
                    .startsWith("PK");
        }
    }

    @Test
    void every_page_fits_a_phone_and_is_english_for_those_who_read_it() {
        Visit visit = house.leave(house.open(house.door.business(Grade.YELLOW), PRICE_TAG));
        Page phone = browsing.signIn("en-GB", "regulator", Browsing.PHONE);
        for (String path : List.of(
                "/corrections",
                "/publications",
                "/publications?show=published",
                "/modes",
                "/modes/new?business=" + visit.business().value(),
                "/modes/candidates?policy=TRIGGER-BLUE",
                "/effect",
                "/exemptions",
                "/visits/" + visit.id() + "/after",
                "/businesses/" + visit.business().value() + "/supervision",
                "/published",
                "/published/plans")) {
            phone.navigate(server.url(path));
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isTrue();
            assertThat(phone.locator("h1, h2").first()).not().containsText(Pattern.compile("[一-龥?]"));
            Browsing.shoot(phone, "after-" + "phone" + path.replaceAll("\\W+", "-"));
        }
    }

    private static String csv(Page page, String link) throws IOException {
        return Files.readString(
                page.waitForDownload(() -> page.locator(link).click()).path(), StandardCharsets.UTF_8);
    }

    private static int post(Page page, String path, String form) {
        Object token = page.evaluate("document.querySelector('meta[name=csrf-token]').content");
        APIResponse answer = page.request()
                .post(
                        server.url(path),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                .setHeader("X-CSRF-TOKEN", String.valueOf(token))
                                .setData(form));
        return answer.status();
    }
}
