package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.grade.Grade;

class SubscriptionReaderTest {

    private static final String WHOLE = """
            subscriber: housing
            title: {zh: 住建, en: Housing}
            department: 住房和城乡建设局
            topics: [grade-changed, measure-lifted]
            where: {region: "2101", grade: [orange, red], industry: [E, "70"]}
            from: start
            accounts: [housing-1]
            retry: {first: 2s, longest: 5m, refusals: 3}
            to: {type: http, url: "https://housing.example/notices", key: {secret: HOUSING_KEY}, timeout: 5s}
            """;

    @Test
    void aWholeSubscriptionIsRead() {
        Subscription read = SubscriptionReader.read("housing.yaml", WHOLE);
        assertThat(read.subscriber()).isEqualTo("housing");
        assertThat(read.active()).isTrue();
        assertThat(read.fromStart()).isTrue();
        assertThat(read.topics()).containsExactlyInAnyOrder("grade-changed", "measure-lifted");
        assertThat(read.where())
                .isEqualTo(new NoticeFilter(Set.of("2101"), Set.of(Grade.ORANGE, Grade.RED), Set.of("E", "70")));
        assertThat(read.retry().first()).isEqualTo(Duration.ofSeconds(2));
        assertThat(read.retry().refusals()).isEqualTo(3);
        assertThat(read.accounts()).containsExactly("housing-1");
        assertThat(read.to()).isInstanceOfSatisfying(NoticeTarget.Http.class, http -> {
            assertThat(http.key()).isEqualTo(new Secret("HOUSING_KEY"));
            assertThat(http.timeout()).isEqualTo(Duration.ofSeconds(5));
        });
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirPlaces() {
        assertThatThrownBy(() -> SubscriptionReader.read("bad.yaml", """
                        subscriber: Housing
                        title: {zh: 住建}
                        department: 住建局
                        topics: [grade-change]
                        where: {region: "21010", grade: [crimson]}
                        to: {type: http, url: "http://housing.example", key: open-secret, redirect: true}
                        """))
                .isInstanceOfSatisfying(
                        DescriptorException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.line() + " " + fault.path())
                                .containsExactly(
                                        "1 subscriber",
                                        "2 title.en",
                                        "4 topics",
                                        "5 where.region",
                                        "5 where.grade",
                                        "6 to.url",
                                        "6 to.key",
                                        "6 to.redirect"))
                .hasMessageContaining("did you mean 'grade-changed'?")
                .hasMessageContaining("say insecure: true beside it")
                .hasMessageContaining("SISE_SECRET_NAME");
    }

    @Test
    void kafkaIsEncryptedUnlessSaidOtherwise() {
        String kafka = WHOLE.replaceAll("to: .*", "to: {type: kafka, brokers: [k1:9093], topic: notices}");
        assertThat(((NoticeTarget.Kafka)
                                SubscriptionReader.read("k.yaml", kafka).to())
                        .access()
                        .protocol())
                .isEqualTo("SSL");
        String open = kafka.replace("topic: notices", "topic: notices, security: {protocol: PLAINTEXT}");
        assertThatThrownBy(() -> SubscriptionReader.read("k.yaml", open)).hasMessageContaining("is not encrypted");
        String said = kafka.replace("topic: notices", "topic: notices, insecure: true");
        assertThat(((NoticeTarget.Kafka) SubscriptionReader.read("k.yaml", said).to())
                        .access()
                        .protocol())
                .isEqualTo("PLAINTEXT");
    }

    @Test
    void theFilterTakesByRegionGradeAndIndustry() {
        NoticeFilter filter = new NoticeFilter(Set.of("2101"), Set.of(Grade.RED), Set.of("H"));
        assertThat(filter.takes("210102", "6210")).isTrue();
        assertThat(filter.takes("210202", "6210")).isFalse();
        assertThat(filter.takes("210102", "5211")).isFalse();
        assertThat(filter.takes(null, "6210")).isFalse();
        assertThat(filter.takesAny(Set.of(Grade.BLUE, Grade.RED))).isTrue();
        assertThat(filter.takesAny(Set.of(Grade.BLUE))).isFalse();
        assertThat(filter.takesAny(Set.of())).isFalse();
    }

    @Test
    void theBackOffDoublesUpToItsBound() {
        NoticeRetry retry = NoticeRetry.USUAL;
        assertThat(retry.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retry.after(10)).isEqualTo(Duration.ofSeconds(512));
        assertThat(retry.after(1_000)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void theBuiltInExamplesAreOff() {
        assertThat(SubscriptionCatalogue.builtIn().all()).hasSize(3).noneMatch(Subscription::active);
    }

    @Test
    void aFolderTellsTheFaultsOfAllItsFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), WHOLE);
        Files.writeString(folder.resolve("b.yaml"), WHOLE);
        Files.writeString(folder.resolve("c.yaml"), "subscriber: c\n");
        assertThatThrownBy(() -> SubscriptionCatalogue.load(SubscriptionCatalogue.builtIn(), folder))
                .hasMessageContaining("b.yaml")
                .hasMessageContaining("c.yaml department");
        Files.delete(folder.resolve("b.yaml"));
        Files.delete(folder.resolve("c.yaml"));
        SubscriptionCatalogue loaded = SubscriptionCatalogue.load(SubscriptionCatalogue.builtIn(), folder);
        assertThat(loaded.all()).hasSize(4);
        assertThat(loaded.find("housing")).isNotNull();
    }

    @Test
    void theExamplesOfTheManualCanBeUsed() throws IOException {
        String manual = Files.readString(Path.of("../docs/notices.md"));
        Matcher blocks =
                Pattern.compile("```yaml\n(subscriber:.*?)```", Pattern.DOTALL).matcher(manual);
        List<String> read = new ArrayList<>();
        while (blocks.find()) {
            read.add(SubscriptionReader.read("notices.md", blocks.group(1)).to().type());
        }
        assertThat(read).contains("http", "folder", "kafka");
        Matcher topics = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(manual.substring(manual.indexOf("## Topics"), manual.indexOf("## Order")));
        List<String> told = new ArrayList<>();
        while (topics.find()) {
            told.add(topics.group(1));
        }
        assertThat(told).containsExactlyElementsOf(NoticeTopics.builtIn().all().keySet());
    }
}
