package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.record.RecordKind;
import org.sise.ledger.record.StoredRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listings, commitments, talks, reviews and slips over HTTP: who may what, and bad input with the field named. */
class ConsequencesApiIT {

    private static ServerFixture server;
    private static RepairHouse house;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        house = new RepairHouse(server, 21);
    }

    @Test
    void a_listing_goes_from_its_proposal_to_the_ledger_and_every_fault_names_its_field() throws Exception {
        StoredRecord serious = house.record(
                RecordKind.PENALTY,
                "serious-21",
                Map.of(
                        "date", RepairHouse.TODAY.minusDays(20).toString(),
                        "document", "沈市监罚〔2026〕21号",
                        "department", "沈阳市市场监督管理局",
                        "category", "责令停产停业",
                        "severity", "serious"));
        String draft =
                "{\"business\":\"%s\",\"ground\":\"%s\",\"department\":\"市监局\",\"facts\":\"无证经营\",\"evidence\":%s}";
        refused("regulator", "/api/v1/listings", "{}", 400, "business");
        refused("regulator", "/api/v1/listings", draft.formatted(house.code, "XX-9", serious.id()), 400, "ground");
        refused("regulator", "/api/v1/listings", draft.formatted(house.code, "YW-1", 1), 422, "evidence");
        assertThat(call("officer", "POST", "/api/v1/listings", draft.formatted(house.code, "YW-1", serious.id()))
                        .statusCode())
                .isEqualTo(403);
        JsonNode listing = created("regulator", "/api/v1/listings", draft.formatted(house.code, "YW-1", serious.id()));
        String one = "/api/v1/listings/" + listing.get("id").asLong();
        refused("regulator", one + "/serve", "{\"on\":\"soon\"}", 400, "on");
        JsonNode served = done("regulator", one + "/serve", "{\"on\":\"%s\"}".formatted(RepairHouse.TODAY));
        assertThat(served.get("waitsFor").asString()).isEqualTo("hearing");
        assertThat(call("approver", "POST", one + "/decide", "{\"document\":\"X\"}")
                        .statusCode())
                .isEqualTo(409);
        done("regulator", one + "/hear", "{\"statement\":\"放弃\"}");
        assertThat(call("regulator", "POST", one + "/decide", "{\"document\":\"X\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(done("approver", one + "/decide", "{\"document\":\"沈市监列严〔2026〕21号\"}")
                        .get("state")
                        .asString())
                .isEqualTo("listed");
        assertThat(json(call("auditor", "GET", "/api/v1/listings?business=" + house.code, null))
                        .get("total")
                        .asLong())
                .isOne();
        assertThat(json(call("auditor", "GET", one + "/steps", null)).size()).isEqualTo(4);
        assertThat(call("auditor", "GET", "/api/v1/listings/99999", null).statusCode())
                .isEqualTo(404);
        assertThat(json(call("auditor", "GET", "/api/v1/measures/candidates?business=" + house.code, null))
                        .size())
                .isPositive();
    }

    @Test
    void a_business_reads_signs_and_reports_its_own_promise_and_nobody_elses() throws Exception {
        String draft =
                "{\"kind\":\"%s\",\"matter\":\"食品经营许可变更\",\"department\":\"审批局\",\"until\":\"%s\",\"signer\":\"张三\"}"
                        .formatted("%s", RepairHouse.TODAY.plusDays(20));
        assertThat(done(house.account, "/api/v1/commitments/text", draft.formatted("CM3"))
                        .get("text")
                        .asString())
                .contains(house.code, "食品经营许可变更");
        refused(house.account, "/api/v1/commitments", draft.formatted("CM99"), 422, "kind");
        refused(house.account, "/api/v1/commitments", "{\"kind\":\"CM3\",\"until\":\"x\"}", 400, "until");
        assertThat(call("regulator", "POST", "/api/v1/commitments", draft.formatted("CM3"))
                        .statusCode())
                .isEqualTo(403);
        JsonNode signed = created(house.account, "/api/v1/commitments", draft.formatted("CM3"));
        String one = "/api/v1/commitments/" + signed.get("id").asLong();
        RepairHouse other = new RepairHouse(server, 22);
        assertThat(call(other.account, "POST", one + "/report", "{\"evidence\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        done(house.account, one + "/report", "{\"evidence\":\"已补交\"}");
        assertThat(json(call("regulator", "GET", "/api/v1/commitments?reported=true&business=" + house.code, null))
                        .get("total")
                        .asLong())
                .isOne();
        refused("regulator", one + "/breach", "{}", 400, "inspection");
        refused("regulator", one + "/breach", "{\"inspection\":1}", 422, "inspection");
        assertThat(done("regulator", one + "/confirm", "{\"evidence\":\"已核对\"}")
                        .get("state")
                        .asString())
                .isEqualTo("fulfilled");
        assertThat(call(house.account, "GET", "/api/v1/commitments", null).statusCode())
                .isEqualTo(403);
        assertThat(json(call(house.account, "GET", "/api/v1/commitments/mine", null))
                        .size())
                .isOne();
    }

    @Test
    void talks_reviews_and_discretion_name_the_field_at_fault() throws Exception {
        refused("officer", "/api/v1/talks", "{\"business\":\"%s\"}".formatted(house.code), 400, "kind");
        JsonNode talk = created(
                "officer",
                "/api/v1/talks",
                "{\"business\":\"%s\",\"kind\":\"consultative\",\"department\":\"市监局\",\"reason\":\"多次处罚\"}"
                        .formatted(house.code));
        String one = "/api/v1/talks/" + talk.get("id").asLong();
        refused("officer", one + "/appoint", "{\"at\":\"tomorrow\",\"place\":\"301\"}", 400, "at");
        refused("officer", one + "/appoint", "{\"at\":\"2020-01-01T09:00\",\"place\":\"301\"}", 422, "at");
        assertThat(call("department", "POST", one + "/cancel", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        JsonNode review = created(
                "officer",
                "/api/v1/reviews",
                "{\"business\":\"%s\",\"caseNumber\":\"沈立21\",\"department\":\"市监局\",\"violation\":\"v\",\"benchmark\":\"DB42\"}"
                        .formatted(house.code));
        String answers = "/api/v1/reviews/" + review.get("id").asLong() + "/answers";
        refused("officer", answers, "{\"passed\":true,\"answer\":\"是\"}", 400, "step");
        refused("officer", answers, "{\"step\":3,\"passed\":true,\"answer\":\"是\"}", 422, "step");
        assertThat(done("officer", answers, "{\"step\":1,\"passed\":true,\"answer\":\"是\"}")
                        .get("next")
                        .asInt())
                .isEqualTo(2);
        HttpResponse<String> unknown = call("officer", "GET", "/api/v1/discretion/penalties?verdict=odd", null);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("field").asString()).isEqualTo("verdict");
        assertThat(json(call("officer", "GET", "/api/v1/discretion/penalties", null)))
                .allSatisfy(each -> assertThat(each.get("verdict").asString()).isIn("below", "above"));
        assertThat(call(house.account, "GET", "/api/v1/reminders", null).statusCode())
                .isEqualTo(403);
        assertThat(call(house.account, "POST", "/api/v1/reminders/999999/read", "")
                        .statusCode())
                .isEqualTo(404);
    }

    private static void refused(String user, String path, String body, int status, String field) throws Exception {
        HttpResponse<String> answer = call(user, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("field").asString()).isEqualTo(field);
    }

    private static JsonNode created(String user, String path, String body) throws Exception {
        HttpResponse<String> answer = call(user, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static JsonNode done(String user, String path, String body) throws Exception {
        HttpResponse<String> answer = call(user, "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> call(String user, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        String credentials = user + ':' + ServerFixture.PASSWORD;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        if (body == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
