package org.sise.scoring.read;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Points;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Single values of a YAML file, each checked where it stands; after a fault a harmless value stands in. */
final class Scalars {
    private static final int LONGEST_ID = 64;

    private Scalars() {}

    static String text(Node node, String name, Faults faults) {
        if (node instanceof ScalarNode scalar
                && !node.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        faults.add(FaultCode.NO_TEXT, node, name);
        return "?";
    }

    private static @Nullable String textOrNull(Node node) {
        return node instanceof ScalarNode scalar
                        && !node.getTag().equals(Tag.NULL)
                        && !scalar.getValue().isBlank()
                ? scalar.getValue()
                : null;
    }

    static String id(Node node, String name, Faults faults) {
        String text = text(node, name, faults);
        if (!isId(text) && textOrNull(node) != null) {
            faults.add(FaultCode.BAD_ID, node, text);
        }
        return text;
    }

    private static boolean isId(String text) {
        if (text.length() > LONGEST_ID || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    static Points points(Node node, String name, long least, long most, Faults faults) {
        String text = text(node, name, faults);
        Points standIn = Points.of(Math.max(least, 1));
        if (textOrNull(node) == null) {
            return standIn;
        }
        BigDecimal number;
        try {
            if (text.length() > 30 || !text.chars().allMatch(c -> "+-.0123456789".indexOf(c) >= 0)) {
                throw new NumberFormatException();
            }
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            faults.add(FaultCode.NO_NUMBER, node, text);
            return standIn;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            faults.add(FaultCode.OUT_OF_RANGE, node, text, least, most);
            return standIn;
        }
        try {
            return Points.of(number);
        } catch (ArithmeticException e) {
            faults.add(FaultCode.TOO_PRECISE, node, text);
            return standIn;
        }
    }

    static int integer(Node node, int least, int most, Faults faults) {
        String text = text(node, "number", faults);
        if (textOrNull(node) == null) {
            return Math.max(least, 1);
        }
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            faults.add(FaultCode.NO_INTEGER, node, text);
            return Math.max(least, 1);
        }
        if (number < least || number > most) {
            faults.add(FaultCode.OUT_OF_RANGE, node, text, least, most);
            return Math.max(least, 1);
        }
        return number;
    }

    static int months(Node node, int least, Faults faults) {
        if (node instanceof ScalarNode scalar && scalar.getValue().startsWith("-")) {
            faults.add(FaultCode.NEGATIVE_MONTHS, node, scalar.getValue());
            return Math.max(least, 1);
        }
        return integer(node, least, 1200, faults);
    }

    static String oneOf(Node node, String name, Collection<String> words, FaultCode code, Faults faults) {
        String text = text(node, name, faults);
        if (!words.contains(text)) {
            if (textOrNull(node) != null) {
                faults.add(code, node, text, String.join(", ", words));
            }
            return words.isEmpty() ? text : words.iterator().next();
        }
        return text;
    }

    static List<Node> items(Node node, String name, Faults faults) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        faults.add(FaultCode.NO_LIST, node, name);
        return List.of();
    }
}
