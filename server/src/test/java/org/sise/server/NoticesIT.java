package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.integrations.notice.Notice;
import org.sise.integrations.notice.NoticeQuery;
import org.sise.integrations.notice.NoticeState;
import org.sise.integrations.notice.Notices;
import org.sise.ledger.audit.AuditLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notices over HTTP: who sees them, feedback, sending again; the pages in both languages. */
class NoticesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        await().until(() -> !server.bean(Notices.class).after(sent(), 0, 10).isEmpty());
    }

    @Test
    void a_list_goes_on_by_its_cursor_and_a_department_sees_its_own() throws Exception {
        JsonNode first = json(call("regulator", "GET", "/api/v1/notices?limit=3", null));
        assertThat(first).hasSize(3);
        long last = first.get(2).get("id").asLong();
        JsonNode second = json(call("department", "GET", "/api/v1/notices?limit=3&after=" + last, null));
        assertThat(second.get(0).get("id").asLong()).isGreaterThan(last);
        assertThat(second.get(0).get("subscriber").asString()).isEqualTo("tax");
        assertThat(call("officer", "GET", "/api/v1/notices", null).statusCode()).isEqualTo(403);
        assertThat(call("regulator", "GET", "/api/v1/notices?state=lost", null).body())
                .contains("must be one of pending");
        JsonNode own = json(call("department", "GET", "/api/v1/subscriptions", null));
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("condition").asString()).isIn("ok", "behind");
    }

    @Test
    void a_department_gives_feedback_once() throws Exception {
        Notice notice = notice(0);
        String path = "/api/v1/notices/" + notice.key() + "/feedback";
        String given = "{\"state\":\"acted\",\"text\":\"已约谈\",\"date\":\"2026-11-28\",\"reference\":\"T-1\"}";
        assertThat(json(call("department", "POST", path, given)).get("fresh").asBoolean())
                .isTrue();
        assertThat(json(call("department", "POST", path, given)).get("fresh").asBoolean())
                .isFalse();
        JsonNode shown = json(call("auditor", "GET", "/api/v1/notices/" + notice.key(), null));
        assertThat(shown.get("notice").get("state").asString()).isEqualTo("acknowledged");
        assertThat(shown.get("feedback")).hasSize(1);
        assertThat(shown.get("body").asString()).contains(notice.key().toString());

        HttpResponse<String> reasonless = call("department", "POST", path, "{\"state\":\"refused\"}");
        assertThat(reasonless.statusCode()).isEqualTo(400);
        assertThat(json(reasonless).get("field").asString()).isEqualTo("text");
        assertThat(call("regulator", "POST", path, given).statusCode()).isEqualTo(403);
        assertThat(server.bean(AuditLog.class).latest("notice/" + notice.key(), 5))
                .extracting(line -> line.actor() + " " + line.action() + " " + line.detail())
                .containsExactly("department notice-feedback acted");
    }

    @Test
    void a_regulator_has_a_notice_sent_again_and_the_audit_log_says_so() throws Exception {
        Notice notice = notice(1);
        String path = "/api/v1/notices/" + notice.key();
        assertThat(call("department", "POST", path + "/send-again", null).statusCode())
                .isEqualTo(403);
        assertThat(call("regulator", "POST", path + "/send-again", null).statusCode())
                .isEqualTo(200);
        await().until(() ->
                server.bean(Notices.class).find(notice.key()).orElseThrow().attempts() == 2);
        assertThat(call("regulator", "POST", path + "/pass", null).statusCode()).isEqualTo(409);
        assertThat(server.bean(AuditLog.class).latest("notice/" + notice.key(), 5))
                .extracting(line -> line.actor() + " " + line.action())
                .containsExactly("regulator notice-sent-again");
    }

    @Test
    void pages_show_queues_notices_and_what_became_of_them_in_both_languages() throws Exception {
        HttpClient client = signIn("department");
        Notice notice = notice(2);
        assertThat(page(client, "/notices", "zh-CN").body()).contains("部门通知", "税务局", "文件交换", "监管颜色变化");
        assertThat(page(client, "/notices?subscriber=tax&state=sent&business=" + notice.subject(), "en")
                        .body())
                .contains("Notices to departments", "Tax office", "colour changed", notice.subject());
        String path = "/notices/" + notice.key();
        HttpResponse<String> shown = page(client, path, "en");
        assertThat(shown.body()).contains("Give feedback", "specversion").doesNotContain("id=\"again\"");
        HttpRequest form = HttpRequest.newBuilder(URI.create(server.url(path + "/feedback")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("state=received&reference=T-9&_csrf=" + token(shown.body())))
                .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(302);
        assertThat(page(client, path, "en").body()).contains("T-9", "department (API or page)");

        HttpResponse<String> regulator = page(signIn("regulator"), path, "zh-CN");
        assertThat(regulator.body()).contains("id=\"again\"").doesNotContain("提交反馈");
        HttpResponse<String> table = page(client, "/notices.csv?subscriber=tax", "zh-CN");
        assertThat(table.body())
                .startsWith("\uFEFF订阅方,序号,幂等键")
                .contains(notice.key().toString());
        assertThat(page(client, "/notices.xlsx", "en").statusCode()).isEqualTo(200);
        assertThat(page(signIn("officer"), "/notices", "en").statusCode()).isEqualTo(403);
    }

    @Test
    void the_interface_is_described() throws Exception {
        assertThat(call("regulator", "GET", "/api/openapi.json", null).body())
                .contains("/api/v1/notices/{key}/feedback", "NoticeFeedbackRequest");
    }

    private static NoticeQuery sent() {
        return new NoticeQuery(null, "tax", NoticeState.SENT, null, null);
    }

    private static Notice notice(int n) {
        return server.bean(Notices.class).after(sent(), 0, 10).get(n + 2);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> call(String account, String method, String path, String body) throws Exception {
        String login = account + ":" + ServerFixture.PASSWORD;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return HttpClient.newHttpClient()
                .send(
                        request.method(
                                        method,
                                        body == null
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(
                        account,
                        ServerFixture.PASSWORD,
                        token(page(client, "/login", "en").body()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url("/login")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/");
        return client;
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> page(HttpClient client, String path, String language) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
