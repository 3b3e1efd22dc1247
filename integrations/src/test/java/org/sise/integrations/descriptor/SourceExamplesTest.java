package org.sise.integrations.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourceExamplesTest {

    @Test
    void everyExampleOfTheDocumentIsReadWithoutFault() throws IOException {
        String document = Files.readString(Path.of("../docs/feed-sources.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(document);
        List<Class<?>> kinds = new ArrayList<>();
        while (example.find()) {
            kinds.add(Sources.read(example.group(1)).getClass());
        }
        assertThat(kinds)
                .containsExactly(
                        FeedSource.Folder.class,
                        SftpSource.class,
                        HttpSource.class,
                        HttpSource.class,
                        DatabaseSource.class,
                        KafkaSource.class);
    }
}
