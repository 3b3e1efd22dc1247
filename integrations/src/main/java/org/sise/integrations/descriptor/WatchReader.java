package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code watch}: what is usual of a feed; what it does not say is as in {@link WatchDefaults}. */
final class WatchReader {

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})\\s*([mhd])");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,9}(?:\\.\\d+)?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final DescriptorFaults faults;

    WatchReader(DescriptorFaults faults) {
        this.faults = faults;
    }

    FeedWatch watch(YamlMapping top) {
        FeedWatch defaults = WatchDefaults.of(top.optional("snapshot") != null);
        Node node = top.optional("watch");
        return node == null ? defaults : watch(new YamlMapping(node, top.at("watch"), faults), defaults);
    }

    /** A mapping's watch, where it says nothing the given one. */
    FeedWatch watch(YamlMapping map, FeedWatch given) {
        Duration lateAfter = duration(map, "late-after");
        Duration every = duration(map, "every");
        Duration silentAfter = duration(map, "silent-after");
        FeedWatch watch = new FeedWatch(
                every == null ? given.every() : every,
                lateAfter == null ? given.lateAfter() : lateAfter,
                silentAfter == null ? given.silentAfter() : silentAfter,
                history(map, given.history()),
                rows(map, given.rows()),
                quarantine(map, given.quarantine()),
                withdrawn(map, given.withdrawn()));
        map.closed();
        return watch;
    }

    private FeedWatch.History history(YamlMapping map, FeedWatch.History given) {
        YamlMapping part = part(map, "history");
        if (part == null) {
            return given;
        }
        int last = (int) number(part, "last", COUNT, given.last());
        int least = (int) number(part, "least", COUNT, given.least());
        if (last < 1 || least < 1 || least > last) {
            faults.add(
                    part.node(),
                    part.path(),
                    "应为 1 ≤ least ≤ last",
                    "least must be 1 or more, and last no less than least");
        }
        part.closed();
        return new FeedWatch.History(last, least);
    }

    private FeedWatch.@Nullable Rows rows(YamlMapping map, FeedWatch.@Nullable Rows given) {
        YamlMapping part = part(map, "rows");
        if (part == null) {
            return given;
        }
        double least = number(part, "least", FACTOR, given == null ? 0 : given.least());
        double most = number(part, "most", FACTOR, given == null ? Double.MAX_VALUE : given.most());
        if (least > 1 || most < 1) {
            faults.add(
                    part.node(),
                    part.path(),
                    "least 不大于1, most 不小于1, 均为中位数的倍数",
                    "least is at most 1 and most at least 1: both are multiples of the median");
        }
        part.closed();
        return new FeedWatch.Rows(least, most);
    }

    private FeedWatch.@Nullable Quarantine quarantine(YamlMapping map, FeedWatch.@Nullable Quarantine given) {
        YamlMapping part = part(map, "quarantine");
        if (part == null) {
            return given;
        }
        double most = share(part, "most", given == null ? 1 : given.most());
        long leastRows = (long) number(part, "least-rows", COUNT, given == null ? 0 : given.leastRows());
        part.closed();
        return new FeedWatch.Quarantine(most, leastRows);
    }

    private FeedWatch.@Nullable Withdrawn withdrawn(YamlMapping map, FeedWatch.@Nullable Withdrawn given) {
        YamlMapping part = part(map, "withdrawn");
        if (part == null) {
            return given;
        }
        double most = share(part, "most", given == null ? 1 : given.most());
        part.closed();
        return new FeedWatch.Withdrawn(most);
    }

    private @Nullable YamlMapping part(YamlMapping map, String key) {
        Node node = map.optional(key);
        return node == null ? null : new YamlMapping(node, map.at(key), faults);
    }

    private @Nullable Duration duration(YamlMapping map, String key) {
        Matcher matcher =
                matcher(map, key, DURATION, "应为时长, 如 30m, 6h, 1d", "a duration is needed, such as 30m, 6h or 1d");
        if (matcher == null) {
            return null;
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private double share(YamlMapping map, String key, double given) {
        Matcher matcher = matcher(map, key, SHARE, "应为百分比, 如 5%", "a percentage is needed, such as 5%");
        double share = matcher == null ? given : Double.parseDouble(matcher.group(1)) / 100;
        if (share > 1) {
            faults.add(map.keyNode(key), map.at(key), "不大于100%", "must be 100% at most");
        }
        return share;
    }

    private double number(YamlMapping map, String key, Pattern form, double given) {
        Matcher matcher = matcher(map, key, form, "应为数字", "a number is needed, 0 or more");
        return matcher == null ? given : Double.parseDouble(matcher.group());
    }

    private @Nullable Matcher matcher(YamlMapping map, String key, Pattern form, String zh, String en) {
        String text = map.optionalText(key);
        if (text == null) {
            return null;
        }
        Matcher matcher = form.matcher(text.strip());
        if (matcher.matches()) {
            return matcher;
        }
        faults.add(map.keyNode(key), map.at(key), "“%s”: %s".formatted(text, zh), "'%s': %s".formatted(text, en));
        return null;
    }
}
