package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages in a real browser. Anything on the console, such as a breach of the content security policy, is a failure. */
class WebE2E {

    private static ServerFixture server;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_regulator_reads_reasons_and_draws_a_list_that_verifies() throws IOException {
        Page page = browsing.signIn("zh-CN", "regulator", Browsing.DESK);
        PlaywrightAssertions.assertThat(page.locator("#distribution tfoot")).containsText("合计");
        PlaywrightAssertions.assertThat(page.locator("[data-chart-ring]")).hasAttribute("data-drawn", "true");
        PlaywrightAssertions.assertThat(page.locator("[data-chart-bars]")).hasAttribute("data-drawn", "true");

        page.navigate(server.url("/businesses?colour=red"));
        String name = page.locator("#businesses tbody a").first().textContent();
        page.navigate(server.url("/businesses"));
        page.locator("#q").pressSequentially(name.substring(0, name.length() - 2));
        PlaywrightAssertions.assertThat(page.locator("#businesses tbody tr")).hasCount(1);
        page.locator("#businesses tbody a").click();

        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(name);
        PlaywrightAssertions.assertThat(page.locator(".verdict .badge")).containsText("红");
        assertThat(page.locator("#contributions tbody tr").count()).isPositive();
        PlaywrightAssertions.assertThat(page.locator("#reasons .digest")).containsText(Pattern.compile("[0-9a-f]{64}"));
        PlaywrightAssertions.assertThat(page.locator("#related-table")).isVisible();

        page.navigate(server.url("/plans/new"));
        page.locator("#ratio-RED").fill("5");
        PlaywrightAssertions.assertThat(page.locator("#would-draw")).hasText(Pattern.compile("[1-9][0-9,]*"));
        page.locator("aside button[type=submit]").click();
        page.locator("#submit").click();
        String plan = page.url();
        Page other = browsing.signIn("zh-CN", "approver", Browsing.DESK);
        other.navigate(plan);
        other.locator("#approve").click();
        PlaywrightAssertions.assertThat(other.locator("#plan-state")).hasText("已批准");
        page.navigate(plan);
        page.locator("#commit").click();
        PlaywrightAssertions.assertThat(page.locator("#commitment-hash")).hasText(Pattern.compile("[0-9a-f]{64}"));
        page.locator("#source").fill("drand quicknet 1000");
        page.locator("#value").fill("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");
        page.locator("#draw").click();
        PlaywrightAssertions.assertThat(page.locator("#plan-state")).hasText("已抽取");
        String first = page.locator("#drawn tbody .code").first().textContent();

        Download csv = page.waitForDownload(() -> page.locator("#list-csv").click());
        String list = Files.readString(csv.path(), StandardCharsets.UTF_8);
        assertThat(list).startsWith("\uFEFF序号,").contains(first);
        Download zip = page.waitForDownload(() -> page.locator("#folder-zip").click());
        assertThat(zip.suggestedFilename()).matches("\\d{4}-Q\\d-\\d{4}-\\d{6}\\.zip");

        page.locator("#verify").click();
        PlaywrightAssertions.assertThat(page.locator("#verified")).hasText("核对一致");
    }

    @Test
    void the_pages_speak_english_and_remember_it() {
        Page page = browsing.signIn("en-GB", "regulator", Browsing.DESK);
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Overview");
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".lang").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("总览");
        page.navigate(server.url("/plans"));
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("抽查计划");
        page.locator(".lang").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Inspection plans");
        page.navigate(server.url("/businesses?colour=red&q=%E6%B2%88"));
        PlaywrightAssertions.assertThat(page.locator("#businesses .badge").first())
                .containsText("red");
        page.locator(".lang").click();
        PlaywrightAssertions.assertThat(page.locator("#businesses .badge").first())
                .containsText("红");
        PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("沈");
    }

    @Test
    void a_company_sees_itself_and_nobody_else() {
        Page page = browsing.signIn("zh-CN", "company", Browsing.DESK);
        PlaywrightAssertions.assertThat(page.locator("#reasons h2")).hasText("颜色依据");
        PlaywrightAssertions.assertThat(page.locator("nav a")).hasCount(3);
    }

    @Test
    void a_quarantined_row_is_shown_whole_with_its_reason() {
        Page page = browsing.signIn("zh-CN", "department", Browsing.DESK);
        page.navigate(server.url("/feeds/quarantine?feed=register"));
        page.locator("#feed").selectOption("penalties");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("feed=penalties"));
        page.locator("#quarantine tbody a").first().click();
        PlaywrightAssertions.assertThat(page.locator(".fault li").first()).not().isEmpty();
        assertThat(page.locator("table.cells tr").count()).isGreaterThan(5);
        page.locator("#replay").click();
        PlaywrightAssertions.assertThat(page.locator("p.fault")).hasText("仍未通过检查，原因如下。");
    }

    @Test
    void an_auditor_verifies_the_log() {
        Page page = browsing.signIn("zh-CN", "auditor", Browsing.DESK);
        page.navigate(server.url("/audit"));
        page.locator("#audit-verify").click();
        PlaywrightAssertions.assertThat(page.locator("#audit-root")).hasText(Pattern.compile("[0-9a-f]{64}"));
        PlaywrightAssertions.assertThat(page.locator("#audit-verdict .done")).isVisible();
    }
}
