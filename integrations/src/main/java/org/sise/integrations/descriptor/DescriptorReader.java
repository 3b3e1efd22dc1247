package org.sise.integrations.descriptor;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.RecordKind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads feed descriptors and checks them completely: all faults at once, each with its place and its remedy. */
public final class DescriptorReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Set<String> MISSING = Set.of("N/A", "-", "--", "—", "/", "null", "NULL");

    private final DescriptorFaults faults = new DescriptorFaults();

    private final @Nullable Path folder;

    private DescriptorReader(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @throws DescriptorException when it cannot be used, with every fault
     * @throws IOException when it cannot be read
     */
    public static FeedDescriptor read(Path file) throws IOException {
        String source = String.valueOf(file.getFileName());
        try {
            return read(
                    source,
                    Files.readString(file, StandardCharsets.UTF_8),
                    file.toAbsolutePath().getParent());
        } catch (MalformedInputException e) {
            throw new DescriptorException(
                    source, List.of(new DescriptorFault(1, 1, "", "须为UTF-8编码 / must be in UTF-8: save it so")));
        }
    }

    /**
     * Reads a text. It cannot name files of tables, since it stands in no folder.
     *
     * @param source its name in messages
     * @param yaml the text
     * @throws DescriptorException when it cannot be used, with every fault
     */
    public static FeedDescriptor read(String source, String yaml) {
        return read(source, yaml, null);
    }

    private static FeedDescriptor read(String source, String yaml, @Nullable Path folder) {
        DescriptorReader reader = new DescriptorReader(folder);
        FeedDescriptor descriptor = reader.descriptor(source, yaml);
        List<DescriptorFault> faults = reader.faults.sorted();
        if (!faults.isEmpty()) {
            throw new DescriptorException(source, faults);
        }
        return Objects.requireNonNull(descriptor, "a descriptor without a fault is whole");
    }

    private @Nullable FeedDescriptor descriptor(String source, String yaml) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(source).build()).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            throw new DescriptorException(
                    source,
                    List.of(new DescriptorFault(line, column, "", "不是有效的YAML / is not YAML: " + e.getProblem())));
        } catch (YamlEngineException e) {
            throw new DescriptorException(
                    source, List.of(new DescriptorFault(1, 1, "", "不是有效的YAML / is not YAML: " + e.getMessage())));
        }
        if (root.isEmpty()) {
            throw new DescriptorException(
                    source, List.of(new DescriptorFault(1, 1, "", "文件为空 / the descriptor is empty")));
        }
        YamlMapping top = new YamlMapping(root.get(), "", faults);
        String feed = top.requiredText("feed");
        if (!feed.isEmpty() && !NAME.matcher(feed).matches()) {
            faults.add(top.keyNode("feed"), "feed", "只用小写字母、数字和连字符", "use lower-case letters, digits and hyphens");
        }
        Title title = Title.read(top, "title", faults);
        String department = top.requiredText("department");
        String inbox = Objects.requireNonNullElse(top.optionalText("folder"), feed);
        if (inbox.startsWith("/") || inbox.contains("..") || inbox.contains("?") || inbox.startsWith(".")) {
            faults.add(top.keyNode("folder"), "folder", "须为收件目录下的相对路径", "must be a plain path below the inbox");
        }
        FeedFormat format = new FormatReader(faults).format(top);
        FeedSource from = new SourceReader(faults).source(top);
        SnapshotRule snapshot = new SnapshotReader(faults).snapshot(top);
        FeedWatch watch = new WatchReader(faults).watch(top);
        List<RecordMapping> records = new RecordReader(faults, folder).records(top);
        UnknownBusiness unknown = unknownBusiness(top, records);
        Set<String> missing =
                top.optional("missing") == null ? MISSING : Set.copyOf(new LinkedHashSet<>(top.texts("missing")));
        List<RowCheck> checks = checks(top);
        List<PersonalColumn> personal = personal(top);
        top.closed();
        if (format == null) {
            return null;
        }
        FeedDescriptor descriptor = new FeedDescriptor(
                feed,
                title,
                department,
                inbox,
                from,
                format,
                snapshot,
                watch,
                unknown,
                missing,
                records,
                checks,
                personal);
        if (faults.sorted().stream().noneMatch(fault -> fault.path().startsWith("records"))) {
            new FormatReader(faults).fits(top, format, descriptor.columns());
        }
        return descriptor;
    }

    private UnknownBusiness unknownBusiness(YamlMapping top, List<RecordMapping> records) {
        boolean registers = records.stream().anyMatch(record -> record.kind() == RecordKind.REGISTRATION);
        String word = top.optionalText("unknown-business");
        if (word == null) {
            return registers ? UnknownBusiness.ACCEPT : UnknownBusiness.WAIT;
        }
        for (UnknownBusiness value : UnknownBusiness.values()) {
            if (value.token().equals(word)) {
                if (registers && value == UnknownBusiness.WAIT) {
                    faults.add(
                            top.keyNode("unknown-business"),
                            "unknown-business",
                            "登记类来源不能等待自身, 请改为 accept",
                            "a register cannot wait for itself: use accept");
                }
                return value;
            }
        }
        faults.unknown(top.keyNode("unknown-business"), "unknown-business", word, List.of("wait", "accept"));
        return UnknownBusiness.WAIT;
    }

    private List<RowCheck> checks(YamlMapping top) {
        List<RowCheck> checks = new ArrayList<>();
        List<Node> nodes = top.list("checks");
        for (int i = 0; i < nodes.size(); i++) {
            YamlMapping map = new YamlMapping(nodes.get(i), "checks[%d]".formatted(i + 1), faults);
            Condition condition = new ConditionReader(faults).condition(map);
            checks.add(new RowCheck(condition, Title.read(map, "says", faults)));
            map.closed();
        }
        return checks;
    }

    private List<PersonalColumn> personal(YamlMapping top) {
        List<PersonalColumn> personal = new ArrayList<>();
        List<Node> nodes = top.list("personal");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String path = "personal[%d]".formatted(i + 1);
            if (node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar) {
                personal.add(new PersonalColumn(scalar.getValue(), null));
                continue;
            }
            YamlMapping map = new YamlMapping(node, path, faults);
            List<Condition> unless = new ConditionReader(faults).conditions(map, "unless");
            personal.add(new PersonalColumn(map.requiredText("column"), unless.isEmpty() ? null : unless.getFirst()));
            map.closed();
        }
        return personal;
    }
}
