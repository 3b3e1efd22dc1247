package org.sise.server.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sise.scoring.read.Fault;

/**
 * A line of a policy file with what is wrong in it.
 *
 * @param number from 1
 */
record NumberedLine(int number, String text, List<Fault> faults) {

    /** The most bytes of a file that is shown. */
    private static final int MOST_BYTES = 2 << 20;

    /** The lines of a file; a fault behind the last line is told at the last. None of a file that is too large to be one. */
    static List<NumberedLine> of(byte[] file, List<Fault> faults) {
        if (file.length > MOST_BYTES) {
            return List.of();
        }
        List<String> texts = new String(file, StandardCharsets.UTF_8).lines().toList();
        int last = Math.max(1, texts.size());
        Map<Integer, List<Fault>> byLine =
                faults.stream().collect(Collectors.groupingBy(fault -> Math.min(fault.line(), last)));
        List<NumberedLine> lines = new ArrayList<>(last);
        for (int number = 1; number <= last; number++) {
            lines.add(new NumberedLine(
                    number, texts.isEmpty() ? "" : texts.get(number - 1), byLine.getOrDefault(number, List.of())));
        }
        return lines;
    }
}
