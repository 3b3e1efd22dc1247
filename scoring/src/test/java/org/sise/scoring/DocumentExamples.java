package org.sise.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The examples of the language's page: its fenced blocks of YAML. One that names no {@code format} is a part of a policy,
 * whose sections stand in the place of those of the first. A block of golden cases belongs to the policy before it.
 */
public final class DocumentExamples {
    private static final Path PAGE = Path.of("../docs/policy-language.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern SECTION = Pattern.compile("(?m)^([a-z][a-z-]*):");

    /**
     * An example.
     *
     * @param line where it begins in the page
     * @param text as it stands in the page
     * @param policy the policy that it is, or that it makes of the first
     * @param cases its golden cases; null: none
     */
    public record Example(
            int line, String text, String policy, @Nullable String cases) {
        /** The names of its sections. */
        public List<String> sections() {
            return List.copyOf(DocumentExamples.sections(text).keySet());
        }

        @Override
        public String toString() {
            return "line %d: %s".formatted(line, String.join(", ", sections()));
        }
    }

    private DocumentExamples() {}

    public static List<Example> all() throws IOException {
        String page = Files.readString(PAGE);
        List<Example> examples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            int line = 1 + (int) page.substring(0, blocks.start()).lines().count();
            String text = blocks.group(1);
            if (text.startsWith("format: sise-cases/")) {
                Example tested = examples.removeLast();
                examples.add(new Example(tested.line, tested.text, tested.policy, text));
            } else if (text.startsWith("format: ")) {
                examples.add(new Example(line, text, text, null));
            } else {
                examples.add(new Example(line, text, framed(examples.getFirst().policy, text), null));
            }
        }
        return examples;
    }

    private static String framed(String frame, String text) {
        Map<String, String> sections = sections(frame);
        sections.putAll(sections(text));
        return String.join("", sections.values());
    }

    /** The text from each section's name to the next, by name. */
    private static Map<String, String> sections(String yaml) {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher names = SECTION.matcher(yaml);
        List<Integer> starts = new ArrayList<>();
        List<String> found = new ArrayList<>();
        while (names.find()) {
            starts.add(names.start());
            found.add(names.group(1));
        }
        starts.add(yaml.length());
        for (int i = 0; i < found.size(); i++) {
            sections.put(found.get(i), yaml.substring(starts.get(i), starts.get(i + 1)));
        }
        return sections;
    }
}
