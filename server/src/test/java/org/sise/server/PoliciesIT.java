package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.grading.approval.PolicyVersions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies over the REST interface: who may do what, and how each refusal reads. */
class PoliciesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String POLICIES = "/api/v1/policies";

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void each_role_may_do_its_own_step_and_no_other() throws Exception {
        long id = draft("roles");
        String one = POLICIES + "/" + id;
        for (String account : new String[] {"regulator", "officer", "approver", "department", "auditor", "company"}) {
            assertThat(upload(account, "x").statusCode()).as(account).isEqualTo(403);
            assertThat(post(account, one + "/submit", "{}").statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(post(account, one + "/withdraw", "{}").statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        for (String account :
                new String[] {"regulator", "officer", "policymaker", "department", "auditor", "company"}) {
            assertThat(post(account, one + "/approve", "{}").statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(post(account, one + "/refuse", "{}").statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(get("company", POLICIES).statusCode()).isEqualTo(403);
        assertThat(get("officer", one).statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri(POLICIES))).statusCode()).isEqualTo(401);
    }

    @Test
    void a_draft_comes_back_byte_for_byte_and_the_same_again_is_refused() throws Exception {
        String text = policy("bytes");
        HttpResponse<String> created = upload("policymaker", text);
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode version = json(created);
        assertThat(version.get("state").asString()).isEqualTo("draft");
        String location = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> file = get("officer", location + "/file");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(file.body()).isEqualTo(text);
        assertThat(version.get("digest").asString()).isEqualTo(sha256(text));

        JsonNode same = json(upload("policymaker", text));
        assertThat(same.get("status").asInt()).isEqualTo(409);
        assertThat(same.get("code").asString()).isEqualTo("same-file");
        JsonNode changed = json(upload("policymaker", text + "# changed\n"));
        assertThat(changed.get("status").asInt()).isEqualTo(409);
        assertThat(changed.get("code").asString()).isEqualTo("same-name");
        assertThat(json(get("officer", location + "/history"))
                        .get(0)
                        .get("step")
                        .asString())
                .isEqualTo("drafted");
    }

    @Test
    void a_faulty_file_is_answered_with_every_fault_and_its_place() throws Exception {
        String faulty = policy("faulty").replaceFirst("order: \\S+", "order: sideways") + "unheard-of: 1\n";
        JsonNode problem = json(upload("policymaker", faulty));
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("code").asString()).isEqualTo("faulty");
        assertThat(problem.get("faults").size()).isEqualTo(2);
        JsonNode last = problem.get("faults").get(1);
        assertThat(last.get("line").asInt()).isEqualTo(faulty.lines().count());
        assertThat(last.get("column").asInt()).isEqualTo(1);
        assertThat(last.get("remedy").asString()).contains(" / ");
        JsonNode check = json(yaml("policymaker", POLICIES + "/check", faulty));
        assertThat(check.get("sound").asBoolean()).isFalse();
        assertThat(check.get("faults")).isEqualTo(problem.get("faults"));
    }

    @Test
    void a_file_of_many_megabytes_is_refused_as_too_large() throws Exception {
        JsonNode problem = json(upload("policymaker", policy("large") + "# filler\n".repeat(400_000)));
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("faults").get(0).get("code").asString()).isEqualTo("too-large");
    }

    @Test
    void a_step_that_is_not_open_is_refused_with_its_code_and_field() throws Exception {
        String one = POLICIES + "/" + draft("steps");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assertThat(json(post("policymaker", one + "/submit", "{}")).get("field").asString())
                .isEqualTo("inForceFrom");
        JsonNode past = json(post("policymaker", one + "/submit", from(today.minusDays(1))));
        assertThat(past.get("status").asInt()).isEqualTo(422);
        assertThat(past.get("code").asString()).isEqualTo("day-past");
        assertThat(past.get("field").asString()).isEqualTo("inForceFrom");
        assertThat(json(post("approver", one + "/approve", "{}")).get("code").asString())
                .isEqualTo("wrong-state");

        JsonNode submitted = json(post("policymaker", one + "/submit", from(today.plusYears(1))));
        assertThat(submitted.get("state").asString()).isEqualTo("submitted");
        JsonNode without = json(post("approver", one + "/approve", "{}"));
        assertThat(without.get("status").asInt()).isEqualTo(409);
        assertThat(without.get("code").asString()).isEqualTo("no-what-if");
        assertThat(json(post("approver", one + "/refuse", "{}")).get("code").asString())
                .isEqualTo("no-reason");
        JsonNode refused = json(post("approver", one + "/refuse", "{\"reason\": \"依据不足\"}"));
        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(json(post("policymaker", one + "/withdraw", "{}"))
                        .get("status")
                        .asInt())
                .isEqualTo(409);
        assertThat(get("officer", POLICIES + "/999999").statusCode()).isEqualTo(404);
        assertThat(post("approver", POLICIES + "/999999/approve", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_list_is_filtered_and_goes_on_at_its_cursor() throws Exception {
        draft("list-a");
        draft("list-b");
        JsonNode first = json(get("officer", POLICIES + "?limit=1"));
        JsonNode second = json(
                get("officer", POLICIES + "?limit=1&cursor=" + first.get("next").asString()));
        assertThat(second.get("items").get(0).get("id").asLong())
                .isLessThan(first.get("items").get(0).get("id").asLong());
        assertThat(second.get("total").asInt()).isGreaterThanOrEqualTo(3);
        JsonNode inForce = json(get("officer", POLICIES + "?state=in-force"));
        assertThat(inForce.get("items").size()).isEqualTo(1);
        assertThat(json(get("officer", POLICIES + "?state=pink")).get("field").asString())
                .isEqualTo("state");
        assertThat(json(get("officer", POLICIES + "?cursor=x")).get("field").asString())
                .isEqualTo("cursor");
    }

    @Test
    void the_description_names_the_paths_and_the_body_that_a_draft_needs() throws Exception {
        JsonNode api = json(send(HttpRequest.newBuilder(uri("/api/openapi.json"))));
        assertThat(api.get("paths").propertyNames())
                .contains(
                        POLICIES,
                        POLICIES + "/{id}",
                        POLICIES + "/{id}/file",
                        POLICIES + "/{id}/history",
                        POLICIES + "/{id}/submit",
                        POLICIES + "/{id}/approve",
                        POLICIES + "/{id}/refuse",
                        POLICIES + "/{id}/withdraw",
                        POLICIES + "/check");
        assertThat(api.get("paths").get(POLICIES).get("post").get("requestBody").toString())
                .contains("application/yaml");
    }

    private static long draft(String version) throws Exception {
        HttpResponse<String> created = upload("policymaker", policy(version));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return json(created).get("id").asLong();
    }

    /** The policy in force as another version. */
    private static String policy(String version) {
        PolicyVersions versions = server.bean(PolicyVersions.class);
        String text = new String(versions.file(versions.inForce().id()), StandardCharsets.UTF_8);
        return text.replaceFirst("(?m)^version: .*$", "version: \"" + version + "\"");
    }

    private static String from(LocalDate day) {
        return "{\"inForceFrom\": \"" + day + "\"}";
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        return send(as(account, path));
    }

    private static HttpResponse<String> upload(String account, String text) throws Exception {
        return yaml(account, POLICIES, text);
    }

    private static HttpResponse<String> yaml(String account, String path, String text) throws Exception {
        return send(as(account, path)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static HttpResponse<String> post(String account, String path, String body) throws Exception {
        return send(as(account, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder as(String account, String path) {
        String credentials = account + ":" + ServerFixture.PASSWORD;
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static URI uri(String path) {
        return URI.create(server.url(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
