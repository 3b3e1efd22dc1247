package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WatchReaderTest {

    private static final String FEED = """
            feed: list
            title: {zh: 名单, en: List}
            department: 市场监督管理局
            format: {type: csv, charset: UTF-8, delimiter: ","}
            records:
              - kind: complaint
                key: [subject, document]
                fields:
                  subject: 代码
                  date: {column: 日期, date: [yyyy-M-d]}
                  document: {column: 编号, document: true}
                  matter: 事项
            """;

    @Test
    void whatADescriptorDoesNotSayIsAsTheDefaultsHaveIt() {
        FeedWatch plain = read("").watch();
        assertThat(plain.every()).isNull();
        assertThat(plain.lateAfter()).isEqualTo(Duration.ofHours(6));
        assertThat(plain.silentAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(plain.history()).isEqualTo(new FeedWatch.History(10, 3));
        assertThat(plain.rows()).isNull();
        assertThat(plain.quarantine()).isEqualTo(new FeedWatch.Quarantine(0.05, 20));
        assertThat(plain.withdrawn()).isNull();

        FeedDescriptor copies = read("snapshot: {}");
        assertThat(copies.snapshot()).isEqualTo(new SnapshotRule(false));
        assertThat(copies.watch().rows()).isEqualTo(new FeedWatch.Rows(0.5, 3));
        assertThat(copies.watch().withdrawn()).isEqualTo(new FeedWatch.Withdrawn(0.1));
        assertThat(copies.watch().lateAfter()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void whatADescriptorSaysHolds() {
        FeedDescriptor descriptor = read("""
                snapshot: {window: date}
                watch: {every: 1d, late-after: 90m, silent-after: 3d, rows: {most: 10},
                  quarantine: {most: 2.5%}, withdrawn: {most: 50%}, history: {last: 5}}""");
        assertThat(descriptor.snapshot()).isEqualTo(new SnapshotRule(true));
        assertThat(descriptor.watch())
                .isEqualTo(new FeedWatch(
                        Duration.ofDays(1),
                        Duration.ofMinutes(90),
                        Duration.ofDays(3),
                        new FeedWatch.History(5, 3),
                        new FeedWatch.Rows(0.5, 10),
                        new FeedWatch.Quarantine(0.025, 20),
                        new FeedWatch.Withdrawn(0.5)));
    }

    @Test
    void everyFaultIsToldWithItsPlaceAndItsRemedy() {
        List<DescriptorFault> faults = faults("""
                snapshot: {windw: date}
                watch: {every: daily, late-after: 0h, rows: {least: 2}, quarantine: {most: 5}, withdrawn: {most: 101%},
                  history: {last: 2}}""");
        assertThat(faults)
                .extracting(DescriptorFault::path)
                .containsExactlyInAnyOrder(
                        "snapshot.windw",
                        "watch.every",
                        "watch.late-after",
                        "watch.rows",
                        "watch.quarantine.most",
                        "watch.withdrawn.most",
                        "watch.history");
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault.message()).contains("'daily': a duration is needed, such as 30m"))
                .anySatisfy(fault -> assertThat(fault.message()).contains("did you mean 'window'?"));
        assertThat(faults("snapshot: {window: dates}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("did you mean 'date'?"));
    }

    /** The examples of the handbook are read as they stand. */
    @Test
    void theExamplesOfTheHandbookAreWithoutFault() throws IOException {
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/feed-watch.md")));
        int count = 0;
        while (example.find()) {
            read(example.group(1));
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(3);
    }

    /** The handbook prints the defaults as they are. */
    @Test
    void theHandbookPrintsTheDefaultsAsTheyAre() throws IOException {
        Matcher printed = Pattern.compile("```yaml defaults\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/feed-watch.md")));
        assertThat(printed.find()).isTrue();
        String rules = Files.readString(Path.of("src/main/resources/rules/feed-watch.yaml"));
        assertThat(lines(printed.group(1))).isEqualTo(lines(rules));
    }

    private static List<String> lines(String yaml) {
        return yaml.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static FeedDescriptor read(String lines) {
        return DescriptorReader.read("list.yaml", FEED + lines + "\n");
    }

    private static List<DescriptorFault> faults(String lines) {
        return catchThrowableOfType(DescriptorException.class, () -> read(lines))
                .faults();
    }
}
