package org.sise.supervision.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void undrawnExample() {
        DrawSamples.undrawnExample(folder);
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        var first = DrawFolder.at(folder).run();
        var modified = Files.getLastModifiedTime(folder.resolve("transcript.json"));
        var second = DrawFolder.at(folder).run();
        assertThat(second.written()).isFalse();
        assertThat(second.transcript()).isEqualTo(first.transcript());
        assertThat(Files.getLastModifiedTime(folder.resolve("transcript.json"))).isEqualTo(modified);
        assertThat(Files.list(folder)).hasSize(5);
    }

    @Test
    void aPublishedDrawIsNeverReplacedByAnotherOne() throws Exception {
        DrawSamples.example(folder);
        DrawSamples.change(folder, "objects.csv", "BLUE,9121010038528084XA\n", "");
        String before = DrawSamples.read(folder, "transcript.json");
        assertThat(faults())
                .allSatisfy(fault -> assertThat(fault.remedy()).contains("a published draw is never replaced"))
                .extracting(Fault::column)
                .contains("/objects_root", "/strata BLUE", "/seed");
        assertThat(DrawSamples.read(folder, "transcript.json")).isEqualTo(before);
    }

    @Test
    void aCommittedRootMustStillBeTheRoot() {
        DrawSamples.change(
                folder,
                "transcript.json",
                "\"items_per_object\"",
                "\"objects_root\": \"" + "0".repeat(64) + "\",\n \"items_per_object\"");
        assertThat(faults()).extracting(Fault::column).containsExactly("/objects_root");
    }

    @Test
    void everyFaultIsToldAtOnceWithFileLineColumnAndRemedy() {
        Path to = folder;
        DrawSamples.write(
                to, "objects.csv", "stratum,code\nBLUE,X1\nGREEN,X2\nBLUE,\nBLUE,X3\nBLUE,X1\nBLUE\n\nRED,\"a\tb\"\n");
        DrawSamples.write(
                to, "inspectors.csv", "certificate,name,max_load,team\nA,甲,-1,T\nB,乙,x,T\nC,丙,2,T\nC,丁,3,T\n,戊,3,T\n");
        DrawSamples.write(to, "items.csv", "item,mandatory\nF-1,yes\nF-2,true\nF-2,false\n");
        DrawSamples.write(to, "recusals.csv", "certificate\nA\n");
        assertThat(faults())
                .allSatisfy(fault -> assertThat(fault.remedy()).isNotEmpty())
                .extracting(Fault::place)
                .containsExactly(
                        "objects.csv:3 stratum",
                        "objects.csv:4 code",
                        "objects.csv:7",
                        "objects.csv:8",
                        "objects.csv:9 code",
                        "objects.csv:6 code",
                        "inspectors.csv:2 max_load",
                        "inspectors.csv:3 max_load",
                        "inspectors.csv:5 certificate",
                        "inspectors.csv:6 certificate",
                        "items.csv:2 mandatory",
                        "items.csv:4 item",
                        "recusals.csv:1 code");
    }

    @Test
    void everyFaultOfTheTranscriptIsToldWithItsLineAndPath() {
        DrawSamples.write(folder, "transcript.json", """
                {
                 "scheme": "sise-draw/2",
                 "plan": "",
                 "secret": "xyz",
                 "commitment": "AB",
                 "beacon": {"source": "none", "value": "1"},
                 "strata": [
                  {"stratum": "BLUE", "ratio": "1.01"},
                  {"stratum": "RED", "ratio": 0.5},
                  {"ratio": "-0.5"}
                 ],
                 "items_per_object": -1
                }
                """);
        assertThat(faults())
                .extracting(Fault::place)
                .containsExactly(
                        "transcript.json:2 /scheme",
                        "transcript.json:3 /plan",
                        "transcript.json:5 /commitment",
                        "transcript.json:4 /secret",
                        "transcript.json:6 /beacon/value",
                        "transcript.json:8 /strata/0/ratio",
                        "transcript.json:9 /strata/1/ratio",
                        "transcript.json:10 /strata/2/stratum",
                        "transcript.json:12 /items_per_object");
    }

    @Test
    void brokenJsonTwoEqualKeysAndUnknownFieldsAreFaults() {
        DrawSamples.write(folder, "transcript.json", "{\"plan\": \n");
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("not well-formed"));
        DrawSamples.write(folder, "transcript.json", "{\"plan\": \"a\", \"plan\": \"b\"}");
        assertThat(faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("plan"));
        DrawSamples.write(folder, "transcript.json", "");
        assertThat(faults()).hasSize(1);
        undrawnExample();
        DrawSamples.change(folder, "transcript.json", "\"plan\"", "\"note\": 1,\n \"plan\"");
        assertThat(faults()).extracting(Fault::place).containsExactly("transcript.json:3 /note");
    }

    @Test
    void aCommitmentThatIsNotTheSecretsIsRefused() {
        DrawSamples.change(folder, "transcript.json", "fcead983", "fcead984");
        assertThat(faults()).extracting(Fault::column).containsExactly("/commitment");
    }

    @Test
    void gbkCarriageReturnsByteOrderMarksAndBadQuotesAreNamed() throws Exception {
        Files.write(
                folder.resolve("inspectors.csv"),
                "certificate,name,max_load\nA,执法,3\n".getBytes(Charset.forName("GBK")));
        DrawSamples.write(folder, "items.csv", "item,mandatory\nF,true\r\n");
        DrawSamples.write(folder, "objects.csv", "\uFEFFstratum,code\n");
        DrawSamples.write(folder, "recusals.csv", "certificate,code\nA,B\n\"A\"x,B\n");
        assertThat(faults())
                .extracting(Fault::place)
                .containsExactly("objects.csv:1", "inspectors.csv:2", "items.csv:2", "recusals.csv:3");
    }

    @Test
    void missingAndEmptyFilesAreNamed() throws Exception {
        Files.delete(folder.resolve("objects.csv"));
        Files.delete(folder.resolve("transcript.json"));
        assertThat(faults()).extracting(Fault::file).containsExactly("transcript.json", "objects.csv");
        undrawnExample();
        DrawSamples.write(folder, "items.csv", "");
        assertThat(faults()).extracting(Fault::place).containsExactly("items.csv:1");
    }

    @Test
    void thousandsOfFaultsAreCountedAndNotAllListed() {
        DrawSamples.write(folder, "objects.csv", "stratum,code\n" + "GREEN,X\n".repeat(5000));
        assertThat(faults())
                .hasSize(101)
                .last()
                .satisfies(fault -> assertThat(fault.problem()).contains("4900 more"));
    }

    @Test
    void recusalsForStrangersAndADrawWithoutABeaconAreAllowed() throws Exception {
        DrawSamples.change(folder, "recusals.csv", "LN0001,9121010052601815XJ", "NOBODY,NOWHERE");
        String json = DrawSamples.read(folder, "transcript.json");
        DrawSamples.write(
                folder,
                "transcript.json",
                json.replaceAll("\"source\": \"[^\"]*\"", "\"source\": \"none\"")
                        .replaceAll("\"value\": \"[^\"]*\"", "\"value\": \"\""));
        var transcript = DrawFolder.at(folder).run().transcript();
        assertThat(transcript.plan().beacon().isNone()).isTrue();
        assertThat(DrawVerifier.verify(DrawFolder.at(folder)).isVerified()).isTrue();
    }

    @Test
    void aPublishedFolderIsNotOverwritten() throws Exception {
        var published = folder.resolve("published");
        var one = DrawSamples.random(1, 50);
        DrawFolder.at(published).publish(one, Draw.draw(one));
        DrawFolder.at(published).publish(one, Draw.draw(one));
        var other = DrawSamples.random(2, 50);
        assertThatThrownBy(() -> DrawFolder.at(published).publish(other, Draw.draw(other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("objects.csv");
    }

    private List<Fault> faults() {
        return catchThrowableOfType(
                        DrawFaultsException.class, () -> DrawFolder.at(folder).run())
                .faults();
    }
}
