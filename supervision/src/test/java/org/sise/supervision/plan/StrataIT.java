package org.sise.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sise.supervision.plan.PlanningFixture.code;
import static org.sise.supervision.plan.PlanningFixture.draft;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sise.core.digest.Sha256;
import org.sise.core.grade.Grade;
import org.sise.supervision.draw.Beacon;
import org.sise.supervision.draw.Transcript;
import org.sise.supervision.list.ListRow;
import org.sise.supervision.stratum.RatioMatrix;
import org.sise.supervision.stratum.Risk;
import org.sise.supervision.stratum.Selection;

class StrataIT {

    private static final Beacon BEACON = new Beacon("体彩排列五 第26314期", "6 3 0 7 1");

    @TempDir
    private Path published;

    private PlanningFixture city;
    private Plans plans;

    @BeforeEach
    void aCity() {
        city = new PlanningFixture(published);
        plans = city.plans;
    }

    @Test
    void aPartOfThePlacesGoesToTheWorstAndTheListSaysWhich() throws Exception {
        city.grade(17, Grade.YELLOW, 99);
        city.grade(23, Grade.YELLOW, 98);
        String id = drawn(with(draft(), draft().ratios(), "0.5"));

        Transcript transcript = plans.transcript(id).orElseThrow();
        assertThat(strata(transcript))
                .containsExactly(
                        "ANY 0.5 2/3",
                        "RED-WORST 1 1/1",
                        "RED 1 2/2",
                        "ORANGE-WORST 1 1/1",
                        "ORANGE 0.333333333 2/5",
                        "YELLOW-WORST 1 2/2",
                        "YELLOW 0.111111111 2/18",
                        "BLUE-WORST 1 1/1",
                        "BLUE 0.025641025 1/36");
        assertThat(new String(plans.file(id, "objects.csv").orElseThrow(), StandardCharsets.UTF_8))
                .contains("YELLOW-WORST," + code(17) + "\n", "YELLOW-WORST," + code(23) + "\n");
        List<ListRow> rows = plans.inspectionList(id, 0, 100);
        assertThat(rows)
                .filteredOn(
                        row -> row.selection() == Selection.WORST && row.grade().equals("黄"))
                .extracting(ListRow::code)
                .containsExactlyInAnyOrder(code(17), code(23));
        assertThat(rows)
                .filteredOn(row -> row.selection() == Selection.RANDOM_SHARE)
                .isNotEmpty();
        assertThat(plans.verify(id).isVerified()).isTrue();
    }

    @Test
    void ratiosByTheRiskOfTheIndustryMakeStrataOfTheirOwn() {
        Map<Grade, Map<Risk, BigDecimal>> cells = Map.of(
                Grade.RED, row("1", "1", "1"),
                Grade.ORANGE, row("0.5", "0.5", "0.5"),
                Grade.YELLOW, row("0.4", "0.2", "0.1"),
                Grade.BLUE, row("0", "0", "0"));
        String id = drawn(with(draft(), RatioMatrix.of(cells), "0"));

        assertThat(strata(plans.transcript(id).orElseThrow()))
                .containsExactly(
                        "ANY 0.5 2/3",
                        "RED 1 3/3",
                        "ORANGE 0.5 3/6",
                        "YELLOW-HIGH 0.4 8/20",
                        "YELLOW-MEDIUM 0.2 0/0",
                        "YELLOW-LOW 0.1 0/0",
                        "BLUE 0 0/37");
        assertThat(plans.find(id).orElseThrow().draft().ratios()).isEqualTo(RatioMatrix.of(cells));
    }

    @Test
    void whoeverWasVisitedWithinTheIntervalIsNotInThePoolAndThePreviewSaysSo() {
        city.visited(5, Instant.parse("2026-10-20T02:00:00Z"), "LN0001", "LN0002");
        city.visited(1, Instant.parse("2026-10-20T02:00:00Z"), "LN0001", "LN0002");

        PlanPreview preview = plans.preview(draft());
        assertThat(preview.resting())
                .as("an orange one rests, a red one does not")
                .isEqualTo(1);
        assertThat(preview.poolSize()).isEqualTo(68);

        String id = drawn(draft());
        assertThat(new String(plans.file(id, "objects.csv").orElseThrow(), StandardCharsets.UTF_8))
                .doesNotContain(code(5))
                .contains("RED," + code(1));
    }

    @Test
    void theOnesSetAsideFollowFromThePlanAndTheCodesAlone() throws Exception {
        PlanDraft draft = with(draft(), "0", "0.5");
        String id = drawn(draft);
        Map<String, List<String>> pool = pool(plans, id);

        List<String> expected =
                bySmallestDigest(id, IntStream.rangeClosed(1, 69)).subList(0, 12);
        assertThat(pool.get("ANY"))
                .as("12 places, of which half, of which every second is drawn")
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pool.values().stream().mapToInt(List::size).sum()).isEqualTo(69);
        assertThat(expected.stream()
                        .map(code -> digest(id, code))
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .isLessThan(pool.entrySet().stream()
                        .filter(stratum -> !stratum.getKey().equals("ANY"))
                        .flatMap(stratum -> stratum.getValue().stream())
                        .map(code -> digest(id, code))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        Transcript transcript = plans.transcript(id).orElseThrow();
        assertThat(strata(transcript)).startsWith("ANY 0.5 6/12");
        assertThat(plans.find(id).orElseThrow().pureRandom()).isEqualTo(6);
        assertThat(transcript.drawn().subList(0, 6))
                .allSatisfy(object -> assertThat(object.stratum()).isEqualTo("ANY"))
                .allSatisfy(object -> assertThat(expected).contains(object.code()));
        assertThat(plans.inspectionList(id, 0, 6)).allSatisfy(row -> {
            assertThat(row.selection()).isEqualTo(Selection.ANY);
            assertThat(row.grade()).isEmpty();
        });
        assertThat(new String(plans.file(id, "list.csv").orElseThrow(), StandardCharsets.UTF_8))
                .contains(",纯随机\r\n");
        assertThat(plans.verify(id).isVerified()).isTrue();
    }

    @Test
    void theCommandInTheDocumentationFindsAChangeOfWhoIsSetAside(@TempDir Path temporary) throws Exception {
        String id = drawn(draft());
        assertThat(documented(plans.folder(id), temporary)).isEqualTo("set aside by the rule");
        Path objects = plans.folder(id).resolve("objects.csv");
        Files.writeString(
                objects,
                Files.readString(objects)
                        .replace("ANY," + code(30), "BLUE," + code(30))
                        .replace("BLUE," + code(31), "ANY," + code(31)));
        assertThat(documented(plans.folder(id), temporary)).isEqualTo("differs");
    }

    @Test
    void neitherColourNorAVisitMovesAnybodyInOrOutOfThoseSetAside(@TempDir Path elsewhere) {
        String id = drawn(with(draft(), "0", "0.5"));
        List<String> aside = pool(plans, id).get("ANY");
        PlanningFixture other = new PlanningFixture(elsewhere);
        other.grade(1, Grade.BLUE);
        other.grade(30, Grade.RED);
        other.grade(5, Grade.YELLOW);
        other.grade(20, Grade.ORANGE, 99);
        other.visited(30, Instant.parse("2026-11-20T02:00:00Z"), "LN0001", "LN0002");
        other.visited(55, Instant.parse("2026-11-20T02:00:00Z"), "LN0001", "LN0002");
        assertThat(other.plans.preview(draft()).resting())
                .as("a red one does not rest")
                .isEqualTo(1);

        String same = other.approved(with(draft(), "0", "0.5"));
        other.plans.commit(same, "regulator");
        assertThat(same).isEqualTo(id);
        assertThat(pool(other.plans, same).get("ANY"))
                .contains(code(30), code(55))
                .containsExactlyElementsOf(aside);
    }

    @Test
    void whoIsSetAsideIsNotAmongTheWorst() {
        city.grade(30, Grade.BLUE, 99);
        city.grade(40, Grade.BLUE, 98);
        String id = drawn(with(draft(), draft().ratios(), "0.5"));
        Map<String, List<String>> pool = pool(plans, id);
        assertThat(pool.get("ANY")).contains(code(30));
        assertThat(pool.get("BLUE-WORST")).containsExactly(code(40));
    }

    @Test
    void aDraftThatWasMadeWithoutPureRandomChecksGoesOnWithoutThem() throws Exception {
        String id = plans.create(draft(), "regulator").id();
        city.jdbc
                .sql("update supervision.plan set any_share = null, any_ratio = null where id = :id")
                .param("id", id)
                .update();
        plans.submit(id, "regulator");
        plans.approve(id, "approver");
        plans.commit(id, "regulator");
        plans.draw(id, BEACON, "regulator");

        assertThat(plans.find(id).orElseThrow().draft().any()).isEqualTo(AnyShare.NONE);
        assertThat(strata(plans.transcript(id).orElseThrow()))
                .containsExactly("RED 1 3/3", "ORANGE 0.5 3/6", "YELLOW 0.2 4/20", "BLUE 0.05 2/40");
        assertThat(plans.verify(id).isVerified()).isTrue();
        assertThatThrownBy(() -> city.jdbc
                        .sql("update supervision.plan set any_share = 0.1, any_ratio = 0.5")
                        .update())
                .hasMessageContaining("is committed");
    }

    @Test
    void whoVisitedABusinessLastIsRecusedFromIt() {
        city.visited(1, Instant.parse("2026-08-20T02:00:00Z"), "LN0003", "LN0004");
        city.visited(1, Instant.parse("2026-10-20T02:00:00Z"), "LN0001", "LN0002");
        String id = drawn(draft());

        assertThat(new String(plans.file(id, "recusals.csv").orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("certificate,code\nLN0001,%s\nLN0002,%s\n".formatted(code(1), code(1)));
        assertThat(plans.transcript(id).orElseThrow().drawn())
                .filteredOn(object -> object.code().equals(code(1)))
                .singleElement()
                .satisfies(object -> assertThat(object.inspectors()).hasSize(2).doesNotContain("LN0001", "LN0002"));
    }

    private String drawn(PlanDraft draft) {
        String id = city.approved(draft);
        plans.commit(id, "regulator");
        plans.draw(id, BEACON, "regulator");
        return id;
    }

    private static List<String> strata(Transcript transcript) {
        return transcript.strata().stream()
                .map(stratum -> stratum.planned().stratum() + " "
                        + stratum.planned().ratio().toPlainString() + " " + stratum.take() + "/" + stratum.size())
                .toList();
    }

    private static Map<Risk, BigDecimal> row(String high, String medium, String low) {
        return Map.of(
                Risk.HIGH, new BigDecimal(high), Risk.MEDIUM, new BigDecimal(medium), Risk.LOW, new BigDecimal(low));
    }

    /** What the command of {@code docs/verify-a-draw.md} says of a folder. */
    private static String documented(Path folder, Path temporary) throws Exception {
        String command = Files.readAllLines(Path.of("../docs/verify-a-draw.md")).stream()
                .filter(line -> line.startsWith("node -e"))
                .findFirst()
                .orElseThrow();
        Path said = temporary.resolve("said.txt");
        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said).strip();
    }

    /** The codes of each stratum in {@code objects.csv}. */
    private static Map<String, List<String>> pool(Plans plans, String id) {
        Map<String, List<String>> pool = new TreeMap<>();
        new String(plans.file(id, "objects.csv").orElseThrow(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> {
                    int comma = line.indexOf(',');
                    pool.computeIfAbsent(line.substring(0, comma), _ -> new ArrayList<>())
                            .add(line.substring(comma + 1));
                });
        return pool;
    }

    private static List<String> bySmallestDigest(String plan, IntStream businesses) {
        return businesses
                .mapToObj(PlanningFixture::code)
                .sorted(Comparator.comparing(code -> digest(plan, code)))
                .toList();
    }

    private static String digest(String plan, String code) {
        return Sha256.hex("sise-any/1\t" + plan + "\t" + code);
    }

    private static PlanDraft with(PlanDraft sound, String worstShare, String anyShare) {
        return with(sound, sound.ratios(), worstShare, AnyShare.of(new BigDecimal(anyShare)));
    }

    private static PlanDraft with(PlanDraft sound, RatioMatrix ratios, String worstShare) {
        return with(sound, ratios, worstShare, sound.any());
    }

    private static PlanDraft with(PlanDraft sound, RatioMatrix ratios, String worstShare, AnyShare any) {
        return new PlanDraft(
                sound.title(),
                sound.industries(),
                sound.regions(),
                ratios,
                new BigDecimal(worstShare),
                any,
                sound.items(),
                sound.mandatoryItems(),
                sound.itemsPerObject(),
                sound.inspectors(),
                sound.window());
    }
}
