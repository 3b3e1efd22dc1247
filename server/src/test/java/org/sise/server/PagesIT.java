package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.core.grade.Grade;
import org.sise.core.record.BusinessStatus;
import org.sise.grading.Grading;
import org.sise.grading.approval.PolicyVersions;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.BusinessFilter;
import org.sise.ledger.business.BusinessOrder;
import org.sise.ledger.business.Businesses;
import org.sise.scoring.receipt.Receipt;

/** The pages over HTTP: who may open what, and what is answered beside pages. */
class PagesIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void nobody_sees_a_page_without_signing_in() throws Exception {
        HttpResponse<String> answer = get(HttpClient.newHttpClient(), "/businesses");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void headers_forbid_foreign_content_and_the_cookie_is_hidden_from_scripts() throws Exception {
        HttpResponse<String> answer = get(HttpClient.newHttpClient(), "/login");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        HttpClient client = signIn("regulator");
        HttpResponse<String> answer = post(client, "/plans", "title=x");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_wrong_password_is_told_and_a_row_of_them_locks_the_name_for_a_while() throws Exception {
        HttpClient client = client();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn(client, "nobody", "wrong")).endsWith("/login?wrong");
        }
        assertThat(signIn(client, "nobody", "wrong")).endsWith("/login?locked");
        assertThat(signIn(client(), "officer", ServerFixture.PASSWORD)).endsWith("/");
    }

    @Test
    void roles_open_their_pages_only() throws Exception {
        assertThat(get(signIn("officer"), "/feeds").statusCode()).isEqualTo(403);
        assertThat(get(signIn("officer"), "/plans/new").statusCode()).isEqualTo(403);
        assertThat(get(signIn("regulator"), "/audit").statusCode()).isEqualTo(403);
        assertThat(get(signIn("auditor"), "/audit").statusCode()).isEqualTo(200);
        assertThat(get(signIn("company"), "/businesses").statusCode()).isEqualTo(403);
        assertThat(get(signIn("company"), "/plans").statusCode()).isEqualTo(403);
        assertThat(get(signIn("company"), "/policies").statusCode()).isEqualTo(403);
        assertThat(get(signIn("officer"), "/policies/1").statusCode()).isEqualTo(200);
        assertThat(get(signIn("approver"), "/policies/new").statusCode()).isEqualTo(403);
        assertThat(get(signIn("policymaker"), "/policies/new?from=1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_step_of_a_policy_is_refused_to_who_may_not_take_it_even_with_the_forms_token() throws Exception {
        HttpClient maker = signIn("policymaker");
        String token = "_csrf=" + encode(token(get(maker, "/policies/new").body()));
        assertThat(post(maker, "/policies/1/approve", token).statusCode()).isEqualTo(403);
        assertThat(post(maker, "/policies/1/refuse", "reason=x&" + token).statusCode())
                .isEqualTo(403);
        HttpClient approver = signIn("approver");
        String other = "_csrf=" + encode(token(get(approver, "/policies").body()));
        assertThat(post(approver, "/policies", "text=x&" + other).statusCode()).isEqualTo(403);
        assertThat(post(approver, "/policies/1/submit", other).statusCode()).isEqualTo(403);
        String present =
                "/policies/" + server.bean(PolicyVersions.class).inForce().id();
        assertThat(post(approver, present + "/approve", other).statusCode())
                .as("open to the role, and refused by the state on the page that follows")
                .isEqualTo(302);
        assertThat(get(approver, present).body()).contains("为“生效中”，不能批准");
    }

    @Test
    void a_faulty_policy_comes_back_with_each_fault_beside_its_line() throws Exception {
        HttpClient maker = signIn("policymaker");
        String form = "text=" + encode("format: sise-policy/1\npolicy: <b>Bad</b>\n") + "&_csrf="
                + encode(token(get(maker, "/policies/new").body()));
        HttpResponse<String> answer = post(maker, "/policies", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("第 2 行第 9 列")
                .contains("<li id=\"L2\" class=\"wrong\">")
                .contains("&lt;b&gt;Bad&lt;/b&gt;")
                .doesNotContain("<b>Bad");
    }

    @Test
    void a_policys_page_says_each_indicator_with_sentence_basis_source_and_confidence() throws Exception {
        String page = get(signIn("officer"), "/policies/1").body();
        assertThat(page)
                .contains("〔日期〕")
                .contains("行政处罚法 第48条")
                .contains("可信度低")
                .contains("由系统直接记为已批准")
                .doesNotContain("id=\"next\"");
        HttpResponse<String> file = get(signIn("officer"), "/policies/1/file.yaml");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".yaml");
        assertThat(file.body()).contains("format: sise-policy/1");
    }

    @Test
    void the_filtered_list_comes_as_csv_and_as_workbook() throws Exception {
        HttpClient client = signIn("regulator");
        long operating = server.bean(Businesses.class)
                .count(new BusinessFilter(null, null, List.of(), List.of(), BusinessStatus.OPERATING));
        HttpResponse<String> csv = get(client, "/businesses.csv?status=operating");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines().count()).isEqualTo(operating + 1);
        assertThat(csv.body()).startsWith("\uFEFF统一社会信用代码,名称,颜色,");
        byte[] xlsx = client.send(
                        HttpRequest.newBuilder(uri("/businesses.xlsx?status=operating"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getFirstSheet().read()).hasSize((int) operating + 1);
        }
    }

    @Test
    void what_cannot_be_taken_is_named_on_the_page() throws Exception {
        HttpClient client = signIn("regulator");
        HttpResponse<String> answer = get(client, "/businesses?colour=pink");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请求有误").contains("colour").contains("orange");
        assertThat(get(client, "/businesses?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(get(client, "/plans?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(get(client, "/feeds/quarantine/nonsense").statusCode()).isEqualTo(400);
        assertThat(get(client, "/businesses/91210102MA0000001X").statusCode()).isEqualTo(404);
        HttpResponse<String> missing = get(client, "/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有找到");
    }

    @Test
    void a_plan_with_faults_comes_back_with_each_named() throws Exception {
        HttpClient client = signIn("regulator");
        String form = "title=&ratio.RED=abc&ratio.ORANGE=50&ratio.YELLOW=10&ratio.BLUE=2&itemsPerObject=1&_csrf="
                + encode(token(get(client, "/plans/new").body()));
        HttpResponse<String> answer = post(client, "/plans", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("红色比例").contains("请填写0至100的百分数").contains("value=\"abc\"");
    }

    @Test
    void a_day_can_be_replayed() throws Exception {
        String code = server.bean(Businesses.class)
                .page(BusinessFilter.ALL, BusinessOrder.WORST, null, 1)
                .items()
                .getFirst()
                .code();
        HttpResponse<String> answer = get(signIn("officer"), "/businesses/" + code + "?asOf=1990-01-01");
        assertThat(answer.body()).contains("正在回看").contains("截至该日没有已知的记录");
    }

    @Test
    void related_parties_are_shown_for_every_business_that_is_not_blue() throws Exception {
        HttpClient client = signIn("officer");
        for (Grade grade : List.of(Grade.RED, Grade.ORANGE)) {
            BusinessFilter filter = new BusinessFilter(null, grade, List.of(), List.of(), null);
            for (Business business : server.bean(Businesses.class)
                    .page(filter, BusinessOrder.WORST, null, 50)
                    .items()) {
                HttpResponse<String> answer = get(client, "/businesses/" + business.code() + "/related");
                assertThat(answer.statusCode()).as(business.code()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_grade_is_made_again_for_another_state_of_knowledge() throws Exception {
        String code = server.bean(Businesses.class)
                .page(BusinessFilter.ALL, BusinessOrder.WORST, null, 1)
                .items()
                .getFirst()
                .code();
        Instant now = Instant.now();
        HttpResponse<String> answer = get(signIn("officer"), "/businesses/" + code + "?knownAt=" + now);
        Receipt again = server.bean(Grading.class).replay(code, LocalDate.now(ZoneId.of("Asia/Shanghai")), now);
        assertThat(again.json()).contains("\"colour\":\"red\"");
        assertThat(answer.body()).contains("正在回看").contains("SHA-256 " + again.digest());
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client = client();
        assertThat(signIn(client, account, ServerFixture.PASSWORD)).endsWith("/");
        return client;
    }

    private static String signIn(HttpClient client, String account, String password) throws Exception {
        String token = token(get(client, "/login").body());
        return post(client, "/login", "username=" + account + "&password=" + password + "&_csrf=" + encode(token))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
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
