package org.sise.scoring.read;

import java.util.Comparator;
import org.sise.scoring.policy.Text;

/**
 * One thing wrong with a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Fault(FaultCode code, int line, int column, Text message, Text remedy) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column).thenComparing(Fault::code);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** {@code line:column 中文 / English (补救 / remedy)}. */
    @Override
    public String toString() {
        return "%d:%d %s / %s（%s / %s）".formatted(line, column, message.zh(), message.en(), remedy.zh(), remedy.en());
    }
}
