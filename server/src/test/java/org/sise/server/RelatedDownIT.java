package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.code.CreditCode;
import org.sise.core.record.BusinessStatus;
import org.sise.core.record.RecordHeader;
import org.sise.core.record.RecordState;
import org.sise.core.record.Registration;
import org.sise.engines.testing.TestDatabase;
import org.sise.engines.testing.TestEngines;
import org.sise.ledger.record.RecordEntry;
import org.sise.ledger.record.Records;
import org.sise.server.security.Accounts;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server while Neo4j does not answer. */
class RelatedDownIT {

    private static final String CODE = code("91210400000000001");
    private static final String OTHER = code("91210400000000002");

    @TempDir
    Path data;

    @Test
    void every_question_about_relations_is_a_problem_in_plain_words() throws Exception {
        TestDatabase database = TestEngines.freshDatabase();
        try (ConfigurableApplicationContext context = SiseApplication.start(
                "--server.port=0",
                "--sise.data=" + data,
                "--logging.file.name=" + data.resolve("sise.log"),
                "--sise.workers=false",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--sise.neo4j.uri=bolt://127.0.0.1:1")) {
            context.getBean(Accounts.class).addDemoAccounts(ServerFixture.PASSWORD, null);
            register(context);
            String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
            for (String path : List.of(
                    "/api/v1/businesses/" + CODE + "/related",
                    "/api/v1/businesses/" + CODE + "/group",
                    "/api/v1/related/path?from=" + CODE + "&to=" + OTHER)) {
                HttpResponse<String> answer = get(base + path);
                JsonNode problem = JsonMapper.shared().readTree(answer.body());
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(problem.get("detail").asString())
                        .contains("关联图谱暂时无法访问")
                        .doesNotContain("127.0.0.1");
            }
            assertThat(get(base + "/api/v1/businesses/" + CODE).statusCode()).isEqualTo(200);
        }
    }

    private static void register(ConfigurableApplicationContext context) {
        List<RecordEntry> entries = List.of(entry(CODE, 1), entry(OTHER, 2));
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> context.getBean(Records.class).append("test", 1, entries));
    }

    private static RecordEntry entry(String code, int line) {
        RecordHeader header = new RecordHeader(
                new CreditCode(code),
                LocalDate.of(2020, 1, 2),
                null,
                "市场监管局",
                RecordState.EFFECTIVE,
                null,
                null,
                null,
                null);
        Registration registration = new Registration(
                header, "企业" + line, null, null, null, null, null, "210400", null, null, BusinessStatus.OPERATING);
        return new RecordEntry(registration, "registration " + line, line, "{}");
    }

    private static String code(String first) {
        return first + CreditCode.checkCharacter(first);
    }

    private static HttpResponse<String> get(String url) throws Exception {
        String credentials = "regulator:" + ServerFixture.PASSWORD;
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
