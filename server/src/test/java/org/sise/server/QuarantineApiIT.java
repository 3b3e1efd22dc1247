package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.integrations.landing.Delivery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The quarantine's part of the REST interface. */
class QuarantineApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void rows_are_listed_by_cursor_counted_mended_and_discarded() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "api.csv", 5, "1", "5.3.2026");
        String list = "?delivery=" + delivery.id();
        JsonNode first = json(get("auditor", list + "&limit=3"));
        assertThat(first.get("items").size()).isEqualTo(3);
        assertThat(first.get("previous").isNull()).isTrue();
        JsonNode second =
                json(get("auditor", list + "&limit=3&after=" + first.get("next").asLong()));
        assertThat(second.get("items").size()).isEqualTo(2);
        JsonNode back = json(get(
                "auditor", list + "&limit=3&before=" + second.get("previous").asLong()));
        assertThat(back.get("items")).isEqualTo(first.get("items"));
        assertThat(first.toString()).contains("#********").doesNotContainPattern("#[0-9a-f]{64}");

        JsonNode counts = json(get("auditor", "/counts" + list));
        assertThat(counts.get("total").asLong()).isEqualTo(5);
        assertThat(counts.get("columns").get(0).get("value").asString()).isEqualTo("CF_JDRQ");
        assertThat(counts.get("age").get("classes").get(0).asLong()).isEqualTo(5);

        long one = first.get("items").get(0).get("id").asLong();
        assertThat(json(post("department", "/" + one + "/replay", "{\"corrected\": {\"CF_JDRQ\": \"2026-03-05\"}}"))
                        .get("outcome")
                        .asString())
                .isEqualTo("landed");
        assertThat(post("department", "/" + one + "/replay", "{}").statusCode()).isEqualTo(409);
        JsonNode history = json(get("auditor", "/" + one)).get("history");
        assertThat(history.get(0).get("cells").get(0).get("to").asString()).isEqualTo("2026-03-05");

        long two = first.get("items").get(1).get("id").asLong();
        HttpResponse<String> without = post("department", "/" + two + "/discard", "{}");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(json(without).get("field").asString()).isEqualTo("reason");
        assertThat(json(post("department", "/" + two + "/discard", "{\"reason\": \"重复\"}"))
                        .get("state")
                        .asString())
                .isEqualTo("discarded");
        assertThat(post("department", "/" + two + "/read-again", "").statusCode())
                .isEqualTo(409);
        assertThat(get("auditor", "/99999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_job_is_tried_asked_for_watched_and_its_faults_name_the_field() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "api-job.csv", 4, "1", "5.3.2026");
        String filter = "\"filter\": {\"feed\": \"penalties\", \"delivery\": \"" + delivery.id() + "\"}";
        String rule = "\"rule\": {\"rule\": \"day\", \"column\": \"CF_JDRQ\", \"from\": \"d.M.yyyy\"}";
        JsonNode preview = json(post("department", "/preview", "{" + filter + ", " + rule + "}"));
        assertThat(preview.get("landing").asLong()).isEqualTo(4);

        HttpResponse<String> asked =
                post("department", "/jobs", "{\"action\": \"mend\", " + filter + ", " + rule + "}");
        assertThat(asked.statusCode()).isEqualTo(202);
        String job = "/jobs/" + json(asked).get("id").asLong();
        JsonNode done = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> json(get("auditor", job)),
                        now -> !now.get("state").asString().equals("open"));
        assertThat(done.get("landed").asLong()).isEqualTo(4);
        assertThat(json(get("auditor", job + "/refused")).size()).isZero();
        assertThat(post("department", job + "/cancel", "").statusCode()).isEqualTo(409);
        assertThat(json(get("auditor", "/jobs?limit=1")).size()).isEqualTo(1);

        assertThat(field("/jobs", "{\"action\": \"guess\"}")).isEqualTo("action");
        assertThat(field("/jobs", "{\"action\": \"mend\", " + rule + "}")).isEqualTo("feed");
        assertThat(field("/jobs", "{\"action\": \"discard\", " + filter + "}")).isEqualTo("reason");
        assertThat(field(
                        "/jobs",
                        "{\"action\": \"mend\", " + filter
                                + ", \"rule\": {\"rule\": \"match\", \"column\": \"CF_JDRQ\"," + " \"from\": \"(\"}}"))
                .isEqualTo("from");
        assertThat(json(get("auditor", "?state=strange")).get("field").asString())
                .isEqualTo("state");
        assertThat(json(get("auditor", "?after=1&before=2")).get("field").asString())
                .isEqualTo("before");
        assertThat(post("auditor", "/jobs", "{\"action\": \"replay\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_description_names_the_filters_and_the_jobs() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url("/api/openapi.json")))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode paths = json(answer).get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/quarantine/counts",
                        "/api/v1/quarantine/preview",
                        "/api/v1/quarantine/jobs/{id}/cancel",
                        "/api/v1/quarantine/{id}/read-again");
        assertThat(paths.get("/api/v1/quarantine").get("get").get("parameters").toString())
                .contains("\"older\"", "\"column\"", "\"text\"", "\"after\"");
    }

    private static String field(String path, String body) throws Exception {
        HttpResponse<String> answer = post("department", path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).get("field").asString();
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        return HTTP.send(as(account, path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String account, String path, String body) throws Exception {
        return HTTP.send(
                as(account, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder as(String account, String path) {
        String credentials = account + ":" + ServerFixture.PASSWORD;
        return HttpRequest.newBuilder(URI.create(server.url("/api/v1/quarantine" + path)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
