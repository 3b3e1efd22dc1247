package org.sise.supervision.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.supervision.draw.Difference.Kind;

class DrawVerifierTest {
    @TempDir
    Path folder;

    @BeforeEach
    void publishedExample() {
        DrawSamples.example(folder);
    }

    @Test
    void aRemovedObjectThatWasDrawnIsNamed() throws Exception {
        DrawSamples.change(folder, "objects.csv", "BLUE,9121010038528084XA\n", "");
        assertThat(differences())
                .extracting(Difference::kind)
                .contains(Kind.OBJECTS_ROOT, Kind.SIZE, Kind.SEED_BY_OBJECTS, Kind.NOT_IN_POOL, Kind.MISSING)
                .doesNotContain(Kind.SEED);
        assertThat(of(Kind.NOT_IN_POOL).recorded()).isEqualTo("BLUE 9121010038528084XA");
        assertThat(of(Kind.SIZE))
                .hasToString("/strata BLUE  分层的对象数不同 / the stratum's size differs  记载 recorded: 11  重算 recomputed: 10");
    }

    @Test
    void anAddedObjectIsSeenInRootAndSize() throws Exception {
        DrawSamples.change(folder, "objects.csv", "stratum,code\n", "stratum,code\nBLUE,912101000000000000\n");
        assertThat(differences())
                .extracting(Difference::kind)
                .contains(Kind.OBJECTS_ROOT, Kind.SIZE, Kind.SEED_BY_OBJECTS);
    }

    @Test
    void anObjectMovedToAnotherStratumIsSeenInBothSizes() throws Exception {
        DrawSamples.change(folder, "objects.csv", "BLUE,91210100518190937T", "YELLOW,91210100518190937T");
        assertThat(differences())
                .filteredOn(difference -> difference.kind() == Kind.SIZE)
                .extracting(Difference::place)
                .containsExactly("/strata YELLOW", "/strata BLUE");
    }

    @Test
    void anObjectRowTwiceIsNamedWithBothLines() throws Exception {
        Files.writeString(
                folder.resolve("objects.csv"), DrawSamples.read(folder, "objects.csv") + "BLUE,9121010052601815XJ\n");
        assertThat(of(Kind.FROZEN_FILE).place()).isEqualTo("objects.csv:42 code");
        assertThat(of(Kind.FROZEN_FILE).recorded()).contains("line 2");
    }

    @Test
    void aChangedNameChangesTheSeedAndNothingElse() throws Exception {
        DrawSamples.change(folder, "inspectors.csv", "执法人员1", "执法人员一");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.SEED);
    }

    @Test
    void aRemovedInspectorChangesTheSeedAndTheInspectors() throws Exception {
        DrawSamples.change(folder, "inspectors.csv", "LN0007,执法人员7,6\n", "");
        assertThat(differences())
                .extracting(Difference::kind)
                .contains(Kind.SEED, Kind.INSPECTORS)
                .doesNotContain(Kind.MISSING, Kind.ITEMS);
    }

    @Test
    void aRemovedItemChangesTheSeedAndTheItems() throws Exception {
        DrawSamples.change(folder, "items.csv", "F-04,false\n", "");
        assertThat(differences())
                .extracting(Difference::kind)
                .contains(Kind.SEED, Kind.ITEMS)
                .doesNotContain(Kind.MISSING, Kind.INSPECTORS);
    }

    @Test
    void aRemovedRecusalChangesTheSeed() throws Exception {
        DrawSamples.change(folder, "recusals.csv", "LN0003,91210100948219939A\n", "");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.SEED);
    }

    @Test
    void anotherSecretBreaksTheCommitment() throws Exception {
        DrawSamples.change(folder, "transcript.json", "fdb8c962", "fdb8c963");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.COMMITMENT, Kind.SEED);
    }

    @Test
    void anotherBeaconPlanOrSeedIsSeen() throws Exception {
        DrawSamples.change(folder, "transcript.json", "fe290bec", "fe290bed");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.SEED);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "2026-Q4", "2026-Q3");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.SEED);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "347e2da7", "347e2da8");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.SEED);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "a4b6cdaa", "a4b6cdab");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.OBJECTS_ROOT);
    }

    @Test
    void aSmallerTakeWithOneObjectLessIsNamed() throws Exception {
        DrawSamples.change(folder, "transcript.json", "\"take\": 1\n", "\"take\": 0\n");
        cutLastDrawn();
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.TAKE, Kind.MISSING);
        assertThat(of(Kind.MISSING).place()).isEqualTo("/drawn/11 9121010038528084XA");
    }

    @Test
    void aReplacedObjectIsNamedWithTheOneItReplaces() throws Exception {
        DrawSamples.change(folder, "transcript.json", "9121010038528084XA", "91210100518190937T");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.ADDED, Kind.MISSING);
        assertThat(of(Kind.ADDED).recorded()).isEqualTo("BLUE 91210100518190937T");
        assertThat(of(Kind.MISSING).computed()).isEqualTo("BLUE 9121010038528084XA");
    }

    @Test
    void anObjectListedTwiceAndAStrangerAreNamed() throws Exception {
        DrawSamples.change(folder, "transcript.json", "91210100685995281M", "912101002154728061");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.TWICE, Kind.MISSING);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "91210100685995281M", "somebody else");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.NOT_IN_POOL, Kind.MISSING);
    }

    @Test
    void twoObjectsInEachOthersPlaceAreNamed() throws Exception {
        DrawSamples.change(folder, "transcript.json", "912101002154728061", "TEMPORARY");
        DrawSamples.change(folder, "transcript.json", "91210100685995281M", "912101002154728061");
        DrawSamples.change(folder, "transcript.json", "TEMPORARY", "91210100685995281M");
        assertThat(differences())
                .filteredOn(difference -> difference.kind() == Kind.ORDER)
                .extracting(Difference::place)
                .containsExactly("/drawn/5 91210100685995281M", "/drawn/6 912101002154728061");
    }

    @Test
    void otherInspectorsAndOtherItemsAreNamedWithTheObject() throws Exception {
        DrawSamples.change(folder, "transcript.json", "\"LN0002\",\n    \"LN0005\"", "\"LN0002\",\n    \"LN0006\"");
        DrawSamples.change(
                folder, "transcript.json", "\"F-01\",\n    \"F-02\",\n    \"F-06\"", "\"F-01\",\n    \"F-06\"");
        assertThat(differences())
                .containsExactly(
                        new Difference(
                                Kind.INSPECTORS, "/drawn/0 91210100625276015Q", "[LN0002, LN0006]", "[LN0002, LN0005]"),
                        new Difference(
                                Kind.ITEMS, "/drawn/9 91210100895559795U", "[F-01, F-06]", "[F-01, F-02, F-06]"));
    }

    @Test
    void otherUnassignedUnknownFieldsAndOtherBytesAreNamed() throws Exception {
        DrawSamples.change(folder, "transcript.json", "\"unassigned\": []", "\"unassigned\": [\"X\"]");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.UNASSIGNED);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "\"unassigned\": []", "\"unassigned\": [], \"note\": 1");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.UNKNOWN_FIELD);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "\"unassigned\": []", "\"unassigned\":  []");
        assertThat(differences()).extracting(Difference::kind).containsExactly(Kind.BYTES);
    }

    @Test
    void anotherRatioOrNumberOfItemsIsSeen() throws Exception {
        DrawSamples.change(folder, "transcript.json", "\"0.05\"", "\"0.1\"");
        assertThat(differences()).extracting(Difference::kind).contains(Kind.TAKE, Kind.MISSING);
        publishedExample();
        DrawSamples.change(folder, "transcript.json", "\"items_per_object\": 2", "\"items_per_object\": 1");
        assertThat(differences()).hasSize(12).extracting(Difference::kind).containsOnly(Kind.ITEMS);
    }

    @Test
    void aMissingFileOrAnUndrawnTranscriptIsBadInputAndNoVerdict() throws Exception {
        DrawSamples.undrawnExample(folder);
        assertThatThrownBy(this::differences)
                .isInstanceOf(DrawFaultsException.class)
                .hasMessageContaining("not drawn yet");
        publishedExample();
        Files.delete(folder.resolve("items.csv"));
        assertThatThrownBy(this::differences)
                .isInstanceOf(DrawFaultsException.class)
                .hasMessageContaining("items.csv");
    }

    private void cutLastDrawn() {
        String json = DrawSamples.read(folder, "transcript.json");
        int last = json.lastIndexOf(",\n  {");
        int end = json.indexOf("\n ],", last);
        DrawSamples.write(folder, "transcript.json", json.substring(0, last) + json.substring(end));
    }

    private List<Difference> differences() throws Exception {
        return DrawVerifier.verify(DrawFolder.at(folder)).differences();
    }

    private Difference of(Kind kind) throws Exception {
        return differences().stream()
                .filter(difference -> difference.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
