package org.sise.supervision.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Folders and inputs for the tests. */
final class DrawSamples {
    static final List<String> FILES =
            List.of("objects.csv", "inspectors.csv", "items.csv", "recusals.csv", "transcript.json");
    static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private DrawSamples() {}

    /** A copy of the specification's example. */
    static Path example(Path folder) {
        for (String file : FILES) {
            write(folder, file, new String(resource(file), StandardCharsets.UTF_8));
        }
        return folder;
    }

    /** The example as it is before the draw. */
    static Path undrawnExample(Path folder) {
        example(folder);
        write(folder, "transcript.json", undrawn(read(folder, "transcript.json")));
        return folder;
    }

    /** A transcript with what the draw adds taken away. */
    static String undrawn(String json) {
        return json.substring(0, json.indexOf(",\n \"objects_root\"")).replaceAll(",\n   \"(size|take)\": \\d+", "")
                + "\n}\n";
    }

    static byte[] resource(String file) {
        try (var in = DrawSamples.class.getResourceAsStream("/draw-example/" + file)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text that must be there. */
    static void change(Path folder, String file, String from, String to) {
        String text = read(folder, file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        write(folder, file, text.replace(from, to));
    }

    record Leaf(String stratum, String code) {}

    /** A random draw, all of it a function of the seed and the size. */
    static DrawInputs random(long seed, int size) {
        var random = new Random(seed);
        var strata = new ArrayList<PlannedStratum>();
        for (String name : List.of("红 RED", "ORANGE", "ORANGE2", "BLUE", "EMPTY")) {
            strata.add(new PlannedStratum(name, BigDecimal.valueOf(random.nextInt(1001), 3)));
        }
        var leaves = new ArrayList<Leaf>();
        for (int at = 0; at < size; at++) {
            leaves.add(new Leaf(strata.get(random.nextInt(4)).stratum(), code(random, at)));
        }
        var inspectors = new ArrayList<Inspector>();
        int people = random.nextInt(12);
        for (int at = 0; at < people; at++) {
            inspectors.add(new Inspector("证LN" + at, "李, \"" + at + "\"", random.nextInt(1 + size / 2)));
        }
        var items = new ArrayList<CheckItem>();
        int itemCount = random.nextInt(9);
        for (int at = 0; at < itemCount; at++) {
            items.add(new CheckItem("F-" + (at * 7 % 10), random.nextInt(4) == 0));
        }
        var recusals = new ArrayList<Recusal>();
        for (var leaf : leaves) {
            if (people > 0 && random.nextInt(3) == 0) {
                recusals.add(new Recusal("证LN" + random.nextInt(people), leaf.code()));
            }
        }
        var beacon = random.nextInt(4) == 0 ? Beacon.NONE : new Beacon("收盘指数 \"index\"", "3,456.78");
        var plan = new DrawPlan("计划-" + seed, DrawPlan.commitmentTo(SECRET), SECRET, beacon, strata, random.nextInt(5));
        return inputs(plan, leaves, inspectors, items, recusals);
    }

    /** Codes of many lengths, some the beginning of others, most with one long beginning. */
    private static String code(Random random, int at) {
        return switch (random.nextInt(6)) {
            case 0 -> "9121010" + at;
            case 1 -> "码" + at + "\uD83D\uDE00";
            case 2 -> "912101000000000000" + "0".repeat(random.nextInt(9)) + "-" + at;
            default -> "91210100%09dX".formatted(at * 7919L % 1_000_000_007L);
        };
    }

    static DrawInputs inputs(
            DrawPlan plan,
            List<Leaf> leaves,
            List<Inspector> inspectors,
            List<CheckItem> items,
            List<Recusal> recusals) {
        return new DrawInputs(
                plan,
                pool(plan, leaves),
                FrozenTable.ofInspectors(inspectors),
                FrozenTable.ofItems(items),
                FrozenTable.ofRecusals(recusals));
    }

    static ObjectPool pool(DrawPlan plan, List<Leaf> leaves) {
        var builder = ObjectPool.of(plan.stratumNames());
        leaves.forEach(leaf -> builder.add(leaf.stratum(), leaf.code()));
        return builder.build();
    }

    static List<Leaf> leaves(ObjectPool pool) {
        var leaves = new ArrayList<Leaf>();
        for (String stratum : pool.strata()) {
            for (int at = 0; at < pool.size(stratum); at++) {
                leaves.add(new Leaf(stratum, pool.code(pool.start(stratum) + at)));
            }
        }
        return leaves;
    }

    /** The same inputs with objects, parsed rows and recusals in another order; the frozen files' bytes stay. */
    static DrawInputs shuffled(DrawInputs inputs, long seed) {
        var random = new Random(seed);
        var leaves = leaves(inputs.objects());
        Collections.shuffle(leaves, random);
        return new DrawInputs(
                inputs.plan(),
                pool(inputs.plan(), leaves),
                shuffled(inputs.inspectors(), random),
                shuffled(inputs.items(), random),
                shuffled(inputs.recusals(), random));
    }

    private static <T> FrozenTable<T> shuffled(FrozenTable<T> table, Random random) {
        var rows = new ArrayList<>(table.rows());
        Collections.shuffle(rows, random);
        return FrozenTable.of(table.bytes(), rows);
    }
}
