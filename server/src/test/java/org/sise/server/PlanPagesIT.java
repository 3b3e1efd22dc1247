package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.plan.AnyShare;
import org.sise.supervision.plan.PlanDraft;
import org.sise.supervision.plan.Plans;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.visit.Window;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of plans say where something goes wrong. */
class PlanPagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static ServerFixture server;
    private static Plans plans;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        plans = server.bean(Plans.class);
    }

    @Test
    void a_plan_for_an_entry_that_no_yearly_plan_has_is_not_made() throws Exception {
        signIn("regulator");
        long before = plans.list(null, 1).total();
        String form = "title=x&ratio.RED=1&ratio.ORANGE=0&ratio.YELLOW=0&ratio.BLUE=0&worstShare=0&anyShare=10"
                + "&item=CI001&mandatory=CI001&itemsPerObject=0&from=" + TODAY + "&until=" + TODAY + "&_csrf="
                + URLEncoder.encode(token("/plans/new"), StandardCharsets.UTF_8);
        assertThat(post("/plans", form + "&yearly=999999&entry=1").statusCode()).isEqualTo(404);
        assertThat(plans.list(null, 1).total()).isEqualTo(before);
        assertThat(post("/plans", form.replace("anyShare=10", "anyShare=1")).body())
                .contains("纯随机的份额")
                .contains("每个计划都须保留");
        assertThat(plans.list(null, 1).total()).isEqualTo(before);
    }

    @Test
    void a_plan_that_was_put_aside_says_why_and_can_be_tried_again() throws Exception {
        String id = drawn();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> plans.find(id).orElseThrow().tasksAt() != null);
        JdbcClient.create(server.bean(DataSource.class))
                .sql("update supervision.plan set tasks_at = null, tasks_fault = :why where id = :id")
                .param("why", "检查事项不在清单中 / not in the catalogue")
                .param("id", id)
                .update();
        signIn("approver");
        assertThat(get("/plans/" + id + "/tasks").body())
                .contains("检查任务无法生成，该计划暂搁：检查事项不在清单中")
                .doesNotContain("hx-get");
        String page = "/plans/" + id;
        assertThat(get(page).body()).contains("检查任务无法生成，该计划暂搁：检查事项不在清单中");
        post(page + "/tasks", "_csrf=" + URLEncoder.encode(token(page), StandardCharsets.UTF_8));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> plans.find(id).orElseThrow().tasksAt() != null);
        assertThat(get(page + "/tasks").body()).contains("plan-tasks").doesNotContain("tasks-again");
    }

    /** A plan of very few red businesses. */
    private static String drawn() {
        Map<Grade, BigDecimal> ratios = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            ratios.put(grade, grade == Grade.RED ? new BigDecimal("0.001") : BigDecimal.ZERO);
        }
        PlanDraft draft = new PlanDraft(
                "暂搁的计划",
                List.of(),
                List.of(),
                RatioMatrix.byColour(ratios),
                BigDecimal.ZERO,
                AnyShare.standard(),
                List.of("CI001"),
                List.of("CI001"),
                0,
                List.of(),
                new Window(TODAY, TODAY));
        String id = plans.create(draft, "regulator").id();
        plans.submit(id, "regulator");
        plans.approve(id, "approver");
        plans.commit(id, "regulator");
        plans.draw(id, new Beacon("抽奖", "1 2 3"), "regulator");
        return id;
    }

    private void signIn(String account) throws Exception {
        String token = token("/login");
        post(
                "/login",
                "username=" + account + "&password=" + ServerFixture.PASSWORD + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private String token(String path) throws Exception {
        Matcher matcher = TOKEN.matcher(get(path).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
