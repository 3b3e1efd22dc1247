package org.sise.integrations.descriptor;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code snapshot}: whether, and how, a feed's files are full copies. */
final class SnapshotReader {

    private final DescriptorFaults faults;

    SnapshotReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    @Nullable
    SnapshotRule snapshot(YamlMapping top) {
        Node node = top.optional("snapshot");
        if (node == null) {
            return null;
        }
        new YamlMapping(node, top.at("snapshot"), faults).closed();
        return new SnapshotRule();
    }
}
