package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sise.integrations.health.Alarms;
import org.sise.integrations.landing.Deliveries;
import org.sise.integrations.landing.Delivery;
import org.sise.integrations.landing.Finding;
import org.sise.integrations.landing.HoldReason;
import org.sise.integrations.landing.Holds;
import org.sise.integrations.row.Reason;
import org.sise.ledger.audit.AuditLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds' health on pages, in the REST interface and in the metrics, and decisions about held deliveries. */
class FeedWatchIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DOCUMENTED =
            Pattern.compile("^\\| `(sise\\.[a-z.]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("sise_[a-z_]+");

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void the_overview_has_a_line_for_each_feed_with_todays_counts() throws Exception {
        String page = get(signIn("regulator"), "/feeds").body();
        assertThat(page)
                .contains("市场主体登记")
                .contains("href=\"/feeds/register\"")
                .contains("<svg class=\"bars\"")
                .contains("class=\"state ok\"")
                .contains("href=\"/feeds/quarantine?feed=register\"");
        assertThat(get(signIn("regulator"), "/feeds?state=never&lang=en").body())
                .contains("liaoning-register")
                .doesNotContain("href=\"/feeds/register\"");
        assertThat(get(signIn("regulator"), "/feeds?state=failing").body()).contains("没有符合条件的来源");
        assertThat(get(signIn("regulator"), "/feeds?state=pink").statusCode()).isEqualTo(400);
        assertThat(get(signIn("officer"), "/feeds.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void the_list_of_feeds_comes_as_a_file() throws Exception {
        HttpResponse<String> file = get(signIn("auditor"), "/feeds.csv?sort=name&lang=en");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body().lines().toList())
                .hasSizeGreaterThan(9)
                .anySatisfy(line -> assertThat(line).startsWith("register,Business register,"));
    }

    @Test
    void a_feeds_page_shows_its_days_and_deliveries() throws Exception {
        String page = get(signIn("department"), "/feeds/penalties?lang=en").body();
        assertThat(page)
                .contains("Administrative penalties")
                .contains("files in the watched folder")
                .contains("what is new or changed")
                .contains("There was no alarm.")
                .contains("id=\"days\"")
                .doesNotContain("id=\"accept\"");
        assertThat(get(signIn("regulator"), "/feeds/nonsense").statusCode()).isEqualTo(404);
        assertThat(get(signIn("regulator"), "/feeds/deliveries").body()).contains("<h1>交付批次</h1>");
    }

    @Test
    void a_held_delivery_is_accepted_on_its_page_once_and_audited() throws Exception {
        Delivery delivery = held("honours-of-nobody-" + System.nanoTime(), "holdings");
        HttpClient client = signIn("regulator");
        String page = get(client, "/feeds/holdings").body();
        assertThat(page)
                .contains("id=\"held\"")
                .contains("12行")
                .contains("id=\"accept\"")
                .contains("class=\"state held\"");
        assertThat(get(client, "/feeds").body()).contains("待人工审看");
        assertThat(get(signIn("auditor"), "/feeds/holdings").body())
                .contains("id=\"held\"")
                .doesNotContain("id=\"accept\"");
        String address = "/feeds/deliveries/" + delivery.id();
        assertThat(post(client, address + "/accept", "").statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        String token = "_csrf=" + encode(token(page));
        HttpClient auditor = signIn("auditor");
        String auditors = "_csrf=" + encode(token(get(auditor, "/feeds").body()));
        assertThat(post(auditor, address + "/accept", auditors).statusCode()).isEqualTo(403);
        assertThat(post(client, address + "/accept", token).statusCode()).isEqualTo(302);
        assertThat(get(client, "/feeds/holdings").body()).contains("已继续").doesNotContain("id=\"held\"");
        assertThat(post(client, address + "/refuse", token).statusCode()).isEqualTo(302);
        assertThat(get(client, "/feeds/holdings").body()).contains("没有被暂停");
        assertThat(server.bean(AuditLog.class).latest("delivery/" + delivery.id(), 5))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor()).isEqualTo("regulator");
                    assertThat(line.action()).isEqualTo("delivery-accepted");
                    assertThat(line.detail()).startsWith("holdings; unusual-rows; 12行");
                });
        server.bean(Deliveries.class).refuse(delivery, Reason.CHANGED_FILE, "没有文件 / there is no file", null);
    }

    @Test
    void the_interface_tells_health_days_and_holds_and_takes_decisions() throws Exception {
        JsonNode feeds = json(api("regulator", "GET", "/api/v1/feeds?sort=name"));
        assertThat(feeds.size()).isGreaterThanOrEqualTo(10);
        JsonNode register = json(api("department", "GET", "/api/v1/feeds/register"));
        assertThat(register.get("state").asString()).isEqualTo("ok");
        assertThat(register.get("today").get("read").asLong()).isPositive();
        JsonNode days = json(api("auditor", "GET", "/api/v1/feeds/register/days?days=3"));
        assertThat(days.size()).isEqualTo(3);
        assertThat(days.get(0).get("read").asLong())
                .isEqualTo(register.get("today").get("read").asLong());
        assertThat(json(api("regulator", "GET", "/api/v1/feeds/register/days?days=0"))
                        .get("field")
                        .asString())
                .isEqualTo("days");
        assertThat(api("regulator", "GET", "/api/v1/feeds/nonsense/days").statusCode())
                .isEqualTo(404);
        assertThat(api("officer", "GET", "/api/v1/feeds").statusCode()).isEqualTo(403);

        Delivery delivery = held("list-of-nobody-" + System.nanoTime(), "permits");
        JsonNode holds = json(api("regulator", "GET", "/api/v1/feeds/permits/holds"));
        assertThat(holds.get(0).get("reason").asString()).isEqualTo("unusual-rows");
        assertThat(holds.get(0).get("usual").asDouble()).isEqualTo(100);
        server.bean(Alarms.class).check();
        assertThat(json(api("regulator", "GET", "/api/v1/feed-alarms")).toString())
                .contains("\"permits\"");
        String address = "/api/v1/deliveries/" + delivery.id();
        assertThat(api("auditor", "POST", address + "/refuse").statusCode()).isEqualTo(403);
        JsonNode refused = json(api("department", "POST", address + "/refuse"));
        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("reason").asString()).isEqualTo("declined");
        assertThat(api("department", "POST", address + "/accept").statusCode()).isEqualTo(409);
        assertThat(api("department", "POST", "/api/v1/deliveries/99999999/accept")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(api("regulator", "GET", "/api/v1/feeds/permits/holds"))
                        .get(0)
                        .get("decidedBy")
                        .asString())
                .isEqualTo("department");
        assertThat(api("regulator", "GET", "/api/openapi.json").body()).contains("/api/v1/feeds/{feed}/days");
    }

    @Test
    void metrics_are_those_that_are_documented_and_only_the_auditor_reads_them() throws Exception {
        assertThat(api(null, "GET", "/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(api("regulator", "GET", "/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(api(null, "GET", "/actuator/health").statusCode()).isEqualTo(200);
        Map<String, String> documented = documented();
        TreeSet<String> registered = new TreeSet<>();
        server.bean(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("sise."))
                .forEach(registered::add);
        TreeSet<String> always = new TreeSet<>(documented.keySet());
        always.removeIf(name -> name.startsWith("sise.outbox."));
        assertThat(documented.keySet()).containsAll(registered);
        assertThat(registered).containsAll(always);
        String scraped = api("auditor", "GET", "/actuator/prometheus").body();
        assertThat(scraped).containsPattern("sise_feed_rows_total\\{feed=\"register\",outcome=\"fresh\"} [1-9]");
        for (String name : always) {
            Matcher names = NAME.matcher(documented.get(name));
            while (names.find()) {
                assertThat(scraped)
                        .contains("\n" + names.group() + "{".repeat(name.equals("sise.regrade.queue") ? 0 : 1));
            }
        }
    }

    @Test
    void the_dashboard_names_documented_metrics_only() throws Exception {
        TreeSet<String> names = new TreeSet<>();
        documented().values().forEach(cell -> {
            Matcher name = NAME.matcher(cell);
            while (name.find()) {
                names.add(name.group());
            }
        });
        String dashboard = Files.readString(Path.of("../docs/grafana/sise-feeds.json"));
        JsonNode json = JsonMapper.shared().readTree(dashboard);
        TreeSet<String> used = new TreeSet<>();
        for (JsonNode panel : json.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                Matcher name = NAME.matcher(target.get("expr").asString());
                while (name.find()) {
                    used.add(name.group());
                }
            }
        }
        assertThat(used).isSubsetOf(names);
        assertThat(names).as("each documented metric is on the dashboard").isSubsetOf(used);
    }

    private static Map<String, String> documented() throws Exception {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = DOCUMENTED.matcher(Files.readString(Path.of("../docs/metrics.md")));
        while (row.find()) {
            documented.put(row.group(1), row.group(2));
        }
        assertThat(documented).hasSizeGreaterThan(10);
        return documented;
    }

    /** A delivery of a feed that is held, of a file that nobody has. */
    private static Delivery held(String content, String feed) {
        Deliveries deliveries = server.bean(Deliveries.class);
        Delivery delivery = deliveries.receive(feed, content + ".csv", content, 5);
        server.bean(Holds.class)
                .hold(delivery, new Finding(HoldReason.UNUSUAL_ROWS, 12, 100.0, 50.0, 300.0, "12行 / 12 rows"));
        return delivery;
    }

    private static HttpResponse<String> api(@Nullable String account, String method, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (account != null) {
            String credentials = account + ":" + ServerFixture.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpClient signIn(String account) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String login = get(client, "/login").body();
        post(
                client,
                "/login",
                "username=" + account + "&password=" + ServerFixture.PASSWORD + "&_csrf=" + encode(token(login)));
        return client;
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
