package org.sise.graph.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a rule file: everything that is wrong with it at once, each with its place. */
public final class RuleFile {

    private static final int MOST_BYTES = 1 << 20;

    private final List<RuleFault> faults = new ArrayList<>();

    private RuleFile() {}

    /**
     * Reads a file that ships with this module.
     *
     * @param path its path from the root of the class path
     * @param reader makes the rules from the file's mapping; a harmless value stands in for what is wrong
     * @throws RuleException when anything is wrong with it
     */
    public static <T> T ofResource(String path, Function<RuleSection, T> reader) {
        try (InputStream in = RuleFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path);
            }
            return read(path, in.readAllBytes(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param name what to call it in faults
     * @throws RuleException when anything is wrong with it
     */
    public static <T> T read(String name, byte[] bytes, Function<RuleSection, T> reader) {
        RuleFile file = new RuleFile();
        Node root = file.root(bytes);
        if (root instanceof MappingNode mapping) {
            RuleSection section = new RuleSection(mapping, "", file);
            T rules = reader.apply(section);
            section.closed();
            if (file.faults.isEmpty()) {
                return rules;
            }
        } else if (root != null) {
            file.add(root, "", "应为键值表", "a mapping of keys to values is needed here");
        }
        file.faults.sort(Comparator.comparingInt(RuleFault::line).thenComparingInt(RuleFault::column));
        throw new RuleException(name, file.faults);
    }

    /** An empty section whose faults nobody hears. */
    static RuleSection nothing(String path) {
        return new RuleSection(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), path, new RuleFile());
    }

    void add(Node node, String path, String zh, String en) {
        Mark mark = node.getStartMark().orElse(null);
        add(mark, path, zh, en);
    }

    private void add(@Nullable Mark mark, String path, String zh, String en) {
        faults.add(new RuleFault(
                mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, path, zh + " / " + en));
    }

    private @Nullable Node root(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            add((Mark) null, "", "文件超过1 MiB", "the file is larger than 1 MiB");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            LoadSettings settings = LoadSettings.builder()
                    .setUseMarks(true)
                    .setCodePointLimit(MOST_BYTES)
                    .setMaxAliasesForCollections(1)
                    .build();
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root == null) {
                add((Mark) null, "", "文件为空", "the file is empty");
            }
            return root;
        } catch (CharacterCodingException e) {
            add((Mark) null, "", "不是UTF-8编码, 请另存为UTF-8", "not in UTF-8: save it as UTF-8");
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            add(mark, "", "YAML语法有误", "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            add((Mark) null, "", "YAML语法有误", "not YAML: " + e.getMessage());
        }
        return null;
    }
}
