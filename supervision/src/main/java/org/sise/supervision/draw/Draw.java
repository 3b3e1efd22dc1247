package org.sise.supervision.draw;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.sise.core.digest.Sha256;

/**
 * The public draw, {@code sise-draw/1}: a pure function from frozen inputs to a transcript. Each object, item and inspector
 * has a key of its own, HMAC-SHA-256 under the seed, and the smallest keys are drawn; so the result depends neither on the
 * order of the input nor on the machine, and each key can be checked alone.
 */
public final class Draw {
    private Draw() {}

    /**
     * Draws.
     *
     * @throws IllegalArgumentException if the plan's commitment is not that of its secret
     */
    public static Transcript draw(DrawInputs inputs) {
        if (!inputs.plan().commitmentHolds()) {
            throw new IllegalArgumentException(
                    "The commitment of plan " + inputs.plan().plan() + " is not its secret's");
        }
        return drawUnchecked(inputs);
    }

    /** Draws whatever the commitment says. */
    static Transcript drawUnchecked(DrawInputs inputs) {
        String root = inputs.objects().root();
        return drawWith(inputs, root, seed(inputs, root));
    }

    /** The seed of a draw whose objects have this root, lower-case hexadecimal. */
    static String seed(DrawInputs inputs, String objectsRoot) {
        var plan = inputs.plan();
        var lines = List.of(
                Transcript.SCHEME,
                plan.plan(),
                objectsRoot,
                inputs.inspectors().digest(),
                inputs.items().digest(),
                inputs.recusals().digest(),
                plan.secret(),
                plan.beacon().value());
        return Sha256.hex(String.join("\n", lines) + "\n");
    }

    /** What follows from the inputs under a given seed. */
    static Transcript drawWith(DrawInputs inputs, String objectsRoot, String seed) {
        byte[] key = HexFormat.of().parseHex(seed);
        var plan = inputs.plan();
        var pool = inputs.objects();
        var objects = new ObjectDraw(pool, key);
        var items = new ItemDraw(inputs.items().rows(), plan.itemsPerObject(), key);
        var inspectors = new InspectorAssignment(
                inputs.inspectors().rows(), inputs.recusals().rows(), key);
        var strata = new ArrayList<Transcript.Stratum>();
        var drawn = new ArrayList<Transcript.DrawnObject>();
        var unassigned = new ArrayList<String>();
        for (var planned : plan.strata()) {
            String stratum = planned.stratum();
            int size = pool.size(stratum);
            int take = planned.take(size);
            strata.add(new Transcript.Stratum(planned, size, take));
            int[] indexes = objects.draw(stratum, take);
            var itemLists = IntStream.range(0, take)
                    .parallel()
                    .mapToObj(at -> items.itemsOf(pool.code(indexes[at])))
                    .toList();
            for (int at = 0; at < take; at++) {
                String code = pool.code(indexes[at]);
                var given = inspectors.next(code);
                if (given.isEmpty()) {
                    unassigned.add(code);
                }
                drawn.add(new Transcript.DrawnObject(stratum, code, given, itemLists.get(at)));
            }
        }
        return new Transcript(plan, strata, objectsRoot, seed, drawn, unassigned);
    }
}
