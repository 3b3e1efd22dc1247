package org.sise.integrations.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sise.core.record.RecordKind;
import org.sise.integrations.Samples;
import org.sise.integrations.trial.FeedTrial;
import org.sise.integrations.trial.TrialResult;

/** The page on descriptors says what descriptors do. */
class DocumentExamplesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
    private static final Pattern SECTION = Pattern.compile("(?m)^(?=[a-z-]+:)");

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsWithoutFault(String example) {
        assertThat(DescriptorReader.read("feed-descriptor.md", example).records())
                .isNotEmpty();
    }

    @Test
    void everyKeyOfTheFormatStandsInAnExample() throws IOException {
        String all = String.join("\n", examples());
        for (String key : List.of(
                "charset",
                "delimiter",
                "quote",
                "skip",
                "columns",
                "sheet",
                "rows",
                "row",
                "aliases",
                "optional",
                "code-schemes",
                "person-schemes",
                "entries",
                "unpacked-mib",
                "first-of",
                "join",
                "part",
                "default",
                "when",
                "date",
                "open-ended",
                "unit",
                "capital",
                "table",
                "otherwise",
                "region",
                "document",
                "check",
                "matches",
                "not-matches",
                "in",
                "not-in",
                "min",
                "max",
                "not-before",
                "says",
                "constant",
                "person",
                "phone",
                "area",
                "by",
                "unless",
                "checks",
                "personal",
                "missing",
                "unknown-business",
                "folder")) {
            assertThat(all).as(key).containsPattern("(?m)(^|[ {])" + key + ":");
        }
    }

    @Test
    void everyKindOfRecordHasABuiltInFeed() {
        assertThat(FeedCatalogue.builtIn().feeds().stream()
                        .flatMap(feed -> feed.records().stream())
                        .map(RecordMapping::kind)
                        .distinct())
                .as("all but what Sise works out itself")
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RecordKind.RELATED_RISK)));
    }

    @Test
    void theExampleOfListedHoldingsWorksWithATableBesideIt(@TempDir Path folder) throws IOException {
        Path descriptor = Files.copy(DOCS.resolve("examples/feeds/listed-holdings.yaml"), folder.resolve("feed.yaml"));
        Files.writeString(folder.resolve("listed-codes.csv"), "gpdm,xydm\n000002.SZ,%s\n".formatted(Samples.code(2)));
        Path file = Files.write(folder.resolve("holders.tsv"), """
                id\tgpdm\torder\tname\tgdcg\tgdcgbl
                0\t000002.SZ\t0\t某某"集团有限公司\t3242810791.0\t28.69
                0\t000002.SZ\t1\t张三\t1.0\t0.5
                0\t000003.SZ\t2\t李四\t1.0\t0.5
                """.getBytes("GB18030"));
        TrialResult result = FeedTrial.run(DescriptorReader.read(descriptor), file, 3);
        assertThat(result.records()).isEqualTo(Map.of("holding", 2L));
        assertThat(result.firstAccepted())
                .extracting(row -> row.records().getFirst().get("holderKind"))
                .containsExactly("other", "person");
        assertThat(result.refused()).isEqualTo(Map.of("not-in-list", 1L));
    }

    static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(DOCS.resolve("feed-descriptor.md"), UTF_8));
        Map<String, String> first = new LinkedHashMap<>();
        while (matcher.find()) {
            Map<String, String> sections = new LinkedHashMap<>(first);
            for (String section : SECTION.split(matcher.group(1))) {
                sections.put(section.substring(0, section.indexOf(':')), section);
            }
            if (first.isEmpty()) {
                first.putAll(sections);
            }
            examples.add(String.join("", sections.values()));
        }
        assertThat(examples).hasSizeGreaterThan(5);
        return examples;
    }
}
