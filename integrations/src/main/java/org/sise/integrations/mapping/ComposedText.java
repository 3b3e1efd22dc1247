package org.sise.integrations.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sise.integrations.descriptor.FieldMapping;

/** A text made of several cells, or of a part of one. */
final class ComposedText {

    private ComposedText() {}

    /** The text, empty when there is none. */
    static String of(FieldMapping.Composed mapping, UnaryOperator<String> cells) {
        String join = mapping.join();
        String text = join == null ? first(mapping.columns(), cells) : joined(mapping.columns(), join, cells);
        Pattern part = mapping.part();
        if (part == null || text.isEmpty()) {
            return text;
        }
        Matcher matcher = part.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String found = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
        return found == null ? "" : found.strip();
    }

    /** The cells that are not empty, with a text between them. */
    static String joined(List<String> columns, String between, UnaryOperator<String> cells) {
        List<String> texts = new ArrayList<>();
        for (String column : columns) {
            String cell = cells.apply(column);
            if (!cell.isEmpty()) {
                texts.add(cell);
            }
        }
        return String.join(between, texts);
    }

    private static String first(List<String> columns, UnaryOperator<String> cells) {
        for (String column : columns) {
            String cell = cells.apply(column);
            if (!cell.isEmpty()) {
                return cell;
            }
        }
        return "";
    }
}
