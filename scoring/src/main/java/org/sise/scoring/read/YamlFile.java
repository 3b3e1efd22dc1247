package org.sise.scoring.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads YAML with marks, within bounds of size, depth and aliases, so that no file can take more than a moment. Tags are
 * never looked at, nothing is constructed from them.
 */
public final class YamlFile {
    static final int MOST_BYTES = 2 << 20;
    static final int MOST_DEPTH = 32;
    static final int MOST_NODES = 200_000;
    static final int MOST_ALIASES = 100;

    private YamlFile() {}

    /** The file's one mapping; null if that cannot be had, with a fault that says why. */
    public static @Nullable Section read(byte[] bytes, Faults faults) {
        Node root = root(bytes, faults);
        if (root == null) {
            return null;
        }
        if (root instanceof MappingNode mapping) {
            return new Section(mapping, faults);
        }
        faults.add(FaultCode.NO_MAPPING, root, "YAML");
        return null;
    }

    private static @Nullable Node root(byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(FaultCode.TOO_LARGE, Optional.empty(), bytes.length + " B", MOST_BYTES + " B");
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(FaultCode.NOT_UTF8, Optional.empty());
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(MOST_BYTES)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .build();
        try {
            if (!isBounded(settings, text, faults)) {
                return null;
            }
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root == null) {
                faults.add(FaultCode.EMPTY, Optional.empty());
            } else if (size(root, new IdentityHashMap<>()) > MOST_NODES) {
                faults.add(FaultCode.BAD_ALIAS, root);
                return null;
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            faults.add(FaultCode.SYNTAX, mark, e.getProblem());
            return null;
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage());
            FaultCode code = message.contains("aliases") ? FaultCode.BAD_ALIAS : FaultCode.SYNTAX;
            faults.add(code, Optional.empty(), message);
            return null;
        }
    }

    /** Walks the events, which needs no stack, before anything recursive touches the text. */
    private static boolean isBounded(LoadSettings settings, String text, Faults faults) {
        int depth = 0;
        int nodes = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > MOST_DEPTH) {
                faults.add(FaultCode.TOO_DEEP, event.getStartMark(), MOST_DEPTH);
                return false;
            }
            nodes++;
            if (nodes > MOST_NODES) {
                faults.add(FaultCode.TOO_LARGE, event.getStartMark(), "> " + MOST_NODES, MOST_NODES);
                return false;
            }
        }
        return true;
    }

    /** How many nodes there are with every alias written out; more than the bound if one contains itself. */
    private static long size(Node node, Map<Node, Long> known) {
        Long before = known.get(node);
        if (before != null) {
            return before;
        }
        known.put(node, MOST_NODES + 1L);
        long size = 1;
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                size += size(item, known);
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                size += size(tuple.getKeyNode(), known) + size(tuple.getValueNode(), known);
            }
        }
        size = Math.min(size, MOST_NODES + 1L);
        known.put(node, size);
        return size;
    }
}
