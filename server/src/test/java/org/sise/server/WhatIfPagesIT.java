package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.PolicyVersions;
import org.sise.grading.whatif.MoverQuery;
import org.sise.grading.whatif.WhatIfReport;
import org.sise.grading.whatif.WhatIfs;
import org.sise.scoring.read.BuiltIn;

/** The pages of what-ifs over HTTP. */
class WhatIfPagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_what_if_is_started_and_its_matrix_movers_and_files_are_shown() throws Exception {
        PolicyVersion draft = server.bean(PolicyVersions.class).draft(stricter(), "policymaker");
        HttpClient maker = signIn("policymaker");
        String list = get(maker, "/what-ifs").body();
        assertThat(list).contains(draft.name());
        HttpResponse<String> started =
                post(maker, "/what-ifs", "version=%d&asOf=2026-11-22&_csrf=%s".formatted(draft.id(), token(list)));
        assertThat(started.statusCode()).isEqualTo(302);
        String path = URI.create(started.headers().firstValue("Location").orElseThrow())
                .getPath();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        WhatIfs whatIfs = server.bean(WhatIfs.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> whatIfs.report(id).isPresent());
        WhatIfReport report = whatIfs.report(id).orElseThrow();
        long movers = report.moves().movers();
        assertThat(movers).isPositive();

        String page = get(maker, path).body();
        assertThat(page).contains("id=\"moves\"").contains("id=\"mover-list\"").contains("from=yellow&amp;to=orange");
        String code = whatIfs.movers(report, MoverQuery.ALL, null, 1)
                .items()
                .getFirst()
                .code();
        assertThat(page).contains(code);
        assertThat(get(maker, path + "?from=red&to=blue").body()).doesNotContain("id=\"mover-list\"");
        assertThat(get(maker, path + "?from=pink").statusCode()).isEqualTo(400);

        String csv = get(maker, path + "/movers.csv").body();
        assertThat(csv.lines().count()).isEqualTo(1 + movers);
        assertThat(csv).contains(code);
        HttpResponse<byte[]> xlsx = maker.send(
                HttpRequest.newBuilder(URI.create(server.url(path + "/movers.xlsx")))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        assertThat(get(signIn("approver"), path).statusCode()).isEqualTo(200);
    }

    @Test
    void what_ifs_are_for_policy_makers_and_approvers_only() throws Exception {
        assertThat(get(signIn("officer"), "/what-ifs").statusCode()).isEqualTo(403);
        assertThat(get(signIn("company"), "/what-ifs/1").statusCode()).isEqualTo(403);
        assertThat(get(signIn("approver"), "/what-ifs/999999").statusCode()).isEqualTo(404);
    }

    private static byte[] stricter() {
        return new String(BuiltIn.policyFile("shenfu-four-colour"), StandardCharsets.UTF_8)
                .replace("version: \"2\"", "version: \"stricter-page\"")
                .replace("values: {minor: 1, general: 5, serious: 12}", "values: {minor: 4, general: 10, serious: 21}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(
                        account,
                        encode(ServerFixture.PASSWORD),
                        token(get(client, "/login").body()));
        assertThat(post(client, "/login", form).statusCode()).isEqualTo(302);
        return client;
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return encode(matcher.group(1));
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path))).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(HttpClient client, String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
