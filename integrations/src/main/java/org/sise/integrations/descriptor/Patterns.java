package org.sise.integrations.descriptor;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Regular expressions of descriptors. */
final class Patterns {

    private Patterns() {}

    /** The expression under a key, or null when there is none or it is none. */
    static @Nullable Pattern read(YamlMapping map, String key, DescriptorFaults faults) {
        String text = map.optionalText(key);
        if (text == null) {
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            faults.add(
                    map.keyNode(key),
                    map.at(key),
                    "正则表达式有误",
                    "is no regular expression: %s".formatted(e.getDescription()));
            return null;
        }
    }
}
