package org.sise.integrations.descriptor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The faults of one descriptor, gathered while it is read. */
final class DescriptorFaults {

    private static final int NEAR = 2;

    private final List<DescriptorFault> faults = new ArrayList<>();

    void add(Node node, String path, String zh, String en) {
        faults.add(new DescriptorFault(line(node), column(node), path, zh + " / " + en));
    }

    /** A word outside its list, with the nearest of the list. */
    void unknown(Node node, String path, String word, Collection<String> list) {
        String near = nearest(word, list);
        String words = String.join(", ", list);
        if (near == null) {
            add(
                    node,
                    path,
                    "“%s”未知, 可用: %s".formatted(word, words),
                    "'%s' is unknown, use one of these".formatted(word));
        } else {
            add(
                    node,
                    path,
                    "“%s”未知, 是否为“%s”? 可用: %s".formatted(word, near, words),
                    "'%s' is unknown, did you mean '%s'?".formatted(word, near));
        }
    }

    @Nullable
    String text(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        add(node, path, "应为文字", "a single value is needed here");
        return null;
    }

    /** The faults in the order of their places. */
    List<DescriptorFault> sorted() {
        return faults.stream()
                .sorted(Comparator.comparingInt(DescriptorFault::line).thenComparingInt(DescriptorFault::column))
                .toList();
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    private static @Nullable String nearest(String word, Collection<String> list) {
        String nearest = null;
        int best = NEAR + 1;
        for (String candidate : list) {
            int distance = distance(word, candidate);
            if (distance < best && distance < candidate.length()) {
                best = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
