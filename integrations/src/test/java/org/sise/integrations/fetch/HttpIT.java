package org.sise.integrations.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.engines.testing.TestEngines;
import org.sise.integrations.landing.Pull;

class HttpIT {

    @TempDir
    private Path folder;

    private HttpHost api;
    private FetchHouse house;

    @BeforeEach
    void start() throws Exception {
        api = new HttpHost();
        house = new FetchHouse(FetchHouse.dataSource(TestEngines.freshDatabase()), folder);
        house.secret("TOKEN", "t0ken-value");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void pagesBecomeOneFileOfLinesWithNumbersAsTheyWere() throws Exception {
        api.json(
                        "{\"data\": {\"list\": [{\"no\": \"一\", \"fine\": 1.10}, {\"no\": 2, \"big\": 12345678901234567890.12345}]}}")
                .json("{\"data\": {\"list\": [{\"no\": 3, \"none\": null, \"deep\": {\"a\": [1]}}]}}")
                .json("{\"data\": {\"list\": []}}");
        Pull pull = source("""
                rows: data.list
                token: {secret: TOKEN}
                query: {kind: 处罚}
                page: {parameter: page, from: 1, size: {parameter: size, value: 2}}
                """).pull();
        assertThat(pull.message()).isNull();
        assertThat(pull.rows()).isEqualTo(3);
        assertThat(house.texts()).containsExactly("""
                {"no":"一","fine":1.10}
                {"no":2,"big":12345678901234567890.12345}
                {"no":3,"none":null,"deep":{"a":[1]}}
                """);
        assertThat(api.requests)
                .hasSize(3)
                .first()
                .isEqualTo("GET /penalties?kind=%E5%A4%84%E7%BD%9A&page=1&size=2 Bearer t0ken-value");
        assertThat(api.requests.get(2)).contains("page=3");
    }

    @Test
    void theSameContentAsLastTimeIsNoFetchButAReturnToFormerContentIsOne() throws Exception {
        source("rows: .");
        for (String body : new String[] {"[{\"a\":1}]", "[{\"a\":1}]", "[{\"a\":2}]", "[{\"a\":1}]"}) {
            api.forget();
            api.json(body);
            house.pull();
        }
        assertThat(house.store.pulls().latest(FetchHouse.FEED, 9).reversed())
                .extracting(Pull::state)
                .containsExactly(Pull.State.OK, Pull.State.EMPTY, Pull.State.OK, Pull.State.OK);
        assertThat(house.texts()).containsExactly("{\"a\":1}\n", "{\"a\":2}\n", "{\"a\":1}\n");
    }

    @Test
    void parametersOfAPostStandInItsBody() throws Exception {
        api.json("{\"list\": [{\"a\": 1}], \"pages\": 1}");
        source("rows: list\nmethod: POST\nquery: {k: \"v\"}\npage: {parameter: pageNo, pages: pages}")
                .pull();
        api.json("{\"list\": [{\"a\": 2}], \"pages\": 1}");
        source("rows: list\nmethod: POST\nbody: form\nquery: {k: \"v w\"}\npage: {parameter: pageNo, pages: pages}")
                .pull();
        assertThat(api.requests.get(0)).endsWith("null {\"k\":\"v\",\"pageNo\":1}");
        assertThat(api.requests.get(1)).endsWith("null k=v+w&pageNo=1");
    }

    @Test
    void aCursorIsFollowedUntilThereIsNone() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"next\": \"x/1\"}").json("{\"rows\": [{\"a\": 2}], \"next\": null}");
        assertThat(source("rows: rows\ncursor: {parameter: after, at: next}")
                        .pull()
                        .rows())
                .isEqualTo(2);
        assertThat(api.requests.get(1)).contains("after=x%2F1");
    }

    @Test
    void aCursorThatDoesNotMoveEndsThePull() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"next\": \"x\"}").json("{\"rows\": [{\"a\": 2}], \"next\": \"x\"}");
        failed("rows: rows\ncursor: {parameter: after, at: next}", "repeated-page", "does not move");
    }

    @Test
    void aCursorWithoutEndEndsThePullAtItsLimit() throws Exception {
        int[] n = {0};
        api.then(exchange -> HttpHost.send(
                exchange,
                200,
                "application/json",
                "{\"rows\": [{\"a\": %d}], \"next\": \"%d\"}".formatted(n[0], n[0]++)));
        failed("rows: rows\ncursor: {parameter: after, at: next}\nmost-pages: 20", "endless", "after 20 pages");
        assertThat(api.requests).hasSize(20);
    }

    @Test
    void aNextLinkIsFollowedButNotToAnotherServer() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"links\": {\"next\": \"/penalties?after=1\"}}")
                .json("{\"rows\": [{\"a\": 2}], \"links\": {\"next\": \"http://elsewhere.example/steal\"}}");
        failed("rows: rows\ntoken: {secret: TOKEN}\nnext-link: links.next", "body", "another server");
        assertThat(api.requests).hasSize(2).last().asString().startsWith("GET /penalties?after=1 ");
    }

    @Test
    void aMissingPageEndsThePull() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"pages\": 3}")
                .json("{\"rows\": [], \"pages\": 3}")
                .json("{\"rows\": [{\"a\": 3}], \"pages\": 3}");
        failed("rows: rows\npage: {pages: pages}", "missing-page", "of 3 pages, page 2 is empty");
    }

    @Test
    void fewerRowsThanTheSourceCountsEndThePull() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"total\": 3}")
                .json("{\"rows\": [{\"a\": 2}], \"total\": 3}")
                .json("{\"rows\": [], \"total\": 3}");
        failed("rows: rows\npage: {total: total}", "missing-page", "counts 3 rows, its pages hold 2");
    }

    @Test
    void aRepeatedPageEndsThePullAndDuplicateRowsDoNot() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}, {\"a\": 2}]}")
                .json("{\"rows\": [{\"a\": 2}, {\"a\": 3}]}")
                .json("{\"rows\": []}");
        assertThat(source("rows: rows\npage: {}").pull().rows()).isEqualTo(4);
        api.forget();
        api.json("{\"rows\": [{\"a\": 1}, {\"a\": 2}]}");
        failed("rows: rows\npage: {}", "repeated-page", "page 2");
    }

    @Test
    void aServerThatAsksToWaitIsObeyedInSecondsAndAsADate() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(40));
        api.status(429, "Retry-After", "7").status(503, "Retry-After", date).json("[{\"a\": 1}]");
        assertThat(source("").pull().state()).isEqualTo(Pull.State.OK);
        assertThat(house.waits).hasSize(2).first().isEqualTo(Duration.ofSeconds(7));
        assertThat(house.waits.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
    }

    @Test
    void aServerThatAsksToComeBackMuchLaterIsLeftInPeace() throws Exception {
        api.status(429, "Retry-After", "3600");
        failed("", "limited", "429");
        assertThat(api.requests).hasSize(1);
        assertThat(house.waits).isEmpty();
    }

    @Test
    void errorsInPassingAreTriedAgainWithGrowingWaitsAndNotWithoutEnd() throws Exception {
        api.status(500).cut().status(502).json("[{\"a\": 1}]");
        assertThat(source("").pull().state()).isEqualTo(Pull.State.OK);
        assertThat(house.waits).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(house.waits.get(i)).isBetween(Duration.ofMillis(50L << i), Duration.ofMillis(100L << i));
        }
        api.forget();
        api.status(500);
        failed("", "status", "500");
        assertThat(api.requests).hasSize(4);
    }

    @Test
    void aSlowServerIsGivenUpInItsTime() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        api.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 10);
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        failed("timeout: 200ms", "timeout", "no answer in time");
        over.countDown();
    }

    @Test
    void aLoginPageIsNoAnswer() throws Exception {
        api.then(exchange -> HttpHost.send(exchange, 200, "text/html;charset=UTF-8", "<html>请登录</html>"));
        failed("", "content-type", "login page");
        assertThat(api.requests).hasSize(1);
    }

    @Test
    void aRedirectIsToldAndNotFollowed() throws Exception {
        api.status(302, "Location", "https://login.example/cas?service=x");
        failed("token: {secret: TOKEN}", "status", "https://login.example/cas;");
    }

    @Test
    void aBrokenBodyIsTriedAgainAndOneOfAnotherFormIsNot() throws Exception {
        api.json("[{\"a\": 1}, {").json("[{\"a\": 1}]");
        assertThat(source("").pull().state()).isEqualTo(Pull.State.OK);
        api.forget();
        api.json("{\"rows\": [1]}");
        failed("rows: rows", "body", "no object");
        failed("rows: data.list", "body", "no list at 'data.list'");
    }

    @Test
    void anErrorInAGoodAnswerEndsThePull() throws Exception {
        api.json("{\"code\": 200, \"rows\": [{\"a\": 1}]}").json("{\"code\": 401, \"msg\": \"令牌过期\", \"rows\": []}");
        failed("rows: rows\nok: {at: code, in: [0, 200]}\npage: {}", "not-ok", "令牌过期");
    }

    @Test
    void aRefusedTokenIsToldWithoutItAndWhatABodySaysOfItIsVeiled() throws Exception {
        api.status(401);
        Pull pull = failed("token: {secret: TOKEN}", "denied", "check the token");
        assertThat(pull.message()).doesNotContain("t0ken");
        api.forget();
        api.json("{\"code\": \"bad t0ken-value\"}");
        assertThat(failed("token: {secret: TOKEN}\nok: {at: code, in: [0]}", "not-ok", "***")
                        .message())
                .doesNotContain("t0ken");
    }

    @Test
    void onlyWhatIsNewIsAskedForAndRowsThatWereReadAreLeftOut() throws Exception {
        source("rows: .\nsince: {parameter: from, field: at, initial: \"2026-01-01\"}");
        api.json("[{\"n\": 1, \"at\": \"2026-02-01\"}, {\"n\": 2, \"at\": \"2026-03-01\"}]");
        house.pull();
        api.forget();
        api.json("[{\"n\": 2, \"at\": \"2026-03-01\"}, {\"n\": 3, \"at\": \"2026-03-01\"}]");
        house.pull();
        assertThat(api.requests).singleElement().asString().contains("from=2026-03-01");
        assertThat(house.pull().state()).isEqualTo(Pull.State.EMPTY);
        assertThat(house.texts().getLast()).isEqualTo("{\"n\":3,\"at\":\"2026-03-01\"}\n");
        api.forget();
        api.json("[{\"n\": 4}]");
        assertThat(house.pull().reason()).isEqualTo("body");
    }

    @Test
    void theTimeOfTheLastPullIsAskedForLessTheLag() throws Exception {
        source("rows: .\nsince: {parameter: from, lag: 1h, form: seconds}");
        api.json("[{\"n\": 1}]").json("[{\"n\": 2}]");
        house.pull();
        house.pull();
        assertThat(api.requests.getFirst()).isEqualTo("GET /penalties null");
        long from = Long.parseLong(api.requests.getLast().replaceAll("\\D*from=(\\d+).*", "$1"));
        long now = System.currentTimeMillis() / 1000;
        assertThat(from).isBetween(now - 3_700, now - 3_500);
    }

    @Test
    void aRateIsKept() throws Exception {
        api.json("{\"rows\": [{\"a\": 1}], \"pages\": 3}")
                .json("{\"rows\": [{\"a\": 2}], \"pages\": 3}")
                .json("{\"rows\": [{\"a\": 3}], \"pages\": 3}");
        source("rows: rows\nrate: 1/m\npage: {pages: pages}").pull();
        assertThat(house.waits).hasSize(2);
        assertThat(house.waits.get(1)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
    }

    @Test
    void aCertificateThatSignsItselfIsRefusedUnlessItIsTrusted() throws Exception {
        try (HttpHost secure = HttpHost.secure(folder, folder.resolve("ca.pem"))) {
            secure.json("[{\"a\": 1}]");
            String yaml =
                    "source:\n  type: http\n  every: 1m\n  url: https://localhost:%d/x\n".formatted(secure.port());
            Pull pull = house.with(yaml).pull();
            assertThat(pull.reason()).isEqualTo("certificate");
            assertThat(pull.message()).contains("trust: {file");
            assertThat(secure.requests).isEmpty();
            assertThat(house.with(yaml + "  trust: {file: ca.pem}\n").pull().state())
                    .isEqualTo(Pull.State.OK);
        }
    }

    private FetchHouse source(String rest) {
        return house.with("""
                source:
                  type: http
                  url: http://localhost:%d/penalties
                  insecure: true
                  every: 10m
                  retry: {attempts: 4, first: 100ms}
                """.formatted(api.port()) + rest.indent(2));
    }

    /** A pull that fails with a reason, and of which nothing lands. */
    private Pull failed(String rest, String reason, String says) throws Exception {
        int before = house.store.fetches().latest(FetchHouse.FEED, 100).size();
        Pull pull = source(rest).pull();
        assertThat(pull.state()).isEqualTo(Pull.State.FAILED);
        assertThat(pull.message()).contains(says);
        assertThat(pull.reason()).isEqualTo(reason);
        assertThat(house.names()).hasSize(before);
        assertThat(house.store.fetches().latest(FetchHouse.FEED, 100)).hasSize(before);
        return pull;
    }
}
