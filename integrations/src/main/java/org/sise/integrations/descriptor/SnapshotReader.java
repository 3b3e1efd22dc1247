package org.sise.integrations.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code snapshot}: whether, and how, a feed's files are full copies. */
final class SnapshotReader {

    private static final List<String> WINDOWS = List.of("date");

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
        YamlMapping map = new YamlMapping(node, top.at("snapshot"), faults);
        String window = map.optionalText("window");
        if (window != null && !WINDOWS.contains(window)) {
            faults.unknown(map.keyNode("window"), map.at("window"), window, WINDOWS);
        }
        map.closed();
        return new SnapshotRule(window != null);
    }
}
