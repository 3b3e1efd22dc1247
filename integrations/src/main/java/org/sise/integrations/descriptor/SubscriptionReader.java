package org.sise.integrations.descriptor;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sise.core.grade.Grade;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads subscriptions and checks them completely: all faults at once, each with its place and its remedy. */
public final class SubscriptionReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern REGION = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");
    private static final Pattern INDUSTRY = Pattern.compile("[A-T]|[A-T]?\\d{2,4}");
    private static final List<String> YES_NO = List.of("true", "false");

    private final DescriptorFaults faults = new DescriptorFaults();
    private final SourceFields fields = new SourceFields(faults);

    private SubscriptionReader() {}

    /**
     * Reads a file.
     *
     * @throws DescriptorException when it cannot be used, with every fault
     * @throws IOException when it cannot be read
     */
    public static Subscription read(Path file) throws IOException {
        String source = String.valueOf(file.getFileName());
        try {
            return read(source, Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw new DescriptorException(
                    source, List.of(new DescriptorFault(1, 1, "", "须为UTF-8编码 / must be in UTF-8: save it so")));
        }
    }

    /**
     * Reads a text.
     *
     * @param source its name in messages
     * @param yaml the text
     * @throws DescriptorException when it cannot be used, with every fault
     */
    public static Subscription read(String source, String yaml) {
        SubscriptionReader reader = new SubscriptionReader();
        Subscription subscription =
                reader.subscription(new YamlMapping(YamlText.root(source, yaml), "", reader.faults));
        List<DescriptorFault> found = reader.faults.sorted();
        if (!found.isEmpty()) {
            throw new DescriptorException(source, found);
        }
        return Objects.requireNonNull(subscription, "a descriptor without a fault is whole");
    }

    private @Nullable Subscription subscription(YamlMapping top) {
        String subscriber = top.requiredText("subscriber");
        if (!subscriber.isEmpty() && !NAME.matcher(subscriber).matches()) {
            faults.add(
                    top.keyNode("subscriber"),
                    "subscriber",
                    "只用小写字母、数字和连字符",
                    "use lower-case letters, digits and hyphens");
        }
        top.required("title");
        Title title = fields.section(top, "title", map -> new Title(map.requiredText("zh"), map.requiredText("en")));
        String department = top.requiredText("department");
        boolean active = fields.word(top, "active", "true", YES_NO).equals("true");
        Set<String> topics = topics(top);
        NoticeFilter where = fields.section(top, "where", this::filter);
        boolean fromStart =
                fields.word(top, "from", "now", List.of("now", "start")).equals("start");
        NoticeTarget to = new TargetReader(fields).target(top);
        NoticeRetry retry = fields.section(top, "retry", this::retry);
        Set<String> accounts = new LinkedHashSet<>(top.texts("accounts"));
        top.closed();
        return to == null || title == null
                ? null
                : new Subscription(
                        subscriber,
                        title,
                        department,
                        active,
                        topics,
                        where == null ? new NoticeFilter(Set.of(), Set.of(), Set.of()) : where,
                        fromStart,
                        to,
                        retry == null ? NoticeRetry.USUAL : retry,
                        Set.copyOf(accounts));
    }

    private Set<String> topics(YamlMapping top) {
        Set<String> topics = new LinkedHashSet<>(top.texts("topics"));
        if (topics.isEmpty()) {
            top.required("topics");
        }
        Set<String> known = NoticeTopics.builtIn().all().keySet();
        for (String topic : topics) {
            if (!known.contains(topic)) {
                faults.unknown(top.keyNode("topics"), top.at("topics"), topic, known);
            }
        }
        return Set.copyOf(topics);
    }

    private NoticeFilter filter(YamlMapping map) {
        Set<Grade> grades = EnumSet.noneOf(Grade.class);
        List<String> words = Stream.of(Grade.values())
                .map(grade -> grade.name().toLowerCase(Locale.ROOT))
                .toList();
        for (String word : map.texts("grade")) {
            if (words.contains(word)) {
                grades.add(Grade.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                faults.unknown(map.keyNode("grade"), map.at("grade"), word, words);
            }
        }
        return new NoticeFilter(
                prefixes(
                        map,
                        "region",
                        REGION,
                        "应为行政区划代码的前2、4或6位",
                        "must be the first 2, 4 or 6 digits of a region's code"),
                Set.copyOf(grades),
                prefixes(
                        map,
                        "industry",
                        INDUSTRY,
                        "应为GB/T 4754门类字母或2至4位数字, 如 H 或 62",
                        "must be a letter or 2 to 4 digits of GB/T 4754, such as H or 62"));
    }

    private Set<String> prefixes(YamlMapping map, String key, Pattern pattern, String zh, String en) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (Node node : map.list(key)) {
            String text = faults.text(node, map.at(key));
            if (text != null && !pattern.matcher(text).matches()) {
                faults.add(node, map.at(key), zh, en);
            } else if (text != null) {
                prefixes.add(text);
            }
        }
        return Set.copyOf(prefixes);
    }

    private NoticeRetry retry(YamlMapping map) {
        NoticeRetry usual = NoticeRetry.USUAL;
        Duration first = fields.duration(map, "first", usual.first());
        if (first.isZero()) {
            faults.add(map.keyNode("first"), map.at("first"), "须大于0", "must be more than 0");
        }
        return new NoticeRetry(
                first,
                fields.duration(map, "longest", usual.longest()),
                fields.duration(map, "asked", usual.asked()),
                fields.number(map, "refusals", usual.refusals(), 1, 100),
                fields.number(map, "in-row", usual.inRow(), 1, 1_000_000));
    }
}
