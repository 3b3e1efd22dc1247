package org.sise.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.server.security.Accounts;

/** The full view of related parties in a real browser. Anything on the console is a failure. */
class RelatedE2E {

    private static ServerFixture server;
    private static RelatedFixture city;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        server = ServerFixture.server();
        city = new RelatedFixture(server);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void the_slider_goes_back_in_time_and_kinds_can_be_hidden() throws IOException {
        Page page = browsing.signIn("regulator");
        page.navigate(server.url("/businesses/" + city.one.code()));
        page.locator("#related-full").click();
        assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
        assertThat(page.locator("#relations tr[data-kind=supplies]")).hasCount(1);
        assertThat(page.locator("#relations tr[data-kind=controls]")
                        .filter(new Locator.FilterOptions().setHasText("66.6")))
                .hasCount(1);
        int edges = Integer.parseInt(page.locator("#picture").getAttribute("data-edges"));

        page.locator("#picture")
                .evaluate("(element, id) => element.cytoscape.getElementById(id).emit('tap')", city.customer.code());
        assertThat(page.locator("#facts")).containsText(city.customer.code());
        assertThat(page.locator("#facts a").first()).isVisible();

        page.locator("input[data-kind-shown=officer]").uncheck();
        assertThat(page.locator("#relations tr[data-kind=officer]").first()).isHidden();
        page.locator("input[data-kind-shown=officer]").check();
        assertThat(page.locator("#relations tr[data-kind=officer]").first()).isVisible();

        long before = RelatedFixture.SUPPLIED_SINCE.minusDays(1).toEpochDay();
        page.locator("#day").fill(Long.toString(before));
        assertThat(page.locator("#relations tr[data-kind=supplies]")).hasCount(0);
        assertThat(page.locator("#on"))
                .hasValue(RelatedFixture.SUPPLIED_SINCE.minusDays(1).toString());
        page.waitForFunction("most => Number(document.getElementById('picture').dataset.edges) < most", edges);
        assertThat(page.locator("#relations tr[data-kind=address-of]").first()).isVisible();

        Download csv = page.waitForDownload(() -> page.locator("#relations-csv").click());
        Assertions.assertThat(Files.readString(csv.path(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF从,")
                .contains(RelatedFixture.ADDRESS)
                .doesNotContain("钢材");
    }

    @Test
    void a_path_to_another_business_is_found_by_its_name() {
        Page page = browsing.signIn("regulator");
        page.navigate(server.url("/businesses/" + city.one.code() + "/related/path"));
        page.locator("#to").fill(city.neighbour.name());
        page.locator("#find").click();

        assertThat(page.locator("ol.way").first()).containsText(RelatedFixture.ADDRESS);
        assertThat(page.locator("[data-graph]")).hasAttribute("data-drawn", "true");

        page.locator("#on").fill("1990-01-01");
        page.locator("#find").click();
        assertThat(page.locator("#no-path")).containsText("没有关联");
    }

    @Test
    void the_group_lists_whom_the_controller_controls() {
        Page page = browsing.signIn("regulator");
        page.navigate(server.url("/businesses/" + city.customer.code() + "/related/group"));

        assertThat(page.locator("#members tbody tr").first()).containsText("66.6%");
        assertThat(page.locator("#group")).containsText(city.one.name());
    }

    @Test
    void a_company_sees_its_own_surroundings_and_asks_for_no_paths() {
        String own = server.bean(Accounts.class).find("company").orElseThrow().creditCode();
        Page page = browsing.signIn("company");
        page.navigate(server.url("/businesses/" + own + "/related/graph"));

        assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
        assertThat(page.locator("nav.tabs a")).hasCount(2);
        assertThat(page.locator("#relations .badge")).hasCount(0);
    }
}
