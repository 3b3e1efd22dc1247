package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Credit repair over HTTP: who may what, bad input with the field named, an objection's mark, uploads that are too large. */
class RepairApiIT {

    private static ServerFixture server;
    private static RepairHouse house;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        house = new RepairHouse(server, 3);
    }

    @Test
    void a_case_goes_from_a_company_to_two_officials_and_stands_in_the_list() throws Exception {
        String begin = "{\"record\":%d,\"statement\":\"已整改\"}"
                .formatted(house.penalty(1).id());
        HttpResponse<String> begun = call(house.account, "POST", "/api/v1/repairs", begin);
        assertThat(begun.statusCode()).isEqualTo(201);
        long id = json(begun).get("one").get("id").asLong();
        assertThat(json(begun).get("one").get("pack").asString()).isEqualTo("ndrc-36");
        assertThat(json(begun).get("reasons").get(0).get("source").asString()).isNotBlank();

        HttpResponse<String> twice = call(house.account, "POST", "/api/v1/repairs", begin);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(json(twice).get("field").asString()).isEqualTo("record");

        String steps = "/api/v1/repairs/" + id + "/steps";
        assertThat(call("regulator", "POST", steps, "{\"step\":\"accept\"}").statusCode())
                .isEqualTo(409);
        HttpResponse<String> unknown = call("regulator", "POST", steps, "{\"step\":\"dance\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("field").asString()).isEqualTo("step");
        assertThat(call("officer", "POST", steps, "{\"step\":\"accept\"}").statusCode())
                .isEqualTo(403);
        assertThat(call(house.account, "POST", steps, "{\"step\":\"accept\"}").statusCode())
                .isEqualTo(403);
        assertThat(call("auditor", "GET", "/api/v1/repairs/999999", null).statusCode())
                .isEqualTo(404);
        assertThat(call(house.account, "GET", "/api/v1/repairs", null).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_day_too_early_and_anothers_record_are_refused_by_their_fields() throws Exception {
        RepairHouse other = new RepairHouse(server, 4);
        HttpResponse<String> anothers = call(
                house.account,
                "POST",
                "/api/v1/repairs",
                "{\"record\":%d}".formatted(other.penalty(1).id()));
        assertThat(anothers.statusCode()).isEqualTo(422);
        assertThat(json(anothers).get("field").asString()).isEqualTo("record");
        HttpResponse<String> none = call(house.account, "POST", "/api/v1/repairs", "{}");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(json(none).get("field").asString()).isEqualTo("record");
    }

    @Test
    void two_gigabytes_are_refused_before_any_of_them_is_read() throws IOException {
        URI address = URI.create(server.url("/"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /desk/cases/1/materials HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2147483648\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 413");
        }
    }

    private static HttpResponse<String> call(String account, String method, String path, @Nullable String body)
            throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((account + ":" + ServerFixture.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(server.url(path)))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/json")
                            .method(method, content)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
