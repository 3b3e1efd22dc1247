package org.sise.server.web.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sise.scoring.read.Fault;

/**
 * A line of a policy file with what is wrong in it.
 *
 * @param number from 1
 */
record NumberedLine(int number, String text, List<Fault> faults) {

    /** The lines of a file; a fault behind the last line is told at the last. */
    static List<NumberedLine> of(byte[] file, List<Fault> faults) {
        List<String> texts =
                new ArrayList<>(new String(file, StandardCharsets.UTF_8).lines().toList());
        if (texts.isEmpty()) {
            texts.add("");
        }
        List<NumberedLine> lines = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            int number = i + 1;
            boolean last = number == texts.size();
            lines.add(new NumberedLine(
                    number,
                    texts.get(i),
                    faults.stream()
                            .filter(fault -> fault.line() == number || (last && fault.line() > number))
                            .toList()));
        }
        return lines;
    }
}
