package org.sise.integrations.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the section {@code source}: where a feed's files come from. */
final class SourceReader {

    /** The format of files that are gathered row by row here. */
    private static final String GATHERED = "jsonl";

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
        SourceFields fields = new SourceFields(faults);
        String type = map.requiredText("type");
        FeedSource source = switch (type) {
            case "folder" -> new FeedSource.Folder();
            case "sftp" -> new SftpReader(fields).sftp(map);
            case "http" -> gathered(top, new HttpReader(fields).http(map));
            case "database" -> gathered(top, new DatabaseReader(fields).database(map));
            case "kafka" -> gathered(top, new KafkaReader(fields).kafka(map));
            case "" -> null;
            default -> {
                faults.unknown(
                        map.keyNode("type"),
                        map.at("type"),
                        type,
                        List.of("folder", "sftp", "http", "database", "kafka"));
                yield null;
            }
        };
        if (source == null) {
            return new FeedSource.Folder();
        }
        map.closed();
        return source;
    }

    /** A source whose rows are gathered into files here needs the format that they are written in. */
    private FeedSource gathered(YamlMapping top, FeedSource source) {
        ScalarNode type = formatType(top);
        if (type != null && !type.getValue().equals(GATHERED)) {
            faults.add(
                    type,
                    "format.type",
                    "该来源的数据逐行存为JSON, 请写 " + GATHERED,
                    "rows of this source are kept as lines of JSON: write " + GATHERED);
        }
        return source;
    }

    private static @Nullable ScalarNode formatType(YamlMapping top) {
        if (top.optional("format") instanceof MappingNode format) {
            for (NodeTuple tuple : format.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("type")
                        && tuple.getValueNode() instanceof ScalarNode type) {
                    return type;
                }
            }
        }
        return null;
    }
}
