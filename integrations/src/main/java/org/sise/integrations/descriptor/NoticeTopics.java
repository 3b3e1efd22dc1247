package org.sise.integrations.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** The topics that departments can be told of: the list {@code notices/topics.yaml}. */
public final class NoticeTopics {

    private static final NoticeTopics BUILT_IN = read();

    private final Map<String, NoticeTopic> topics;

    private NoticeTopics(Map<String, NoticeTopic> topics) {
        this.topics = Collections.unmodifiableMap(topics);
    }

    /** The list of this module. */
    public static NoticeTopics builtIn() {
        return BUILT_IN;
    }

    /** The topics by their words, in the order of the list. */
    public Map<String, NoticeTopic> all() {
        return topics;
    }

    private static NoticeTopics read() {
        String resource = "/notices/topics.yaml";
        try (InputStream in = NoticeTopics.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the list of topics is missing: " + resource);
            }
            DescriptorFaults faults = new DescriptorFaults();
            YamlMapping top = new YamlMapping(
                    YamlText.root("topics.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)), "", faults);
            Map<String, NoticeTopic> topics = new LinkedHashMap<>();
            for (Node node : top.list("topics")) {
                YamlMapping map = new YamlMapping(node, "topics", faults);
                String topic = map.requiredText("topic");
                topics.put(topic, new NoticeTopic(topic, new Title(map.requiredText("zh"), map.requiredText("en"))));
                map.closed();
            }
            List<DescriptorFault> found = faults.sorted();
            if (!found.isEmpty()) {
                throw new DescriptorException(resource, found);
            }
            return new NoticeTopics(topics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
