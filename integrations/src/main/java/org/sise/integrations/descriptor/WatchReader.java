package org.sise.integrations.descriptor;

import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code watch}: what is usual of a feed. */
final class WatchReader {

    private final DescriptorFaults faults;

    WatchReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    FeedWatch watch(YamlMapping top) {
        Node node = top.optional("watch");
        if (node != null) {
            new YamlMapping(node, top.at("watch"), faults).closed();
        }
        return new FeedWatch();
    }
}
