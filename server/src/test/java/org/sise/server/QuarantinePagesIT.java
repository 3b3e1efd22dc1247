package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Mending;
import org.sise.integrations.landing.MendingJob;
import org.sise.integrations.landing.Quarantine;
import org.sise.integrations.landing.QuarantineQuery;
import org.sise.integrations.landing.QuarantinedRow;

/** The quarantine's pages over HTTP: filters, files for departments and back, and who may do what. */
class QuarantinePagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void the_page_filters_counts_ages_and_pages_both_ways() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "pages.csv", 120, "1", "5.3.2026");
        HttpClient client = signIn("regulator");
        String address = "/feeds/quarantine?delivery=" + delivery.id();
        String page = get(client, address).body();
        assertThat(page)
                .contains("共 120 行")
                .contains("日期有误 (120)".replace("日期有误", reason(page)))
                .contains("CF_JDRQ (120)")
                .contains("最早一行已滞留 0 天，中位数 0 天。")
                .contains("id=\"mend\"")
                .doesNotContain("rel=\"prev\"");
        String second = get(client, next(page)).body();
        String third = get(client, next(second)).body();
        assertThat(third).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(numbers(get(client, previous(third)).body())).isEqualTo(numbers(second));
        assertThat(get(client, address + "&older=1").body()).contains("没有符合条件的行");
        assertThat(get(client, address + "&text=" + encode("〔2026〕7号")).body()).contains("共 1 行");
        HttpResponse<String> wrong = get(client, "/feeds/quarantine?older=soon");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("older");
        assertThat(get(client, "/feeds/quarantine?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void the_row_page_shows_every_cell_with_its_fault_beside_and_its_neighbours() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "row.csv", 3, "-1", "5.3.2026");
        HttpClient client = signIn("department");
        List<QuarantinedRow> rows = rows(delivery);
        String address = "/feeds/quarantine/" + rows.get(1).id() + "?delivery=" + delivery.id();
        String page = get(client, address).body();
        assertThat(page)
                .contains("CF_XDR_GSZC")
                .contains("id=\"why-")
                .contains("/feeds/quarantine/" + rows.get(0).id() + "?")
                .contains("/feeds/quarantine/" + rows.get(2).id() + "?")
                .contains("#********")
                .doesNotContainPattern("#[0-9a-f]{64}");
        assertThat(page.split("aria-describedby=\"why-", -1))
                .as("the day and the fine are both marked")
                .hasSize(3);
        String form =
                "cell.CF_JDRQ=2026-03-05&cell.CF_NR_FK=1&delivery=" + delivery.id() + "&_csrf=" + encode(token(page));
        HttpResponse<String> answer =
                post(client, "/feeds/quarantine/" + rows.get(1).id() + "/replay", form);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("delivery=" + delivery.id());
        assertThat(get(client, address).body()).contains("已入库").contains("<del>5.3.2026</del>");
    }

    @Test
    void rows_go_to_the_department_as_a_workbook_and_come_back_mended() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "back.csv", 4, "1", "5.3.2026");
        List<QuarantinedRow> rows = rows(delivery);
        HttpClient client = signIn("department");
        String address = "/feeds/quarantine";
        byte[] sent = bytes(client, address + ".xlsx?delivery=" + delivery.id());
        byte[] back;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sent))) {
            Sheet sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("行政处罚（双公示）");
            List<Row> read = sheet.read();
            List<String> header = read.getFirst().stream().map(Cell::getText).toList();
            assertThat(header)
                    .startsWith("隔离编号", "隔离行号", "隔离列", "隔离原因", "隔离说明", "CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM")
                    .containsSubsequence("CF_NR_FK", "CF_JDRQ", "BZ");
            assertThat(read).hasSize(5);
            assertThat(read.get(1).getCellText(header.indexOf("CF_FR_ZJHM"))).isEqualTo("#********");
            back = mended(read, header.indexOf("CF_JDRQ"), "2026-03-05", "三月");
        }
        assertThat(new String(bytes(client, address + ".csv?delivery=" + delivery.id()), StandardCharsets.UTF_8))
                .startsWith("\uFEFF隔离编号,隔离行号,隔离列,隔离原因,隔离说明,CF_XDR_MC,")
                .contains("〔2026〕3号")
                .doesNotContainPattern("#[0-9a-f]{64}");

        HttpResponse<String> answer = upload(client, token(get(client, address).body()), "改正.xlsx", back);
        String location = answer.headers().firstValue("Location").orElseThrow();
        MendingJob job = finished(location);
        assertThat(job.counts()).isEqualTo(new MendingJob.Counts(3, 2, 0, 1, 0, 0, 0));
        assertThat(get(client, URI.create(location).getPath()).body())
                .contains("没有改动: 1")
                .contains("编号不存在: 1")
                .contains("/feeds/quarantine/" + rows.get(2).id());
    }

    @Test
    void a_file_that_cannot_be_taken_is_refused_with_its_reason() throws Exception {
        HttpClient client = signIn("department");
        String token = token(get(client, "/feeds/quarantine").body());
        assertThat(upload(client, token, "a.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/feeds/quarantine");
        assertThat(get(client, "/feeds/quarantine").body()).contains("id=\"problem\"");
        upload(client, token, "a.csv", "编号\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(get(client, "/feeds/quarantine").body()).contains("隔离编号");
        HttpResponse<String> large = client.send(
                HttpRequest.newBuilder(uri("/feeds/quarantine/import"))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[(50 << 20) + 1]))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("最多50 MB");
    }

    @Test
    void a_rule_is_tried_before_it_is_applied_and_a_wrong_one_names_its_field() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "rule.csv", 3, "1", "5.3.2026");
        HttpClient client = signIn("department");
        String filter = "feed=penalties&delivery=" + delivery.id() + "&state=open";
        String rule = "&rule.column=CF_JDRQ&rule.kind=day&rule.from=d.M.yyyy";
        assertThat(get(client, "/feeds/quarantine/mend?state=open").body()).contains("请先选定一个来源");
        String page = get(client, "/feeds/quarantine/mend?" + filter + rule).body();
        assertThat(page).contains("<b id=\"would-land\">3</b>").contains("<ins>2026-03-05</ins>");
        assertThat(get(client, "/feeds/quarantine/mend?" + filter + "&rule.column=CF_JDRQ&rule.kind=match&rule.from=(")
                        .body())
                .contains("正则表达式有误");
        HttpResponse<String> answer =
                post(client, "/feeds/quarantine/mend", filter + rule + "&_csrf=" + encode(token(page)));
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(finished(location).counts().landed()).isEqualTo(3);
        assertThat(get(client, URI.create(location).getPath()).body())
                .contains("完成")
                .contains("d.M.yyyy");
        assertThat(get(client, "/feeds/quarantine/jobs").body())
                .contains(URI.create(location).getPath());
    }

    @Test
    void all_that_match_are_set_aside_for_a_reason() throws Exception {
        Delivery delivery = DeliveredPenalties.of(server, "discard.csv", 2, "1", "5.3.2026");
        HttpClient client = signIn("regulator");
        String token = "&_csrf=" + encode(token(get(client, "/feeds/quarantine").body()));
        String filter = "delivery=" + delivery.id();
        HttpResponse<String> unsaid = post(client, "/feeds/quarantine/discard", filter + "&why=" + token);
        URI back = URI.create(unsaid.headers().firstValue("Location").orElseThrow());
        assertThat(get(client, back.getRawPath() + "?" + back.getRawQuery()).body())
                .contains("请写明作废原因");
        HttpResponse<String> answer =
                post(client, "/feeds/quarantine/discard", filter + "&why=" + encode("测试数据") + token);
        assertThat(finished(answer.headers().firstValue("Location").orElseThrow())
                        .counts()
                        .discarded())
                .isEqualTo(2);
        assertThat(rows(delivery)).allSatisfy(row -> assertThat(row.state()).isEqualTo(QuarantinedRow.State.DISCARDED));
    }

    @Test
    void who_only_reads_feeds_is_offered_nothing_and_refused_everything() throws Exception {
        HttpClient auditor = signIn("auditor");
        HttpResponse<String> page = get(auditor, "/feeds/quarantine?state=all");
        assertThat(page.body()).doesNotContain("id=\"many\"").contains("id=\"quarantine\"");
        String token = "_csrf=" + encode(token(page.body()));
        for (String path : List.of("mend", "replay", "discard", "import", "1/read-again", "jobs/1/cancel")) {
            assertThat(post(auditor, "/feeds/quarantine/" + path, token).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(get(signIn("officer"), "/feeds/quarantine/jobs").statusCode())
                .isEqualTo(403);
        assertThat(get(auditor, "/feeds/quarantine/jobs/999999").statusCode()).isEqualTo(404);
    }

    /** The rows with the first two's cell mended, the third's otherwise wrong, the fourth's as it was, and one unknown. */
    private static byte[] mended(List<Row> rows, int column, String right, String wrong) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("回");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).getCellCount(); c++) {
                    sheet.value(r, c, rows.get(r).getCellText(c));
                }
            }
            sheet.value(1, column, right);
            sheet.value(2, column, right);
            sheet.value(3, column, wrong);
            sheet.value(5, 0, "99999999");
        }
        return out.toByteArray();
    }

    private static MendingJob finished(String location) {
        long id = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> server.bean(Mending.class).find(id).orElseThrow(),
                        job -> job.state() != MendingJob.State.OPEN);
    }

    private static List<QuarantinedRow> rows(Delivery delivery) {
        List<QuarantinedRow> rows = new ArrayList<>();
        server.bean(Quarantine.class)
                .forEach(
                        new QuarantineQuery(null, null, null, null, null, delivery.id(), null, null, null),
                        rows::addAll);
        return rows;
    }

    private static String reason(String page) {
        Matcher matcher =
                Pattern.compile("value=\"bad-date\"[^>]*>([^<(]+) \\(").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static List<String> numbers(String page) {
        return Pattern.compile("/feeds/quarantine/(\\d+)\\?")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String next(String page) {
        return link(page, "next");
    }

    private static String previous(String page) {
        return link(page, "prev");
    }

    private static String link(String page, String rel) {
        Matcher matcher =
                Pattern.compile("rel=\"" + rel + "\"[^>]*href=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).as(rel).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    private static HttpResponse<String> upload(HttpClient client, String token, String name, byte[] file)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--limit\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(uri("/feeds/quarantine/import"))
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String token = token(get(client, "/login").body());
        String form = "username=" + account + "&password=" + ServerFixture.PASSWORD + "&_csrf=" + encode(token);
        assertThat(post(client, "/login", form).headers().firstValue("Location").orElseThrow())
                .endsWith("/");
        return client;
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "zh-CN")
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(HttpClient client, String path) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri(path))
                                .header("Accept-Language", "zh-CN")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static HttpResponse<String> post(HttpClient client, String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static URI uri(String path) {
        return URI.create(server.url(path));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
