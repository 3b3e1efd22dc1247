package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.server.security.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Related parties over HTTP. */
class RelatedApiIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServerFixture server;
    private static RelatedFixture city;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        city = new RelatedFixture(server);
    }

    @AfterAll
    static void tidy() {
        city.close();
    }

    @Test
    void the_parties_around_a_business_come_as_nodes_and_edges() throws Exception {
        JsonNode answer = json(get("regulator", related(city.one.code(), "?depth=1&limit=200")));

        assertThat(answer.get("centre").asString()).isEqualTo(city.one.code());
        assertThat(texts(answer.get("nodes"), "id")).contains(city.one.code(), city.neighbour.code(), "address-1");
        assertThat(texts(answer.get("edges"), "kind")).contains("address-of", "supplies", "officer", "controls");
        JsonNode supply = only(answer.get("edges"), "kind", "supplies");
        assertThat(supply.get("to").asString()).isEqualTo(city.customer.code());
        assertThat(supply.get("since").asString()).isEqualTo(RelatedFixture.SUPPLIED_SINCE.toString());
        assertThat(supply.get("detail").asString()).isEqualTo("钢材");
        assertThat(supply.get("records").get(0).asLong()).isEqualTo(4);
        JsonNode neighbour = only(answer.get("nodes"), "id", city.neighbour.code());
        assertThat(neighbour.get("tie").asString()).isEqualTo("at-address");
        assertThat(neighbour.get("path").size()).isEqualTo(2);
        assertThat(neighbour.get("colour").isNull()).isFalse();
    }

    @Test
    void on_an_earlier_day_later_relations_and_control_are_not_there() throws Exception {
        String before = RelatedFixture.SUPPLIED_SINCE.minusDays(1).toString();
        JsonNode answer = json(get("officer", related(city.one.code(), "?depth=1&limit=200&on=" + before)));

        assertThat(answer.get("on").asString()).isEqualTo(before);
        assertThat(texts(answer.get("edges"), "kind")).contains("address-of").doesNotContain("supplies", "controls");
    }

    @Test
    void keys_of_persons_are_told_nobody() throws Exception {
        HttpResponse<String> answer = get("regulator", related(city.one.code(), "?depth=3&limit=500"));
        JsonNode weak = only(json(answer).get("nodes"), "name", "王伟");

        assertThat(answer.body()).doesNotContain(RelatedFixture.PERSON_KEY).doesNotContainPattern("[0-9a-f]{64}");
        assertThat(weak.get("weak").asBoolean()).isTrue();
        assertThat(weak.get("id").asString()).startsWith("person-");
    }

    @Test
    void a_parameter_outside_its_limits_is_named() throws Exception {
        for (String wrong : List.of("depth=9", "limit=0", "on=2026-02-30", "depth=x")) {
            HttpResponse<String> answer = get("officer", related(city.one.code(), "?" + wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(answer).get("field").asString()).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(get("officer", related("91210102MA0000000X", "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_path_between_two_businesses_names_each_relation() throws Exception {
        JsonNode answer = json(get("regulator", path(city.one.code(), city.neighbour.code(), "&steps=1")));

        JsonNode first = only(answer.get("paths"), "steps", "1");
        assertThat(first.get("nodes").get(0).asString()).isEqualTo(city.one.code());
        assertThat(first.get("nodes").get(2).asString()).isEqualTo(city.neighbour.code());
        assertThat(only(answer.get("nodes"), "id", first.get("nodes").get(1).asString())
                        .get("name")
                        .asString())
                .isEqualTo(RelatedFixture.ADDRESS);
        String edge = first.get("edges").get(0).get(0).asString();
        assertThat(only(answer.get("edges"), "id", edge).get("kind").asString()).isEqualTo("address-of");
        assertThat(answer.get("complete").asBoolean()).isTrue();
    }

    @Test
    void no_path_within_the_steps_is_said() throws Exception {
        JsonNode answer =
                json(get("regulator", path(city.one.code(), city.neighbour.code(), "&steps=1&on=1990-01-01")));

        assertThat(answer.get("paths").size()).isZero();
        assertThat(answer.get("answer").asString()).contains("none within 1 steps");
    }

    @Test
    void the_ends_of_a_path_are_checked_by_name() throws Exception {
        JsonNode same = json(get("regulator", path(city.one.code(), city.one.code(), "")));
        JsonNode unknown = json(get("regulator", path("nonsense", city.one.code(), "")));

        assertThat(same.get("field").asString()).isEqualTo("to");
        assertThat(unknown.get("field").asString()).isEqualTo("from");
        assertThat(unknown.get("status").asInt()).isEqualTo(400);
    }

    @Test
    void the_group_of_a_business_is_its_controllers() throws Exception {
        JsonNode answer = json(get("regulator", "/api/v1/businesses/" + city.customer.code() + "/group"));

        assertThat(answer.get("controllers").toString()).contains(city.one.code());
        JsonNode edge = only(answer.get("edges"), "to", city.customer.code());
        assertThat(edge.get("share").asDouble()).isEqualTo(66.6);
        assertThat(edge.get("detail").asString()).isEqualTo("share");
        assertThat(edge.get("records").size()).isEqualTo(2);
    }

    @Test
    void a_company_asks_about_itself_and_nobody_else() throws Exception {
        String own = server.bean(Accounts.class).find("company").orElseThrow().creditCode();
        String other = city.one.code().equals(own) ? city.neighbour.code() : city.one.code();

        assertThat(get("company", related(own, "")).statusCode()).isEqualTo(200);
        assertThat(get("company", related(other, "")).statusCode()).isEqualTo(404);
        assertThat(get("company", "/api/v1/businesses/" + other + "/group").statusCode())
                .isEqualTo(404);
        assertThat(get("company", path(own, other, "")).statusCode()).isEqualTo(403);
        JsonNode nodes = json(get("company", related(own, "?limit=200"))).get("nodes");
        for (JsonNode node : nodes) {
            if (!node.get("id").asString().equals(own)) {
                assertThat(node.get("colour").isNull()).isTrue();
            }
        }
    }

    @Test
    void the_description_names_the_questions() throws Exception {
        JsonNode api = json(HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url("/api/openapi.json")))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        assertThat(api.get("paths").propertyNames())
                .contains(
                        "/api/v1/businesses/{code}/related", "/api/v1/related/path", "/api/v1/businesses/{code}/group");
    }

    private static String related(String code, String query) {
        return "/api/v1/businesses/" + code + "/related" + query;
    }

    private static String path(String from, String to, String more) {
        return "/api/v1/related/path?from=" + from + "&to=" + to + more;
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.get(field).asString()));
        return texts;
    }

    private static JsonNode only(JsonNode list, String field, String value) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.get(field).asString().equals(value)) {
                found.add(item);
            }
        }
        assertThat(found).as(field + " " + value).isNotEmpty();
        return found.getFirst();
    }

    private static HttpResponse<String> get(String account, String path) throws Exception {
        String credentials = account + ":" + ServerFixture.PASSWORD;
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
