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
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditLog;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.server.desk.PersonalReads;
import org.sise.server.security.Accounts;
import org.sise.supervision.entry.BusinessSign;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface over HTTP. */
class ApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void without_an_account_the_answer_is_a_problem_and_no_session() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/v1/businesses")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(answer).get("status").asInt()).isEqualTo(401);
    }

    @Test
    void an_answer_says_how_long_it_is() throws Exception {
        HttpResponse<String> answer = get("regulator", "/api/v1/businesses?limit=500");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @Test
    void a_phone_whose_clock_no_calendar_has_is_told_so() throws Exception {
        String sign = BusinessSign.of(new CreditCode(worst().code()));
        JsonNode problem = json(post(
                "officer",
                "/api/v1/entry/sign",
                "{\"text\": \"%s\", \"deviceAt\": \"+300000-01-01T00:00:00Z\"}".formatted(sign)));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("field").asString()).isEqualTo("deviceAt");
    }

    @Test
    void a_list_goes_on_at_its_cursor_and_holds_every_business_once() throws Exception {
        JsonNode first = json(get("regulator", "/api/v1/businesses?sort=code&limit=400"));
        JsonNode second = json(get(
                "regulator",
                "/api/v1/businesses?sort=code&limit=400&cursor="
                        + first.get("next").asString()));
        assertThat(first.get("total").asInt())
                .isEqualTo(first.get("items").size() + second.get("items").size());
        assertThat(second.get("next").isNull()).isTrue();
        String last = first.get("items").get(399).get("code").asString();
        assertThat(second.get("items").get(0).get("code").asString()).isGreaterThan(last);
    }

    @Test
    void an_unknown_word_is_refused_with_the_words_there_are() throws Exception {
        HttpResponse<String> answer = get("regulator", "/api/v1/businesses?colour=pink");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("field").asString()).isEqualTo("colour");
        assertThat(json(answer).get("detail").asString()).contains("blue, yellow, orange, red");
    }

    @Test
    void a_cursor_of_another_list_is_refused() throws Exception {
        JsonNode problem = json(get("regulator", "/api/v1/businesses?cursor=nonsense"));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("field").asString()).isEqualTo("cursor");
    }

    @Test
    void a_grade_comes_with_the_receipt_of_its_digest() throws Exception {
        String code = worst().code();
        JsonNode grade = json(get("officer", "/api/v1/businesses/" + code + "/grade"));
        assertThat(grade.get("colour").asString()).isEqualTo("red");
        assertThat(grade.get("receipt").get("party").asString()).isEqualTo(code);
        HttpResponse<String> receipt = get(
                "officer",
                "/api/v1/businesses/" + code + "/grades/" + grade.get("id").asLong() + "/receipt");
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(receipt.body().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(grade.get("receiptDigest").asString());
    }

    @Test
    void before_a_record_was_known_it_is_not_there() throws Exception {
        String path = "/api/v1/businesses/" + worst().code() + "/records";
        assertThat(json(get("officer", path)).size()).isPositive();
        assertThat(json(get("officer", path + "?knownAt=2020-01-01T00:00:00Z")).size())
                .isZero();
        assertThat(json(get("officer", path + "?asOf=1980-01-01")).size()).isZero();
        assertThat(get("officer", path + "?asOf=2026-02-30").statusCode()).isEqualTo(400);
    }

    @Test
    void keys_of_persons_are_told_nobody() throws Exception {
        assertThat(get("regulator", "/api/v1/businesses/" + worst().code() + "/records")
                        .body())
                .doesNotContainPattern("[0-9a-f]{64}");
        assertThat(get("regulator", "/api/v1/quarantine?limit=500").body()).doesNotContainPattern("#[0-9a-f]{64}");
    }

    @Test
    void a_company_sees_its_own_business_and_no_other() throws Exception {
        String own = server.bean(Accounts.class).find("company").orElseThrow().creditCode();
        String other = businesses().page(BusinessFilter.ALL, BusinessOrder.CODE, null, 2).items().stream()
                .map(Business::code)
                .filter(code -> !code.equals(own))
                .findFirst()
                .orElseThrow();
        assertThat(json(get("company", "/api/v1/businesses/" + own))
                        .get("colour")
                        .asString())
                .isEqualTo("red");
        for (String part : new String[] {"", "/records", "/grade", "/grades"}) {
            assertThat(get("company", "/api/v1/businesses/" + other + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        for (String path : new String[] {"/businesses", "/plans", "/distribution", "/quarantine", "/audit/head"}) {
            assertThat(get("company", "/api/v1" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_plan_is_made_committed_drawn_and_verified() throws Exception {
        JsonNode refused = json(post("regulator", "/api/v1/plans", "{\"title\": \"\", \"items\": [\"XX\"]}"));
        assertThat(refused.get("status").asInt()).isEqualTo(422);
        assertThat(refused.get("errors").toString()).contains("\"title\"").contains("\"items\"");
        assertThat(json(post("regulator", "/api/v1/plans/preview", "{\"anyShare\": 0.01}"))
                        .get("faults")
                        .toString())
                .contains("anyShare");

        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String draft = """
                {"title": "接口计划", "items": ["CI001"], "mandatoryItems": ["CI001"], "worstShare": 0.3,
                 "ratios": {"red": 0.1, "orange": 0.05, "yellow": 0, "blue": 0},
                 "from": "%s", "until": "%s"}""".formatted(today, today);
        HttpResponse<String> created = post("regulator", "/api/v1/plans", draft);
        assertThat(created.statusCode()).isEqualTo(201);
        String plan = "/api/v1/plans/" + json(created).get("id").asString();
        assertThat(get("officer", plan + "/transcript").statusCode()).isEqualTo(404);
        assertThat(post("officer", plan + "/commit", "{}").statusCode()).isEqualTo(403);
        assertThat(post("approver", plan + "/commit", "{}").statusCode()).isEqualTo(409);
        post("regulator", plan + "/submit", "{}");
        assertThat(post("regulator", plan + "/approve", "{}").statusCode()).isEqualTo(400);
        assertThat(json(post("approver", plan + "/approve", "{}"))
                        .get("approvedBy")
                        .asString())
                .isEqualTo("approver");
        JsonNode committed = json(post("approver", plan + "/commit", "{}"));
        assertThat(committed.get("commitment").get("commitment").asString()).matches("[0-9a-f]{64}");
        assertThat(committed.toString()).doesNotContain("secret");
        assertThat(committed.get("anyShare").decimalValue()).isEqualByComparingTo("0.1");
        JsonNode any = committed.get("commitment").get("strata").get(0);
        assertThat(any.get("selection").asString()).isEqualTo("any");
        assertThat(any.get("colour").isNull()).isTrue();
        assertThat(any.get("take").asInt()).isPositive();
        assertThat(committed.get("tasks").isNull()).isTrue();

        assertThat(json(post("approver", plan + "/draw", "{\"source\": \"lottery\"}"))
                        .get("field")
                        .asString())
                .isEqualTo("value");
        HttpResponse<String> drawn =
                post("approver", plan + "/draw", "{\"source\": \"lottery\", \"value\": \"7 9 12\"}");
        assertThat(get("officer", plan + "/transcript").body()).isEqualTo(drawn.body());
        assertThat(json(get("officer", plan)).get("tasks").get("of").asInt())
                .isEqualTo(json(drawn).get("drawn").size());
        assertThat(json(get("officer", plan + "/list?limit=500")).size())
                .isEqualTo(json(drawn).get("drawn").size());
        assertThat(json(get("officer", plan + "/verification")).get("verified").asBoolean())
                .isTrue();
        assertThat(post("approver", plan + "/cancel", "{\"reason\": \"x\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_plans_are_made_of_is_listed_for_the_authority() throws Exception {
        assertThat(json(get("officer", "/api/v1/check-items?department=%E8%AE%A1%E9%87%8F"))
                        .size())
                .isEqualTo(5);
        assertThat(json(get("officer", "/api/v1/inspectors"))
                        .get(0)
                        .get("certificate")
                        .asString())
                .isNotEmpty();
        assertThat(get("officer", "/api/v1/yearly-plans").statusCode()).isEqualTo(200);
        assertThat(get("officer", "/api/v1/yearly-plans/9").statusCode()).isEqualTo(404);
        for (String path : new String[] {"/check-items", "/inspectors", "/yearly-plans"}) {
            assertThat(get("company", "/api/v1" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_grade_is_signed_for_another_city_and_taken_in_from_partners_alone() throws Exception {
        String signed = json(post("regulator", "/api/v1/recognitions/issue/" + worst().code(), "{}"))
                .get("text")
                .asString();
        assertThat(signed.split("\\.")).hasSize(3);
        HttpResponse<String> refused = post("regulator", "/api/v1/recognitions", "{\"text\": \"" + signed + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("field").asString()).isEqualTo("text");
        assertThat(post("officer", "/api/v1/recognitions", "{}").statusCode()).isEqualTo(403);
        assertThat(json(get("officer", "/api/v1/recognitions")).size()).isZero();
        assertThat(send(HttpRequest.newBuilder(uri("/published/recognition-key.json")))
                        .body())
                .contains("\"Ed25519\"");
    }

    @Test
    void credit_codes_are_judged() throws Exception {
        String code = worst().code();
        assertThat(json(get("company", "/api/v1/codes/" + code)).get("verdict").asString())
                .isEqualTo("valid");
        JsonNode mended = json(get("company", "/api/v1/codes/" + code.toLowerCase(Locale.ROOT)));
        assertThat(mended.get("verdict").asString()).isEqualTo("mended");
        assertThat(mended.get("code").asString()).isEqualTo(code);
    }

    @Test
    void the_distribution_counts_every_graded_business() throws Exception {
        JsonNode distribution = json(get("officer", "/api/v1/distribution"));
        long total = 0;
        for (Grade grade : Grade.values()) {
            total += distribution
                    .get("counts")
                    .get(grade.name().toLowerCase(Locale.ROOT))
                    .asLong();
        }
        assertThat(distribution.get("total").asLong()).isEqualTo(total).isPositive();
    }

    @Test
    void the_description_names_every_path_and_how_to_sign_in() throws Exception {
        JsonNode api = json(send(HttpRequest.newBuilder(uri("/api/openapi.json"))));
        assertThat(api.get("paths").propertyNames())
                .contains(
                        "/api/v1/businesses",
                        "/api/v1/businesses/{code}/grade",
                        "/api/v1/plans/{id}/draw",
                        "/api/v1/deliveries",
                        "/api/v1/quarantine/{id}/replay",
                        "/api/v1/codes/{text}");
        assertThat(api.get("components")
                        .get("securitySchemes")
                        .get("basic")
                        .get("scheme")
                        .asString())
                .isEqualTo("basic");
        assertThat(api.toString()).doesNotContain("signedIn");
    }

    @Test
    void showing_a_row_as_received_is_written_to_the_audit_log() throws Exception {
        String code = worst().code();
        JsonNode records = json(get("officer", "/api/v1/businesses/" + code + "/records"));
        long id = records.get(0).get("id").asLong();
        HttpResponse<String> page = get("officer", "/businesses/" + code + "/records/" + id + "/original");
        assertThat(page.statusCode()).as("pages take no HTTP Basic").isEqualTo(302);
        server.bean(PersonalReads.class).original("officer", code, id);
        assertThat(server.bean(AuditLog.class).latest(code, 1)).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("personal-data-read");
            assertThat(line.detail()).isEqualTo("record " + id);
        });
    }

    private static Business worst() {
        return businesses()
                .page(BusinessFilter.ALL, BusinessOrder.WORST, null, 1)
                .items()
                .getFirst();
    }

    private static Businesses businesses() {
        return server.bean(Businesses.class);
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        return send(as(account, path));
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
