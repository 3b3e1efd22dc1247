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
import org.sise.ledger.grade.Grades;
import org.sise.scoring.read.BuiltIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What-ifs over HTTP, from the question to the reason of each business that moves. */
class WhatIfApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PATH = "/api/v1/what-ifs";

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_draft_is_tried_on_every_business_and_each_mover_is_explained() throws Exception {
        HttpResponse<String> asked = post("policymaker", PATH, "application/yaml", stricter());
        assertThat(asked.statusCode()).isEqualTo(202);
        String run = asked.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> json(get("approver", run)).get("state").asString().equals("finished"));

        JsonNode status = json(get("approver", run));
        long graded = server.bean(Grades.class).distribution().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(status.get("done").asLong()).isEqualTo(graded);
        JsonNode result = json(get("approver", run + "/result"));
        assertThat(result.get("moves").get("businesses").asLong()).isEqualTo(graded);
        assertThat(result.get("moves").get("worse").asInt()).isPositive();
        assertThat(result.get("bySection").size()).isGreaterThan(1);

        JsonNode movers = json(get("policymaker", run + "/movers?limit=5"));
        assertThat(movers.get("total").asInt())
                .isEqualTo(result.get("moves").get("movers").asInt());
        JsonNode mover = movers.get("items").get(0);
        assertThat(mover.get("direction").asString()).isEqualTo("worse");
        assertThat(mover.get("why").toString()).contains("points-changed");
        JsonNode same =
                json(get("policymaker", run + "/movers/" + mover.get("code").asString()));
        assertThat(same).isEqualTo(mover);
        JsonNode filtered = json(get("policymaker", run + "/movers?from=blue&to=yellow&district=21&industry=H"));
        assertThat(filtered.get("total").asInt()).isLessThan(movers.get("total").asInt());
    }

    @Test
    void a_faulty_policy_is_told_with_every_fault_by_line_and_column() throws Exception {
        HttpResponse<String> refused =
                post("policymaker", PATH, "application/yaml", "format: sise-policy/1\npolicy: x\n");
        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode faults = json(refused).get("faults");
        assertThat(faults.size()).isGreaterThan(3);
        assertThat(faults.get(0).get("line").asInt()).isPositive();
        assertThat(faults.get(0).get("column").asInt()).isPositive();
    }

    @Test
    void bad_questions_are_problems_that_name_the_field() throws Exception {
        assertThat(problem(post("policymaker", PATH, "application/json", "{}"), 400, "field"))
                .isEqualTo("policyVersion");
        assertThat(problem(post("policymaker", PATH, "application/json", "{\"policyVersion\": 999999}"), 400, "field"))
                .isEqualTo("policyVersion");
        assertThat(post("policymaker", PATH + "?asOf=2026-02-30", "application/yaml", stricter())
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("policymaker", PATH + "?against=none", "application/yaml", stricter())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("policymaker", PATH + "/999999").statusCode()).isEqualTo(404);
        assertThat(get("policymaker", PATH + "/999999/result").statusCode()).isEqualTo(404);
        assertThat(problem(get("policymaker", PATH + "?cursor=nonsense"), 400, "field"))
                .isEqualTo("cursor");
        assertThat(problem(get("policymaker", PATH + "?limit=0"), 400, "field")).isEqualTo("limit");
    }

    @Test
    void two_days_of_the_policy_in_force_are_compared_and_filters_name_what_is_wrong() throws Exception {
        HttpResponse<String> asked = post(
                "approver",
                PATH,
                "application/json",
                "{\"asOf\": \"2031-01-01\"}".replace("}", ", \"againstAsOf\": \"2026-11-22\"}"));
        assertThat(asked.statusCode()).isEqualTo(202);
        String run = asked.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> json(get("approver", run)).get("state").asString().equals("finished"));
        assertThat(json(get("approver", run + "/result"))
                        .get("moves")
                        .get("better")
                        .asInt())
                .isPositive();
        assertThat(problem(get("approver", run + "/movers?from=pink"), 400, "field"))
                .isEqualTo("from");
        assertThat(problem(get("approver", run + "/movers?cursor=x"), 400, "field"))
                .isEqualTo("cursor");
        assertThat(problem(get("approver", run + "/movers?district=abc"), 400, "field"))
                .isEqualTo("district");
        assertThat(get("approver", run + "/movers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void only_policy_makers_and_approvers_see_what_ifs() throws Exception {
        for (String user : new String[] {"regulator", "officer", "company", "auditor"}) {
            assertThat(get(user, PATH).statusCode()).as(user).isEqualTo(403);
            assertThat(post(user, PATH, "application/json", "{}").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
    }

    private static String stricter() {
        return new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8)
                .replace("version: \"2\"", "version: \"stricter\"")
                .replace("values: {minor: 1, general: 5, serious: 12}", "values: {minor: 4, general: 10, serious: 20}");
    }

    private static String problem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return json(answer).get(field).asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String user, String path) throws Exception {
        return HTTP.send(request(user, path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(String user, String path, String type, String body) throws Exception {
        return HTTP.send(
                request(user, path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":" + ServerFixture.PASSWORD;
        return HttpRequest.newBuilder(URI.create(server.url(path)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
