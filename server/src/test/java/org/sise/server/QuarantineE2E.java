package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.integrations.landing.Delivery;

/** Quarantined rows on their way into the ledger by a rule, in a real browser, wide and narrow. */
class QuarantineE2E {

    private static ServerFixture server;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void rows_are_found_by_filters_mended_by_a_rule_and_seen_as_landed() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "browser.csv", 60, "1", "5.3.2026");
        Page page = browsing.signIn("department");
        page.navigate(server.url("/feeds/quarantine"));
        page.locator("#delivery").fill(Long.toString(delivery.id()));
        page.locator("#delivery").press("Tab");
        PlaywrightAssertions.assertThat(page.locator("#total")).hasText("共 60 行");
        page.locator("#feed").selectOption("penalties");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("feed=penalties"));
        PlaywrightAssertions.assertThat(page.locator("#ages tbody tr")).hasCount(1);

        page.locator("#mend").click();
        page.locator("#rule-column").selectOption("CF_JDRQ");
        page.locator("#rule-kind").selectOption("day");
        page.locator("#rule-from").fill("d.M.yyyy");
        page.locator("#preview").click();
        PlaywrightAssertions.assertThat(page.locator("#would-land")).hasText("60");
        PlaywrightAssertions.assertThat(page.locator("#outcome ins").first()).hasText("2026-03-05");
        page.locator("#apply").click();
        PlaywrightAssertions.assertThat(page.locator("#job-state")).hasText("完成");
        PlaywrightAssertions.assertThat(page.locator("#landed")).hasText("60");

        page.navigate(server.url("/feeds/quarantine?state=replayed&delivery=" + delivery.id()));
        PlaywrightAssertions.assertThat(page.locator("#total")).hasText("共 60 行");
        page.locator("#quarantine tbody a").first().click();
        PlaywrightAssertions.assertThat(page.locator("#history ins")).hasText("2026-03-05");
        page.locator("a[rel=next]").click();
        PlaywrightAssertions.assertThat(page.locator("#history ins")).hasText("2026-03-05");
    }

    @Test
    void the_pages_fit_a_phone() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "phone.csv", 2, "1", "5.3.2026");
        Page page = browsing.signIn("zh-CN", "department", 360);
        for (String path : List.of("", "/mend?feed=penalties", "/jobs")) {
            String and = path.contains("?") ? "&" : "?";
            page.navigate(server.url("/feeds/quarantine" + path + and + "delivery=" + delivery.id()));
            assertFits(page, path);
        }
        page.navigate(server.url("/feeds/quarantine?delivery=" + delivery.id()));
        page.locator("#quarantine tbody a").first().click();
        PlaywrightAssertions.assertThat(page.locator("table.cells")).isVisible();
        assertFits(page, "row");
    }

    private static void assertFits(Page page, String what) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(what)
                .isEqualTo(true);
    }
}
