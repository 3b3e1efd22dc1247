package org.sise.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sise.core.record.RecordKind;
import org.sise.core.record.RecordShape;
import org.sise.scoring.grade.Weightless;
import org.sise.server.query.Choice;

class MessagesTest {

    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z0-9.-]+)|say\\(\\s*[\"']([a-z][a-zA-Z0-9.-]*[a-zA-Z0-9])[\"']");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final Properties chinese = read("messages.properties");
    private final Properties english = read("messages_en.properties");

    @Test
    void both_languages_say_the_same_sentences() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(places(english.getProperty(key))).as(key).isEqualTo(places(chinese.getProperty(key)));
            assertThat(chinese.getProperty(key) + english.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void every_sentence_that_a_page_asks_for_is_there() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        try (Stream<Path> files = Stream.concat(
                Files.walk(Path.of("src/main/resources/templates")),
                Files.walk(Path.of("src/main/java/org/sise/server/web")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    asked.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(150);
        assertThat(chinese.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void every_kind_field_and_reason_has_its_words() {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(chinese).containsKey("kind." + kind.token());
            for (var field : RecordShape.of(kind).ownFields()) {
                if (!RecordShape.of(kind).isPersonal(field.name())) {
                    assertThat(chinese).containsKey("field." + field.name());
                }
            }
        }
        for (Weightless.Reason reason : Weightless.Reason.values()) {
            assertThat(chinese).containsKey("weightless." + Choice.word(reason));
        }
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("/" + resource);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
