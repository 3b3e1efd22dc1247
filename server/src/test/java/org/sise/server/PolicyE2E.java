package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.grade.Grade;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.grade.Grades;
import org.sise.server.start.HouseState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy's way from the draft into force, in a real browser, by three people. */
class PolicyE2E {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static ServerFixture server;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_policy_is_drafted_submitted_tried_approved_by_two_and_colours_change() {
        Map<Grade, Long> before = server.bean(Grades.class).distribution();
        Page maker = browsing.signIn("policymaker");
        maker.navigate(server.url(
                "/policies/" + server.bean(PolicyVersions.class).inForce().id()));
        maker.locator("#next-version").click();
        String text = maker.locator("#text").inputValue();
        String changed = text.replaceFirst("(?m)^version: .*$", "version: \"browser\"")
                .replaceFirst("low: \\{low: blue, general: blue,", "low: {low: blue, general: yellow,");
        assertThat(changed).contains("general: yellow,").isNotEqualTo(text);

        maker.locator("#text").fill(changed.replaceFirst("(?m)^order: .*$", "order: sideways"));
        maker.locator("#check-it").click();
        PlaywrightAssertions.assertThat(maker.locator("#lines li.wrong .beside"))
                .containsText("highest-first");
        maker.locator("#text").fill(changed);
        maker.locator("#check-it").click();
        PlaywrightAssertions.assertThat(maker.locator("#sound")).containsText("browser");
        maker.locator("#draft").click();
        PlaywrightAssertions.assertThat(maker.locator("#policy-state")).hasText("草案");
        PlaywrightAssertions.assertThat(maker.locator("#lines li").first()).isVisible();
        maker.locator("#submit").click();
        PlaywrightAssertions.assertThat(maker.locator("#policy-state")).hasText("待审批");
        assertThat(maker.locator("#approve").count()).isZero();
        String address = maker.url();

        Page first = browsing.signIn("approver");
        first.navigate(address);
        PlaywrightAssertions.assertThat(first.locator("#no-what-if")).isVisible();
        PlaywrightAssertions.assertThat(first.locator("#approve")).isDisabled();
        recordWhatIf(first.locator("#policy-digest").textContent());
        first.navigate(address);
        first.locator("#note").fill("同意");
        first.locator("#approve").click();
        PlaywrightAssertions.assertThat(first.locator("#approvals")).containsText("同意");
        PlaywrightAssertions.assertThat(first.locator("#policy-state")).hasText("待审批");
        assertThat(first.locator("#approve").count()).isZero();

        Page second = browsing.signIn("approver2");
        second.navigate(address);
        second.locator("#approve").click();
        PlaywrightAssertions.assertThat(second.locator("#policy-state")).hasText("生效中");
        PlaywrightAssertions.assertThat(second.locator("#events tbody tr")).hasCount(6);

        await().atMost(LONGEST).until(() -> server.bean(HouseState.class).look().isQuiet());
        Map<Grade, Long> after = server.bean(Grades.class).distribution();
        assertThat(after.get(Grade.BLUE)).isLessThan(before.get(Grade.BLUE));
        assertThat(after.get(Grade.YELLOW)).isGreaterThan(before.get(Grade.YELLOW));
        second.navigate(server.url("/policies?state=in-force"));
        PlaywrightAssertions.assertThat(second.locator("#policies tbody tr")).hasCount(1);
        PlaywrightAssertions.assertThat(second.locator("#policies tbody")).containsText("browser");
        second.navigate(server.url("/businesses?colour=yellow"));
        second.locator("#businesses tbody a").first().click();
        PlaywrightAssertions.assertThat(second.locator("#reasons")).containsText("browser");

        Page auditor = browsing.signIn("auditor");
        auditor.navigate(server.url("/audit"));
        PlaywrightAssertions.assertThat(auditor.locator("#audit tbody tr").first())
                .containsText(Pattern.compile("规则生效"));
    }

    private static void recordWhatIf(String draft) {
        JdbcClient.create(server.bean(DataSource.class))
                .sql("""
                        insert into grading.what_if (draft_digest, against_digest, finished_at)
                        values (:draft, :against, now())""")
                .param("draft", draft)
                .param("against", server.bean(PolicyVersions.class).inForce().digest())
                .update();
    }
}
