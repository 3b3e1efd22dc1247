package org.sise.supervision.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sise.supervision.draw.DrawSamples.Leaf;
import org.sise.supervision.draw.Transcript.DrawnObject;

class DrawPropertiesTest {
    @Property(tries = 150)
    void theOrderOfTheInputLeavesNoTrace(
            @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(max = 300) int size) {
        var inputs = DrawSamples.random(seed, size);
        assertThat(Draw.draw(DrawSamples.shuffled(inputs, shuffle)).toJson())
                .isEqualTo(Draw.draw(inputs).toJson());
    }

    @Property(tries = 150)
    void theDrawIsTheNaiveReadingOfTheSpecification(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        var inputs = DrawSamples.random(seed, size);
        var transcript = Draw.draw(inputs);
        assertThat(transcript.drawn())
                .isEqualTo(NaiveDraw.drawn(inputs, DrawSamples.leaves(inputs.objects()), transcript.seed()));
    }

    @Property(tries = 150)
    void everyStratumGivesTheCeilingOfItsShare(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        var transcript = Draw.draw(DrawSamples.random(seed, size));
        for (var stratum : transcript.strata()) {
            long drawn = transcript.drawn().stream()
                    .filter(object -> object.stratum().equals(stratum.planned().stratum()))
                    .count();
            var share = stratum.planned().ratio().multiply(BigDecimal.valueOf(stratum.size()));
            assertThat(stratum.take()).isEqualTo((int) drawn);
            assertThat(BigDecimal.valueOf(drawn)).isGreaterThanOrEqualTo(share).isLessThan(share.add(BigDecimal.ONE));
        }
        assertThat(new HashSet<>(transcript.drawn())).hasSameSizeAs(transcript.drawn());
    }

    @Property
    void theCeilingIsExactForEveryDecimal(
            @ForAll @BigRange(min = "0", max = "1") BigDecimal ratio, @ForAll @IntRange(max = 5_000_000) int size) {
        int take = new PlannedStratum("S", ratio).take(size);
        var share = ratio.multiply(BigDecimal.valueOf(size));
        assertThat(BigDecimal.valueOf(take)).isGreaterThanOrEqualTo(share).isLessThan(share.add(BigDecimal.ONE));
        assertThat(take).isBetween(0, size);
    }

    @Property(tries = 150)
    void nobodyIsGivenWhoIsRecusedOrFull(@ForAll long seed, @ForAll @IntRange(max = 300) int size) {
        var inputs = DrawSamples.random(seed, size);
        var transcript = Draw.draw(inputs);
        var recusals = new HashSet<>(inputs.recusals().rows());
        var loads = new HashMap<String, Integer>();
        for (var object : transcript.drawn()) {
            assertThat(object.inspectors()).doesNotHaveDuplicates();
            assertThat(object.inspectors().size()).isIn(0, 2);
            assertThat(transcript.unassigned().contains(object.code()))
                    .isEqualTo(object.inspectors().isEmpty());
            for (String certificate : object.inspectors()) {
                assertThat(recusals).doesNotContain(new Recusal(certificate, object.code()));
                loads.merge(certificate, 1, Integer::sum);
            }
        }
        for (var inspector : inputs.inspectors().rows()) {
            assertThat(loads.getOrDefault(inspector.certificate(), 0)).isLessThanOrEqualTo(inspector.maxLoad());
        }
    }

    @Test
    void withFewerThanTwoInspectorsEveryObjectIsUnassigned() {
        var transcript = Draw.draw(small("1", List.of(new Inspector("A", "甲", 9)), List.of()));
        assertThat(transcript.unassigned()).hasSize(3);
        assertThat(transcript.drawn())
                .allSatisfy(object -> assertThat(object.inspectors()).isEmpty());
    }

    @Test
    void aRecusalOfOneOfTwoLeavesTheObjectUnassignedAndLoadsNobody() {
        var two = List.of(new Inspector("A", "甲", 2), new Inspector("B", "乙", 2));
        var transcript = Draw.draw(small("1", two, List.of(new Recusal("B", "C2"))));
        assertThat(transcript.unassigned()).containsExactly("C2");
        assertThat(transcript.drawn())
                .filteredOn(object -> !object.inspectors().isEmpty())
                .hasSize(2);
    }

    @Test
    void ratioZeroDrawsNobodyAndRatioOneEverybody() {
        assertThat(Draw.draw(small("0", List.of(), List.of())).drawn()).isEmpty();
        assertThat(Draw.draw(small("1.000", List.of(), List.of())).drawn())
                .extracting(DrawnObject::code)
                .containsExactlyInAnyOrder("C1", "C2", "C3");
    }

    @Test
    void oneObjectIsDrawnByTheSmallestRatio() {
        var transcript = Draw.draw(
                DrawSamples.inputs(plan("0.000001"), List.of(new Leaf("S", "only")), List.of(), List.of(), List.of()));
        assertThat(transcript.drawn()).extracting(DrawnObject::code).containsExactly("only");
        assertThat(transcript.strata().getLast().size()).isZero();
    }

    @Test
    void anEmptyPoolHasTheRootOfNothing() {
        var transcript = Draw.draw(DrawSamples.inputs(plan("1"), List.of(), List.of(), List.of(), List.of()));
        assertThat(transcript.objectsRoot())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(transcript.drawn()).isEmpty();
    }

    @Test
    void anObjectTwiceIsRefusedWhereverItStands() {
        var leaves = new ArrayList<Leaf>();
        for (int at = 0; at < 1000; at++) {
            leaves.add(new Leaf("S", "91210100" + at));
        }
        leaves.add(new Leaf("S", "912101007"));
        assertThatThrownBy(() -> DrawSamples.pool(plan("1"), leaves))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("912101007");
    }

    @Test
    void aForeignCommitmentIsNotDrawnFrom() {
        var plan = new DrawPlan("p", "0".repeat(64), DrawSamples.SECRET, Beacon.NONE, List.of(), 0);
        var inputs = DrawSamples.inputs(plan, List.of(), List.of(), List.of(), List.of());
        assertThatThrownBy(() -> Draw.draw(inputs)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DrawInputs small(String ratio, List<Inspector> inspectors, List<Recusal> recusals) {
        var leaves = List.of(new Leaf("S", "C1"), new Leaf("S", "C2"), new Leaf("S", "C3"));
        return DrawSamples.inputs(plan(ratio), leaves, inspectors, List.of(new CheckItem("F", true)), recusals);
    }

    private static DrawPlan plan(String ratio) {
        var strata = List.of(
                new PlannedStratum("S", new BigDecimal(ratio)), new PlannedStratum("EMPTY", new BigDecimal("0.5")));
        return new DrawPlan("p", DrawPlan.commitmentTo(DrawSamples.SECRET), DrawSamples.SECRET, Beacon.NONE, strata, 2);
    }
}
