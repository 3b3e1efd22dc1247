package org.sise.integrations.descriptor;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code source}: where a feed's files come from. */
final class SourceReader {

    private final DescriptorFaults faults;

    SourceReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    FeedSource source(YamlMapping top) {
        Node node = top.optional("source");
        if (node == null) {
            return new FeedSource.Folder();
        }
        YamlMapping map = new YamlMapping(node, top.at("source"), faults);
        String type = map.requiredText("type");
        if (!type.isEmpty() && !type.equals("folder")) {
            faults.unknown(map.keyNode("type"), map.at("type"), type, List.of("folder"));
        }
        map.closed();
        return new FeedSource.Folder();
    }
}
