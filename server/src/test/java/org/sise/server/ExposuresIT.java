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
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.grading.phoenix.PhoenixAlerts;
import org.sise.grading.related.ExposureRuns;
import org.sise.ledger.grade.RegradeQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exposures and alerts of the demo city over HTTP and on their pages. */
class ExposuresIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !server.bean(ExposureRuns.class).moves().isEmpty()
                        && server.bean(PhoenixAlerts.class).open() > 0
                        && server.bean(RegradeQueue.class).size() == 0);
    }

    @Test
    void whoever_is_exposed_has_the_grade_with_and_without_and_the_way() throws Exception {
        JsonNode first = json(get("regulator", "/api/v1/exposures?limit=1"))
                .path("items")
                .get(0);

        assertThat(first.path("path").asString())
                .contains("记录")
                .contains(first.path("related").asString());
        assertThat(first.path("effect").asDouble()).isBetween(0.3, 1.0);
        assertThat(first.path("own").asString()).isIn("blue", "yellow", "orange", "red");
        JsonNode moved = json(get("regulator", "/api/v1/exposures?moved=true&limit=500"));
        moved.path("items")
                .forEach(one -> assertThat(one.path("own").asString())
                        .as(one.toString())
                        .isNotEqualTo(one.path("colour").asString())
                        .isNotEqualTo("orange"));
        HttpResponse<String> page = get("regulator", "/exposures?moved=false");
        assertThat(page.body()).contains(first.path("code").asString()).contains("关联影响");
        assertThat(get("regulator", "/exposures.csv?moved=false").body())
                .contains(first.path("path").asString());
    }

    @Test
    void an_alert_is_judged_by_a_regulator_with_a_reason_and_by_nobody_else() throws Exception {
        JsonNode alert =
                json(get("officer", "/api/v1/alerts?state=open&limit=1")).get(0);
        String place = "/api/v1/alerts/" + alert.path("id").asLong();
        assertThat(get("officer", "/alerts/" + alert.path("id").asLong()).body())
                .contains("证据")
                .contains(alert.path("businesses").get(0).asString());

        assertThat(post("officer", place, "{\"verdict\": \"confirmed\", \"note\": \"是\"}")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> blank = post("regulator", place, "{\"verdict\": \"confirmed\", \"note\": \" \"}");
        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(json(blank).path("field").asString()).isEqualTo("note");
        HttpResponse<String> judged = post("regulator", place, "{\"verdict\": \"dismissed\", \"note\": \"亲属分别经营\"}");
        assertThat(judged.statusCode()).isEqualTo(200);
        assertThat(get("regulator", "/alerts?state=dismissed").body())
                .contains("/alerts/" + alert.path("id").asLong());
        assertThat(get("auditor", "/audit").body())
                .contains("phoenix-alert/" + alert.path("id").asLong());
    }

    @Test
    void a_company_sees_neither() throws Exception {
        assertThat(get("company", "/api/v1/exposures").statusCode()).isIn(403, 404);
        assertThat(get("company", "/api/v1/alerts").statusCode()).isEqualTo(403);
        assertThat(get("company", "/alerts").statusCode()).isIn(302, 403);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        if (path.startsWith("/api")) {
            return HTTP.send(request(account, path).GET().build(), HttpResponse.BodyHandlers.ofString());
        }
        HttpClient client = signIn(account);
        return client.send(page(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String account, String path, String body) throws Exception {
        return HTTP.send(
                request(account, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String account, String path) {
        String credentials = Base64.getEncoder()
                .encodeToString((account + ":" + ServerFixture.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", "zh-CN");
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = TOKEN.matcher(client.send(page("/login").GET().build(), HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(token.find()).isTrue();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(account, ServerFixture.PASSWORD, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        client.send(
                page("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return client;
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN");
    }
}
