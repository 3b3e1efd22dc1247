package org.sise.server;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.grade.Grade;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.visit.TaskFilter;
import org.sise.supervision.visit.TaskState;
import org.sise.supervision.visit.VisitLists;
import org.sise.supervision.visit.VisitTask;
import org.sise.supervision.visit.Visits;

/** One case from a plan to the published result, by everybody who has a part in it, each in a browser of the own. */
class CaseE2E {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final double LONG = 120_000;

    private static ServerFixture server;
    private static DoorFixture door;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        door = DoorFixture.on(server);
    }

    @Test
    void from_the_plan_to_the_published_result_and_the_verifiers_green_answer() throws IOException {
        Page regulator = browsing.signIn("regulator");
        String plan = planned(regulator);
        Page approver = browsing.signIn("approver");
        approver.navigate(plan);
        approver.locator("#approve").click();
        PlaywrightAssertions.assertThat(approver.locator("#plan-state")).hasText("已批准");
        regulator.navigate(plan);
        regulator.locator("#commit").click();
        regulator.locator("#source").fill("drand quicknet 1000");
        regulator.locator("#value").fill("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");
        regulator.locator("#draw").click();
        PlaywrightAssertions.assertThat(regulator.locator("#plan-state")).hasText("已抽取");
        PlaywrightAssertions.assertThat(regulator.locator("#drawn tbody tr").first())
                .containsText("纯随机");
        PlaywrightAssertions.assertThat(regulator.locator("#plan-tasks"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));

        String id = plan.substring(plan.lastIndexOf('/') + 1);
        VisitTask task = await().atMost(LONGEST).until(() -> taskOf(id), found -> found != null);
        String shop = task.draft().business().value();
        regulator.navigate(plan);
        regulator.locator("#plan-tasks").click();
        PlaywrightAssertions.assertThat(regulator.locator("#tasks")).containsText(id);

        visited(task.visit(), shop);
        await().atMost(LONGEST)
                .until(() ->
                        server.bean(Businesses.class).find(shop).orElseThrow().grade() == Grade.ORANGE);
        regulator.navigate(server.url("/businesses/" + shop));
        PlaywrightAssertions.assertThat(regulator.locator(".verdict .badge")).containsText("橙");

        regulator.navigate(server.url("/publications?business=" + shop));
        regulator.locator("#publish-" + task.visit()).click();
        regulator.navigate(server.url("/effect"));
        PlaywrightAssertions.assertThat(regulator.locator("#rates-plan")).containsText(id);
        PlaywrightAssertions.assertThat(regulator.locator("#random")).containsText("%");
        PlaywrightAssertions.assertThat(regulator.locator("#no-random")).hasCount(0);

        Page anybody = browsing.page("zh-CN", Browsing.PHONE);
        anybody.navigate(server.url("/published?q=" + shop));
        PlaywrightAssertions.assertThat(anybody.locator("#results tbody tr")).hasCount(1);
        PlaywrightAssertions.assertThat(anybody.locator("#results")).containsText("不配合检查情节严重");
        anybody.navigate(server.url("/published/plans/" + id));
        PlaywrightAssertions.assertThat(anybody.locator("#drawn")).containsText(shop);
        PlaywrightAssertions.assertThat(anybody.locator("#any")).containsText("纯随机检查");
        anybody.locator("#verify-plan").click();
        PlaywrightAssertions.assertThat(anybody.locator("html[data-state=verified]"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(LONG));
        PlaywrightAssertions.assertThat(anybody.locator("#said")).containsText("核对一致");
    }

    /** A plan of some yellow businesses for two inspectors, handed in; its address. */
    private String planned(Page regulator) {
        regulator.navigate(server.url("/plans/new"));
        regulator.locator("#from").fill(door.today.toString());
        regulator.locator("#until").fill(door.lastDay().toString());
        for (Grade grade : Grade.values()) {
            regulator.locator("#ratio-" + grade).fill(grade == Grade.YELLOW ? "10" : "0");
        }
        regulator.evaluate("document.querySelectorAll('#items details').forEach(details => details.open = true)");
        for (String item : List.of("CI001", "CI002", "CI003", "CI004")) {
            regulator.locator("input[name=item][value=" + item + "]").uncheck();
        }
        regulator.locator("input[name=mandatory][value=CI001]").uncheck();
        regulator.locator("input[name=mandatory][value=CI083]").check();
        regulator.locator("#itemsPerObject").fill("0");
        regulator
                .locator("input[name=inspector][value=" + DoorFixture.FIRST + "]")
                .check();
        regulator
                .locator("input[name=inspector][value=" + DoorFixture.SECOND + "]")
                .check();
        PlaywrightAssertions.assertThat(regulator.locator("#would-draw")).hasText(Pattern.compile("[1-9][0-9]*"));
        PlaywrightAssertions.assertThat(regulator.locator("#preview tr[data-stratum=ANY]"))
                .containsText("纯随机");
        PlaywrightAssertions.assertThat(regulator.locator("#would-draw-any")).containsText("另加");
        regulator.locator("aside button[type=submit]").click();
        regulator.locator("#submit").click();
        PlaywrightAssertions.assertThat(regulator.locator("#own-plan")).isVisible();
        return regulator.url();
    }

    private void visited(long visit, String shop) throws IOException {
        Page first = browsing.signIn("zh-CN", DoorFixture.accountOf(DoorFixture.FIRST), Browsing.PHONE);
        first.navigate(server.url("/businesses/" + shop + "/sign"));
        Download png = first.waitForDownload(() -> first.locator("#sign-png").click());
        FilePayload sign = new FilePayload("sign.png", "image/png", Files.readAllBytes(png.path()));
        first.navigate(server.url("/visits/" + visit + "/code"));
        Page owner = browsing.page("zh-CN", Browsing.PHONE);
        owner.navigate(server.url("/enter"));
        owner.locator("#enter-form [data-picture]").setInputFiles(DoorPages.shown(first));
        PlaywrightAssertions.assertThat(owner.locator(".answer.green")).containsText("任务真实有效");

        Page second = browsing.signIn("zh-CN", DoorFixture.accountOf(DoorFixture.SECOND), Browsing.PHONE);
        for (Page officer : List.of(first, second)) {
            officer.navigate(server.url("/scan"));
            officer.locator("#scan-form [data-picture]").setInputFiles(sign);
            PlaywrightAssertions.assertThat(officer.locator(".answer.green")).isVisible();
        }
        second.locator("#to-visit").click();
        DoorPages.find(second, "CI083", "obstructed", "拒绝提供票据", null);
        DoorPages.signByFinger(second);
        PlaywrightAssertions.assertThat(second.locator("#signature-picture")).isVisible();
        for (Page officer : List.of(second, first)) {
            officer.navigate(server.url("/scan?out=" + visit));
            officer.locator("#scan-form [data-picture]").setInputFiles(sign);
            PlaywrightAssertions.assertThat(officer.locator("#visit-state")).isVisible();
        }
        PlaywrightAssertions.assertThat(first.locator("#visit-state")).hasText("已结束");
        owner.locator("input[name=score][value='4']").check();
        owner.locator("#rate").click();
        PlaywrightAssertions.assertThat(owner.locator("[data-rated]")).isVisible();
    }

    /**
     * A task of the plan whose visit is its own, so that its item is all there is to find, at the yellow business that is the
     * farthest from red.
     */
    private static VisitTask taskOf(String plan) {
        return server
                .bean(VisitLists.class)
                .tasks(new TaskFilter(TaskState.APPROVED, null, null, null, plan), null, 500)
                .items()
                .stream()
                .filter(task -> server.bean(Visits.class).tasksOf(task.visit()).size() == 1)
                .filter(task -> business(task).grade() == Grade.YELLOW)
                .min(Comparator.comparing(task -> business(task).score()))
                .orElse(null);
    }

    private static Business business(VisitTask task) {
        return server.bean(Businesses.class)
                .find(task.draft().business().value())
                .orElseThrow();
    }
}
